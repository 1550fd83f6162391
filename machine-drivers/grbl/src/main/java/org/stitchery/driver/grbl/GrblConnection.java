package org.stitchery.driver.grbl;

import java.io.IOException;
import java.util.Arrays;
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
final class GrblConnection implements MachineConnection {

    private final GrblSettings settings;
    private final Transport transport;
    private final Host host;
    private final GrblLink link;
    private @Nullable GrblDelivery running;

    GrblConnection(GrblSettings settings, Transport transport, Host host) {
        this.settings = settings;
        this.transport = transport;
        this.host = host;
        this.link = new GrblLink(settings, transport, host);
    }

    @Override
    public void listen() throws IOException {
        for (GrblAnswer answer : link.voice().hear()) {
            if (answer instanceof GrblAnswer.Alarm alarm) {
                host.report(new MachineEvent.NeedsPerson(
                        "The controller locked itself: " + GrblCodes.alarm(alarm.code()) + "."));
            }
        }
    }

    @Override
    public Exchange<ProbeResult> probe() {
        refuseWhileRunning();
        link.anew();
        return new GrblProbe(link);
    }

    @Override
    public Exchange<Outcome> deliver(DeliveryOrder order) {
        refuseWhileRunning();
        link.anew();
        byte[] content = order.content();
        GcodeProgram program = GcodeProgram.of(settings.fromCard() ? new byte[0] : content, settings.numbers());
        GrblTask task = settings.fromCard()
                ? new CardTask(order, settings, host, link.mouth())
                : new StreamTask(order, program, settings, transport, host, link.voice(), link.mouth());
        String objection = objection(order, content, program);
        GrblDelivery delivery = new GrblDelivery(link, task, host, objection, () -> running = null);
        running = delivery;
        return delivery;
    }

    private @Nullable String objection(DeliveryOrder order, byte[] content, GcodeProgram program) {
        if (!order.format().equals(settings.format())) {
            return "With these settings the machine takes " + settings.format() + ", found " + order.format() + ".";
        }
        if (order.fromStitch() != 0) {
            return "This machine cannot begin at stitch " + order.fromStitch() + ".";
        }
        if (content.length > GrblDriver.LARGEST_BYTES) {
            return "The design has " + content.length + " bytes, the most is " + GrblDriver.LARGEST_BYTES + ".";
        }
        if (!settings.fromCard()) {
            return program.objection();
        }
        byte[] mark = {'L', 'A', ':'};
        return content.length > 512 && Arrays.equals(Arrays.copyOf(content, mark.length), mark)
                ? null
                : "The design does not begin with the header of a DST file.";
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
