package org.stitchery.driver.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.RequestDesk.Reply;

/** Compares what a driver says with what left at the desk and with what the machines there sew. */
final class DeskHonesty {

    /** Enough of a design to be no coincidence. */
    private static final int TELLING = 24;

    private final DeliveryOrder order;
    private final Capabilities capabilities;

    DeskHonesty(DeliveryOrder order, Capabilities capabilities) {
        this.order = order;
        this.capabilities = capabilities;
    }

    /** @param what was done, for the message */
    void check(String what, Outcome outcome, DeskBench bench) {
        try {
            oneAtMostSews(bench);
            outcomeIsTrue(outcome, bench);
            bench.events.forEach(this::progressIsPossible);
        } catch (AssertionError e) {
            throw new AssertionError(what + ": " + outcome + ": " + e.getMessage(), e);
        }
    }

    private void oneAtMostSews(DeskBench bench) {
        assertThat(sewing(bench)).as("machines that sew").hasSizeLessThan(2);
        assertThat(bench.visitsByAsker())
                .filteredOn(visits -> handedOut(visits) > 0)
                .as("machines that have some of the design")
                .hasSizeLessThan(2);
    }

    private void outcomeIsTrue(Outcome outcome, DeskBench bench) {
        assertThat(outcome.detail()).as("a sentence for the operator").isNotBlank();
        byte[] design = order.content();
        if (outcome instanceof Outcome.Delivered said) {
            assertThat(said.evidence()).isGreaterThanOrEqualTo(Evidence.ON_THE_WIRE);
            assertThat(bench.desk.visits())
                    .as("Delivered means that the whole design left")
                    .anyMatch(visit -> Arrays.equals(visit.received(), design));
            evidenceIsPossible(said.evidence());
        } else if (outcome instanceof Outcome.Sewn) {
            assertThat(capabilities.telemetry())
                    .as("who has no telemetry cannot know that a design is sewn")
                    .isNotEmpty();
            assertThat(sewing(bench))
                    .as("Sewn means that a machine sewed it")
                    .anyMatch(asker -> Arrays.equals(asker.holds(), design));
        } else if (outcome instanceof Outcome.NotStarted notStarted) {
            assertThat(notStarted.proof()).isNotBlank();
            assertThat(handedOut(bench)).as("NotStarted needs proof").isZero();
            assertThat(sewing(bench)).as("NotStarted means that nobody sews").isEmpty();
        } else if (outcome instanceof Outcome.Hold || outcome instanceof Outcome.Rejected) {
            assertThat(sewing(bench)).as("a refusal means that nobody sews").isEmpty();
        } else if (outcome instanceof Outcome.Unknown unknown) {
            assertThat(unknown.bytesAccepted()).isBetween(0L, (long) design.length);
        }
    }

    private static List<DeskAsker> sewing(DeskBench bench) {
        return bench.askers().stream().filter(DeskAsker::sews).toList();
    }

    private void progressIsPossible(MachineEvent event) {
        if (event instanceof MachineEvent.Progressed progressed) {
            assertThat(progressed.bytes()).isBetween(0L, (long) order.content().length);
            evidenceIsPossible(progressed.evidence());
        }
    }

    private void evidenceIsPossible(Evidence evidence) {
        assertThat(capabilities.identityReadback() || evidence.compareTo(Evidence.ACKNOWLEDGED) < 0)
                .as("%s from a machine that acknowledges nothing", evidence)
                .isTrue();
    }

    /** Bytes of designs that have left, over all answers. */
    int handedOut(DeskBench bench) {
        return handedOut(bench.desk.visits());
    }

    private int handedOut(List<ScriptedDesk.Visit> visits) {
        return visits.stream()
                .filter(visit -> isPartOfDesign(visit.reply()))
                .mapToInt(visit -> visit.received().length)
                .sum();
    }

    boolean isPartOfDesign(@Nullable Reply reply) {
        String design = new String(order.content(), StandardCharsets.ISO_8859_1);
        String body = reply == null ? "" : new String(reply.body(), StandardCharsets.ISO_8859_1);
        for (int at = 0; at + TELLING <= design.length(); at += TELLING) {
            if (body.contains(design.substring(at, at + TELLING))) {
                return true;
            }
        }
        return false;
    }
}
