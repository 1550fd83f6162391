package com.example.stitchery.tapefeed;

import java.io.IOException;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;
import org.stitchery.driver.api.Transport;

/** One machine on one line. */
final class TapeFeedConnection implements MachineConnection {

    private final int leaderBytes;
    private final Transport transport;
    private final Host host;
    private final Voice voice;
    private TapeFeed running;

    TapeFeedConnection(int leaderBytes, Transport transport, Host host) {
        this.leaderBytes = leaderBytes;
        this.transport = transport;
        this.host = host;
        this.voice = new Voice(transport, host);
    }

    @Override
    public void listen() throws IOException {
        voice.hear();
    }

    /** The protocol has no question, so nothing is asked and little is known. */
    @Override
    public Exchange<ProbeResult> probe() {
        return new Exchange<>() {
            @Override
            public ProbeResult turn(long nowNanos) throws IOException {
                voice.hear();
                return new ProbeResult(
                        ProbeResult.State.LINE_OPEN, "The line is open; this machine cannot be asked how it is.");
            }

            @Override
            public long nextTurnNanos() {
                return 0;
            }

            @Override
            public ProbeResult ended(Ending why) {
                return new ProbeResult(ProbeResult.State.SILENT, "The line was taken away before it was looked at.");
            }
        };
    }

    @Override
    public Exchange<Outcome> deliver(DeliveryOrder order) {
        if (running != null) {
            throw new IllegalStateException("another delivery is running");
        }
        running = new TapeFeed(order, leaderBytes, transport, host, voice, () -> running = null);
        return running;
    }

    @Override
    public void pause() {
        if (running != null && running.pause()) {
            host.report(new MachineEvent.Paused());
        }
    }

    @Override
    public void resume() {
        if (running != null && running.resume()) {
            host.report(new MachineEvent.Resumed());
        }
    }

    @Override
    public void abort() {
        if (running != null) {
            running.abort();
        }
    }
}
