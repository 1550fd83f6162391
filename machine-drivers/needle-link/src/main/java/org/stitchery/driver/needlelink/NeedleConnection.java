package org.stitchery.driver.needlelink;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;
import org.stitchery.driver.api.Transport;

/** One needle link, live. */
final class NeedleConnection implements MachineConnection {

    private final NeedleLinkSettings settings;
    private final Host host;
    private final Line line;
    private final News news;
    private @Nullable NeedleDelivery delivering;
    private boolean busy;

    NeedleConnection(NeedleLinkSettings settings, Transport transport, Host host) {
        this.settings = settings;
        this.host = host;
        this.line = new Line(transport, host);
        this.news = new News(host);
    }

    /** What a machine tells unasked between exchanges is told on; answers that come too late are nobody's. */
    @Override
    public void listen() throws IOException {
        line.listen();
        for (Frame frame = line.next(); frame != null; frame = line.next()) {
            if (Answer.of(frame) instanceof Answer.Event event) {
                news.take(event);
            }
        }
    }

    @Override
    public Exchange<ProbeResult> probe() {
        refuseWhileRunning();
        busy = true;
        return new NeedleProbe(line, this::free);
    }

    @Override
    public Exchange<Outcome> deliver(DeliveryOrder order) {
        refuseWhileRunning();
        busy = true;
        NeedleDelivery delivery = new NeedleDelivery(order, settings, line, host, news, this::free);
        delivering = delivery;
        return delivery;
    }

    private void free() {
        busy = false;
        delivering = null;
    }

    private void refuseWhileRunning() {
        if (busy) {
            throw new IllegalStateException("an exchange is running on " + line.name());
        }
    }

    @Override
    public void pause() {
        if (delivering != null) {
            delivering.pause();
        }
    }

    @Override
    public void resume() {
        if (delivering != null) {
            delivering.resume();
        }
    }

    @Override
    public void abort() {
        if (delivering != null) {
            delivering.abort();
        }
    }
}
