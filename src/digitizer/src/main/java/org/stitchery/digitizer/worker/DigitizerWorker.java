package org.stitchery.digitizer.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.stitchery.digitizer.Digitizer;
import org.stitchery.digitizer.DigitizingException;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.artwork.ArtworkShape;
import org.stitchery.digitizer.svg.IntakeException;
import org.stitchery.digitizer.svg.SvgIntake;

/**
 * The child process: reads requests on standard input, answers on standard output, one at a time, and ends at once when
 * its parent closes standard input or dies, even in the middle of work.
 */
public final class DigitizerWorker {

    /** Exit code after an error it could still tell. */
    static final int AFTER_ERROR = 70;

    private final DataOutputStream out;
    private final BlockingQueue<WorkerTask> tasks = new LinkedBlockingQueue<>();

    private DigitizerWorker(OutputStream out) {
        this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
    }

    /** Takes no arguments. */
    public static void main(String[] args) throws IOException, InterruptedException {
        InputStream in = new FileInputStream(FileDescriptor.in);
        DigitizerWorker worker = new DigitizerWorker(new FileOutputStream(FileDescriptor.out));
        // Whatever prints must not get between the frames.
        System.setOut(System.err);
        Thread listener = new Thread(() -> worker.listen(in), "requests");
        listener.setDaemon(true);
        listener.start();
        worker.work();
    }

    private void listen(InputStream stream) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16))) {
            Frame frame = Frame.read(in);
            while (frame != null && frame.kind() == Frame.Kind.REQUEST) {
                tasks.add(RecordCodec.read(
                        new DataInputStream(new ByteArrayInputStream(frame.payload())), WorkerTask.class));
                frame = Frame.read(in);
            }
            Runtime.getRuntime().halt(0);
        } catch (IOException e) {
            System.err.println("Worker cannot read its requests: " + e.getMessage());
            Runtime.getRuntime().halt(AFTER_ERROR);
        }
    }

    private void work() throws IOException, InterruptedException {
        new Frame(Frame.Kind.HELLO, new byte[0]).write(out);
        while (true) {
            WorkerTask task = tasks.take();
            try {
                answer(task);
            } catch (IntakeException e) {
                refuse(e.code().name(), String.valueOf(e.getMessage()));
            } catch (DigitizingException e) {
                refuse(e.code().name(), String.valueOf(e.getMessage()));
            } catch (RuntimeException | Error e) {
                // The state of this process is in doubt; the parent starts another one.
                e.printStackTrace();
                send(Frame.Kind.ERROR, new ErrorReport(e.getClass().getName(), String.valueOf(e.getMessage())));
                Runtime.getRuntime().halt(AFTER_ERROR);
            }
        }
    }

    /** What the child tells about its end. */
    public record ErrorReport(String error, String message) {}

    private void answer(WorkerTask task) throws IOException {
        Artwork artwork = SvgIntake.read(task.svg(), task.intakeSettings());
        if (task.digitize() == null) {
            send(Frame.Kind.INSPECTED, inspected(artwork));
            return;
        }
        send(Frame.Kind.READ, new ErrorReport("", ""));
        Digitizer digitizer = new Digitizer(task.digitizeBudget());
        Advising advising = new Advising(digitizer, task.digitizeTime().toNanos());
        send(Frame.Kind.DONE, advising.digitize(task, task.digitize(), artwork));
    }

    private static WorkerResult.Inspected inspected(Artwork artwork) {
        Set<Integer> colours = new LinkedHashSet<>();
        for (ArtworkShape shape : artwork.shapes()) {
            if (shape.fill() != null) {
                colours.add(shape.fill().rgb());
            }
            if (shape.stroke() != null) {
                colours.add(shape.stroke().rgb());
            }
        }
        return new WorkerResult.Inspected(
                artwork.title(),
                artwork.widthMm(),
                artwork.heightMm(),
                SvgIntake.drawnWidthMm(artwork),
                SvgIntake.drawnHeightMm(artwork),
                artwork.shapes().size(),
                colours.stream().toList(),
                artwork.findings());
    }

    private void refuse(String code, String message) throws IOException {
        send(Frame.Kind.REFUSED, new WorkerResult.Refused(code, message));
    }

    private void send(Frame.Kind kind, Record payload) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RecordCodec.write(new DataOutputStream(bytes), payload);
        new Frame(kind, bytes.toByteArray()).write(out);
    }
}
