package org.stitchery.driver.marlin;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;
import org.stitchery.driver.api.Transport;

/** One controller, live. */
final class MarlinConnection implements MachineConnection {

    private final MarlinSettings settings;
    private final Transport transport;
    private final Host host;
    private final MarlinVoice voice;
    private @Nullable MarlinDelivery running;

    MarlinConnection(MarlinSettings settings, Transport transport, Host host) {
        this.settings = settings;
        this.transport = transport;
        this.host = host;
        this.voice = new MarlinVoice(transport, host);
    }

    @Override
    public void listen() throws IOException {
        for (MarlinAnswer answer : voice.hear()) {
            if (answer instanceof MarlinAnswer.Fatal fatal) {
                host.report(new MachineEvent.NeedsPerson(
                        "The controller says: " + fatal.text().replaceAll("[^ -~]", "?")));
            }
        }
    }

    @Override
    public Exchange<ProbeResult> probe() {
        refuseWhileRunning();
        return new MarlinProbe(settings, transport, voice);
    }

    @Override
    public Exchange<Outcome> deliver(DeliveryOrder order) {
        refuseWhileRunning();
        byte[] content = order.content();
        NumberedProgram program = NumberedProgram.of(content);
        MarlinDelivery delivery = new MarlinDelivery(
                program,
                objection(order, content, program),
                content.length,
                settings,
                transport,
                host,
                voice,
                () -> running = null);
        running = delivery;
        return delivery;
    }

    private @Nullable String objection(DeliveryOrder order, byte[] content, NumberedProgram program) {
        if (!order.format().equals(settings.format())) {
            return "With these settings the machine takes " + settings.format() + ", found " + order.format() + ".";
        }
        if (order.fromStitch() != 0) {
            return "This machine cannot begin at stitch " + order.fromStitch() + ".";
        }
        return content.length > MarlinDriver.LARGEST_BYTES
                ? "The design has " + content.length + " bytes, the most is " + MarlinDriver.LARGEST_BYTES + "."
                : program.objection();
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
}
