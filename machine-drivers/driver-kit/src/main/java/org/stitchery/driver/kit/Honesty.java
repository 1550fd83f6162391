package org.stitchery.driver.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;

/** Compares what a driver says with what the line saw. */
final class Honesty {

    private final DeliveryOrder order;
    private final Capabilities capabilities;
    private final byte[] expectedAtMachine;
    private final int questionBytes;

    Honesty(DeliveryOrder order, Capabilities capabilities, byte[] expectedAtMachine, int questionBytes) {
        this.order = order;
        this.capabilities = capabilities;
        this.expectedAtMachine = expectedAtMachine;
        this.questionBytes = questionBytes;
    }

    void check(Outcome outcome, Bench bench) {
        assertThat(outcome.detail()).as("a sentence for the operator").isNotBlank();
        if (outcome instanceof Outcome.Delivered delivered) {
            assertThat(delivered.evidence()).isGreaterThanOrEqualTo(Evidence.ON_THE_WIRE);
            evidenceIsPossible(delivered.evidence());
            assertThat(bench.line.atMachine())
                    .as("Delivered means that every byte has reached the machine")
                    .isEqualTo(expectedAtMachine);
        } else if (outcome instanceof Outcome.Sewn) {
            assertThat(capabilities.telemetry().isEmpty() && capabilities.progress() != Capabilities.Progress.STITCH)
                    .as("a driver without telemetry cannot know that a design is sewn")
                    .isFalse();
            assertThat(bench.line.atMachine()).isEqualTo(expectedAtMachine);
        } else if (outcome instanceof Outcome.NotStarted notStarted) {
            assertThat(notStarted.proof()).isNotBlank();
            boolean refused = answers() && bench.line.machineSpoke();
            assertThat(bench.line.acceptedBytes() <= questionBytes || refused)
                    .as(
                            "NotStarted needs proof: nothing to sew was accepted, or the machine refused; accepted were %d bytes",
                            bench.line.acceptedBytes())
                    .isTrue();
        } else if (outcome instanceof Outcome.Unknown unknown) {
            assertThat(unknown.bytesAccepted())
                    .as("design bytes said to be accepted")
                    .isBetween(0L, (long) Math.min(order.content().length, bench.line.acceptedBytes()));
        } else if (outcome instanceof Outcome.Rejected || outcome instanceof Outcome.Hold) {
            assertThat(bench.line.machineSpoke() || bench.line.acceptedBytes() == 0)
                    .as("only the machine can refuse what it has already been sent")
                    .isTrue();
        }
        bench.events.forEach(this::check);
    }

    private void check(MachineEvent event) {
        if (event instanceof MachineEvent.Progressed progressed) {
            evidenceIsPossible(progressed.evidence());
            assertThat(progressed.bytes()).as("progress within the design").isBetween(0L, (long)
                    order.content().length);
        }
    }

    /** Whether this protocol has words with which a machine could answer. */
    private boolean answers() {
        return switch (capabilities.flow()) {
            case LINE_ACK, CHARACTER_COUNT, ECHO -> true;
            case NONE, XON_XOFF, RTS_CTS -> !capabilities.telemetry().isEmpty();
        };
    }

    private void evidenceIsPossible(Evidence evidence) {
        assertThat(answers() || evidence.compareTo(Evidence.ACKNOWLEDGED) < 0)
                .as("%s from a machine that acknowledges nothing", evidence)
                .isTrue();
    }
}
