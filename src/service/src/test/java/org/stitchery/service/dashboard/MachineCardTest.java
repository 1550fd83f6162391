package org.stitchery.service.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.Capabilities.Control;
import org.stitchery.embroidery.model.Hoop;
import org.stitchery.service.machine.MachineStatus;
import org.stitchery.service.machine.MachineView;
import org.stitchery.service.production.MachineQueueView;
import org.stitchery.service.production.NeedlePlan;
import org.stitchery.service.production.RunState;
import org.stitchery.service.production.RunView;

/** Which buttons a card has follows from the run's state and from what the machine's driver can truly do. */
class MachineCardTest {

    private static final UUID MACHINE = new UUID(1, 1);
    private static final UUID RUN = new UUID(2, 2);

    @Test
    void onlyWhatTheDriverCanDoIsOfferedFromHere() {
        MachineCard host = card(capabilities(Control.BY_HOST), 3, 7, "pause", "abort");
        assertThat(host.mayHere("pause")).isTrue();
        assertThat(host.mayAtPanel("pause")).isFalse();
        assertThat(host.mayHere("abort")).isTrue();

        for (Capabilities can :
                new Capabilities[] {capabilities(Control.BY_OPERATOR), capabilities(Control.NO), null}) {
            MachineCard panel = card(can, 3, 7, "pause", "abort");
            assertThat(panel.mayHere("pause")).isFalse();
            assertThat(panel.mayAtPanel("pause")).isTrue();
            assertThat(panel.mayHere("abort")).isFalse();
            assertThat(panel.mayAtPanel("abort")).isTrue();
        }
    }

    @Test
    void whatTheRunsStateForbidsIsOfferedNowhere() {
        MachineCard card = card(capabilities(Control.BY_HOST), 3, 7, "finished");

        assertThat(card.mayHere("pause")).isFalse();
        assertThat(card.mayAtPanel("pause")).isFalse();
    }

    // A field that is kept beyond that would vouch for something nobody looked at.
    @Test
    void anEditionEndsWithTheRunItsVersionAndTheMachinesThreads() {
        String edition = card(null, 3, 7).edition();

        assertThat(card(null, 3, 7).edition()).isEqualTo(edition);
        assertThat(card(null, 4, 7).edition()).isNotEqualTo(edition);
        assertThat(card(null, 3, 8).edition()).isNotEqualTo(edition);
    }

    private static MachineCard card(@Nullable Capabilities can, int runVersion, int machineVersion, String... actions) {
        MachineView machine = new MachineView(
                MACHINE,
                "Six",
                "tcp://127.0.0.1:4000",
                "toy",
                "Toy",
                "1",
                can,
                Map.of(),
                Set.of(),
                new Hoop("200x200", 200, 200),
                1,
                6,
                List.of(),
                800,
                "",
                true,
                machineVersion,
                MachineStatus.unknown(MACHINE, Instant.EPOCH));
        RunView run = new RunView(
                RUN,
                RUN,
                RUN,
                "Bee",
                "Carla",
                "0".repeat(64),
                RunState.SENDING,
                runVersion,
                MACHINE,
                "Six",
                100,
                10,
                null,
                null,
                null,
                1,
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                Set.of(actions));
        return new MachineCard(
                new MachineQueueView(machine, run, List.of(), List.of()), run, new NeedlePlan(List.of()), null);
    }

    private static Capabilities capabilities(Control control) {
        return new Capabilities(
                Capabilities.Delivery.STREAM,
                Capabilities.Flow.NONE,
                0,
                Capabilities.Progress.NONE,
                false,
                Set.of(),
                control,
                control,
                control,
                Control.NO);
    }
}
