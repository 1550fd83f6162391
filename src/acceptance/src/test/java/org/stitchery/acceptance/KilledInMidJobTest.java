package org.stitchery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.simulator.ledger.Sewing;

/** The service is killed while a needle goes down. */
class KilledInMidJobTest {

    @Test
    void afterKillNineTheRunIsSuspectTheQueueIsHeldAndNothingIsSentUntilAPersonDecides(@TempDir Path folder)
            throws Exception {
        try (RunningService service =
                        RunningService.start(folder.resolve("data"), Map.of("STITCHERY_DEMO_SPEED_UP", "20"));
                Browser browser = new Browser().withOurTestIds()) {
            new Customer(service, browser.loggedIn(service, "customer")).orderPattern("honey-bee", 80, 3);

            Operator before = new Operator(service, browser.loggedIn(service, "operator"));
            before.lookAtFloor();
            String machine = before.machines().stream()
                    .filter(before::canStartAt)
                    .findFirst()
                    .orElseThrow();
            before.hoopAndStart(machine);
            String label = before.labelAt(machine);
            Needle needle = new Needle(service.data());
            needle.waitForPenetrations(label, 200);

            service.kill();
            service.startAgain();

            Operator after = new Operator(service, browser.loggedIn(service, "operator"));
            after.lookAtFloor();
            after.waitForRunState(machine, "SUSPECT");
            assertThat(after.isSuspectShownAt(machine)).isTrue();
            assertThat(after.canStartAt(machine)).as("queue held").isFalse();
            long whenSuspect = needle.waitForRest();
            // A machine that were fed would go down some 250 times in this window.
            Awaitility.await()
                    .during(3, TimeUnit.SECONDS)
                    .atMost(10, TimeUnit.SECONDS)
                    .until(() -> needle.penetrations() == whenSuspect);

            after.declareSpoiled(machine, "Thread hangs loose in the middle of the bee");
            assertThat(needle.penetrations()).isEqualTo(whenSuspect);

            after.hoopAndStart(machine);
            String again = after.labelAt(machine);
            assertThat(again).isNotEqualTo(label);
            Sewing whole = needle.waitForEnd(again);
            assertThat(whole.ended()).isTrue();
            after.waitForRunState(machine, "SEWING");
            after.finished(machine);

            for (Sewing sewing : needle.sewings()) {
                Set<Long> once = new HashSet<>();
                sewing.penetrations()
                        .forEach(p -> assertThat(once.add(p.index()))
                                .as("penetration " + p + " of " + sewing.label())
                                .isTrue());
                assertThat(needle.sewings(sewing.label())).hasSize(1);
            }
        }
    }
}
