package org.stitchery.driver.tapereader;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;
import org.stitchery.driver.api.Transport;

/** One tape-reader port, live. */
final class TapeConnection implements MachineConnection {

    private final TapeReaderSettings settings;
    private final Transport transport;
    private final Host host;
    private final MachineVoice voice;
    private @Nullable TapeDelivery running;

    TapeConnection(TapeReaderSettings settings, Transport transport, Host host) {
        this.settings = settings;
        this.transport = transport;
        this.host = host;
        this.voice = new MachineVoice(transport, host);
    }

    @Override
    public void listen() throws IOException {
        voice.hear();
    }

    @Override
    public Exchange<ProbeResult> probe() {
        refuseWhileRunning();
        return new LineProbe(voice);
    }

    @Override
    public Exchange<Outcome> deliver(DeliveryOrder order) {
        refuseWhileRunning();
        TapeDelivery delivery = new TapeDelivery(order, settings, transport, host, voice, () -> running = null);
        running = delivery;
        return delivery;
    }

    private void refuseWhileRunning() {
        if (running != null) {
            throw new IllegalStateException("a delivery is running on " + transport.name());
        }
    }

    @Override
    public void pause() {
        if (running != null) {
            running.pause();
        }
    }

    @Override
    public void resume() {
        if (running != null) {
            running.resume();
        }
    }

    @Override
    public void abort() {
        if (running != null) {
            running.abort();
        }
    }

    /** A tape reader cannot be asked anything; that the line is open is all there is to know, besides what it said. */
    private record LineProbe(MachineVoice voice) implements Exchange<ProbeResult> {

        @Override
        public ProbeResult turn(long nowNanos) throws IOException {
            voice.hear();
            if (voice.held()) {
                return new ProbeResult(ProbeResult.State.BUSY, "The machine says wait.");
            }
            if (voice.invited()) {
                return new ProbeResult(ProbeResult.State.READY, "The machine has asked for a design.");
            }
            return new ProbeResult(
                    ProbeResult.State.LINE_OPEN, "The line is open; a tape reader cannot be asked anything.");
        }

        @Override
        public long nextTurnNanos() {
            return 0;
        }

        @Override
        public ProbeResult ended(Ending why) {
            return new ProbeResult(ProbeResult.State.SILENT, "The line was not there long enough to listen.");
        }
    }
}
