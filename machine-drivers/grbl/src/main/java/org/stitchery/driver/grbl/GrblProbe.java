package org.stitchery.driver.grbl;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.ProbeResult;

/** Asks the controller how it is. */
final class GrblProbe implements Exchange<ProbeResult> {

    private static final long WAITING_NANOS = Duration.ofMillis(20).toNanos();

    private final GrblLink link;
    private long nextTurnNanos;

    GrblProbe(GrblLink link) {
        this.link = link;
    }

    @Override
    public @Nullable ProbeResult turn(long nowNanos) throws IOException {
        for (GrblAnswer answer : link.hear(nowNanos)) {
            if (answer instanceof GrblAnswer.Status status) {
                GrblStatus.State state = status.status().state();
                return new ProbeResult(
                        state == GrblStatus.State.IDLE ? ProbeResult.State.READY : ProbeResult.State.BUSY,
                        "The controller is " + state.forPeople() + ".");
            }
        }
        if (link.silent(nowNanos)) {
            return silent();
        }
        link.ask(nowNanos);
        link.mouth().speak();
        nextTurnNanos = nowNanos + WAITING_NANOS;
        return null;
    }

    private static ProbeResult silent() {
        return new ProbeResult(ProbeResult.State.SILENT, "The controller did not say how it is.");
    }

    @Override
    public long nextTurnNanos() {
        return nextTurnNanos;
    }

    @Override
    public ProbeResult ended(Ending why) {
        return silent();
    }
}
