package org.stitchery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.simulator.ledger.Sewing;

/** An operator presses abort while the needle goes down. */
class AbortedInMidJobTest {

    /** Half a minute for the compass: a browser on a busy computer still finds the needle at work. */
    private static final String SPEED_UP = "12";

    @Test
    void afterAnAbortAPersonDecidesAndTheMachineTakesTheNextGarment(@TempDir Path folder) throws Exception {
        try (RunningService service =
                        RunningService.start(folder.resolve("data"), Map.of("STITCHERY_DEMO_SPEED_UP", SPEED_UP));
                Browser browser = new Browser().withOurTestIds()) {
            new Customer(service, browser.loggedIn(service, "customer")).orderPattern("star-compass", 80, 1);
            Operator operator = new Operator(service, browser.loggedIn(service, "operator"));
            operator.lookAtFloor();
            String machine = operator.machines().stream()
                    .filter(operator::canStartAt)
                    .findFirst()
                    .orElseThrow();
            operator.hoopAndStart(machine);
            String label = operator.labelAt(machine);
            Needle needle = new Needle(service.data());
            needle.waitForPenetrations(label, 100);

            operator.abort(machine);
            operator.waitForRunState(machine, "SUSPECT");
            needle.waitForRest();
            assertThat(needle.sewings(label)).singleElement().matches(sewing -> !sewing.ended());

            operator.declareSpoiled(machine, "Stopped by hand, the compass is half sewn");
            operator.hoopAndStart(machine);
            String again = operator.labelAt(machine);
            Sewing whole = needle.waitForEnd(again);
            assertThat(whole.ended()).isTrue();
            assertThat(needle.sewings(again)).hasSize(1);
        }
    }
}
