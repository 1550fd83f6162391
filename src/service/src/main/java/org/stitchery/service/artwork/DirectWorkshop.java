package org.stitchery.service.artwork;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.stitchery.digitizer.Digitizer;
import org.stitchery.digitizer.Progress;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.svg.IntakeException;
import org.stitchery.digitizer.svg.IntakeSettings;
import org.stitchery.digitizer.worker.WorkerRequest;
import org.stitchery.digitizer.worker.WorkerResult;

@ApplicationScoped
class DirectWorkshop implements Workshop {
    private final ManagedExecutor executor;
    DirectWorkshop(ManagedExecutor executor) { this.executor = executor; }
    @Override public int places() { return 2; }
    @Override public CompletableFuture<WorkerResult> submit(WorkerRequest request) {
        return executor.supplyAsync(() -> {
            try {
                IntakeSettings s = request.widthMm().isPresent() ? IntakeSettings.toWidth(request.widthMm().getAsDouble()) : IntakeSettings.asDrawn();
                Artwork a = SvgIntakeCall.read(request.svg(), s);
                if (request.digitize() == null) {
                    double x0=1e9,y0=1e9,x1=-1e9,y1=-1e9;
                    java.util.LinkedHashSet<Integer> cols = new java.util.LinkedHashSet<>();
                    for (var sh : a.shapes()) { for (var c : sh.contours()) for (int i=0;i<c.size();i++){x0=Math.min(x0,c.x(i));x1=Math.max(x1,c.x(i));y0=Math.min(y0,c.y(i));y1=Math.max(y1,c.y(i));}
                        if (sh.fill()!=null) cols.add(sh.fill().rgb()); if (sh.stroke()!=null) cols.add(sh.stroke().rgb()); }
                    return new WorkerResult.Inspected(a.widthMm(), a.heightMm(), Math.max(0.1,x1-x0), Math.max(0.1,y1-y0), a.shapes().size(), java.util.List.copyOf(cols), a.findings());
                }
                return new WorkerResult.Done(new Digitizer().digitize(a, request.digitize(), Progress.NONE));
            } catch (IntakeException e) { return new WorkerResult.Refused(e.code(), e.getMessage()); }
        });
    }
    static final class SvgIntakeCall { static Artwork read(byte[] b, IntakeSettings s) { return org.stitchery.digitizer.svg.SvgIntake.read(b, s); } }
}
