package org.stitchery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A card on the floor is renewed by news whenever something moves. What the operator has entered by then vouches for one
 * garment in one hoop: it stays while the card asks the same, and must not be taken for the next garment's.
 */
class NewsAmidTypingTest {

    private static final String TAG = "RACK 7 / 12";

    @Test
    void tickAndTagOutliveNewsOfTheSameRunAndAreFreshForTheNext(@TempDir Path folder) throws Exception {
        try (RunningService service =
                        RunningService.start(folder.resolve("data"), Map.of("STITCHERY_DEMO_SPEED_UP", "100"));
                Browser browser = new Browser().withOurTestIds()) {
            new Customer(service, browser.loggedIn(service, "customer")).orderPattern("honey-bee", 80, 4);
            Page page = browser.loggedIn(service, "operator");
            Operator operator = new Operator(service, page);
            operator.lookAtFloor();
            String machine = operator.machines().stream()
                    .filter(operator::canStartAt)
                    .findFirst()
                    .orElseThrow();
            String run = operator.runAt(machine);

            operator.tick(machine);
            operator.typeTag(machine, TAG);
            operator.hearAllNewsAtOnce(machine);

            assertThat(operator.isTicked(machine)).as("tick after news").isTrue();
            assertThat(operator.tagAt(machine)).isEqualTo(TAG);
            assertThat(page.evaluate("document.activeElement.name"))
                    .as("where the cursor is")
                    .isEqualTo("garmentTag");

            operator.start(machine);
            new Needle(service.data()).waitForEnd(operator.labelAt(machine));
            operator.waitForRunState(machine, "SEWING");
            operator.finished(machine);
            operator.waitForNextAfter(machine, run);

            assertThat(operator.isTicked(machine))
                    .as("tick of the next garment")
                    .isFalse();
            assertThat(operator.tagAt(machine)).isNotEqualTo(TAG);

            operator.tick(machine);
            Workshop workshop = new Workshop(service);
            String id = workshop.machineCalled(machine);
            workshop.swapThreads(id);
            operator.waitForFreshTick(machine);
            operator.hearAllNewsAtOnce(machine);
            assertThat(operator.isTicked(machine))
                    .as("tick after other threads were put on")
                    .isFalse();
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
