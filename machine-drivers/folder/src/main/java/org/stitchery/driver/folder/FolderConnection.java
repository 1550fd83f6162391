package org.stitchery.driver.folder;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Errand;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.FilePlace;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.PlacedFile;
import org.stitchery.driver.api.ProbeResult;

/** One machine's folder, looked after. */
final class FolderConnection implements MachineConnection {

    private final FolderSettings settings;
    private final FilePlace place;
    private final Host host;
    private @Nullable FolderDelivery running;
    private @Nullable Vigil vigil;

    FolderConnection(FolderSettings settings, FilePlace place, Host host) {
        this.settings = settings;
        this.place = place;
        this.host = host;
    }

    /** A folder says nothing by itself; that the design has gone from it may mean something to somebody. */
    @Override
    public void listen() throws IOException {
        if (vigil != null && !vigil.goesOn()) {
            vigil = null;
        }
    }

    @Override
    public Exchange<ProbeResult> probe() {
        refuseWhileRunning();
        return new Look(place.list(1));
    }

    @Override
    public Exchange<Outcome> deliver(DeliveryOrder order) {
        refuseWhileRunning();
        vigil = null;
        FolderDelivery delivery = new FolderDelivery(order, settings, place, host, this::over);
        running = delivery;
        return delivery;
    }

    private void over(Optional<String> lies) {
        running = null;
        vigil = lies.map(name -> new Vigil(name, place, host)).orElse(null);
    }

    private void refuseWhileRunning() {
        if (running != null) {
            throw new IllegalStateException("a delivery is running to " + place.name());
        }
    }

    /** A file is there or not; there is nothing to pause. */
    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public void abort() {
        if (running != null) {
            running.abort();
        }
    }

    /** The folder can be asked, the machine cannot. */
    private record Look(Errand<List<PlacedFile>> list) implements Exchange<ProbeResult> {

        @Override
        public @Nullable ProbeResult turn(long nowNanos) throws IOException {
            if (!list.over()) {
                return null;
            }
            list.result();
            return new ProbeResult(
                    ProbeResult.State.LINE_OPEN,
                    "The folder is there; the machine behind it cannot be asked anything.");
        }

        @Override
        public long nextTurnNanos() {
            return 0;
        }

        @Override
        public ProbeResult ended(Ending why) {
            return new ProbeResult(ProbeResult.State.SILENT, "The folder did not answer in time.");
        }
    }
}
