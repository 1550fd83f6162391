package org.stitchery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.simulator.ledger.Sewing;

/** A customer orders, an operator starts, a machine sews: in a real browser, over a real serial line and real TCP. */
class OrderedAndSewnTest {

    private static final String DRAWING = """
            <svg xmlns="http://www.w3.org/2000/svg" width="60mm" height="40mm" viewBox="0 0 60 40">
              <rect id="field" x="5" y="5" width="50" height="30" rx="6" fill="#1d4f91"/>
              <circle id="sun" cx="30" cy="20" r="9" fill="#f2b632"/>
              <path id="wave" d="M10 30 q5 -6 10 0 t10 0 t10 0 t10 0" fill="none" stroke="#ffffff" stroke-width="2"/>
            </svg>
            """;

    @Test
    void aPatternAndAnUploadedDrawingAreSewnStitchForStitchOnBothMachines(@TempDir Path folder) throws Exception {
        Path drawing = folder.resolve("flag.svg");
        Files.writeString(drawing, DRAWING);
        Path pattern = Checkout.patterns().stream()
                .filter(p -> p.endsWith("snowflake.svg"))
                .findFirst()
                .orElseThrow();
        StitchPattern flag = Design.of(drawing, 40, folder);
        StitchPattern snowflake = Design.of(pattern, 70, folder);

        try (RunningService service =
                        RunningService.start(folder.resolve("data"), Map.of("STITCHERY_DEMO_SPEED_UP", "100"));
                Browser browser = new Browser().withOurTestIds()) {
            Customer customer = new Customer(service, browser.loggedIn(service, "customer"));
            customer.orderPattern("snowflake", 70, 1);
            customer.orderDrawing(drawing, 40, 1);

            Operator operator = new Operator(service, browser.loggedIn(service, "operator"));
            operator.lookAtFloor();
            List<String> machines = operator.machines();
            assertThat(machines).hasSize(2);
            for (String machine : machines) {
                operator.hoopAndStartAmidNews(machine);
            }
            machines.forEach(operator::hearAllNewsAtOnce);
            Needle needle = new Needle(service.data());
            for (String machine : machines) {
                String label = operator.labelAt(machine);
                StitchPattern expected =
                        operator.titleAt(machine).toLowerCase(Locale.ROOT).contains("snow") ? snowflake : flag;
                Sewing sewn = needle.waitForEnd(label);
                assertThat(sewn.differencesFrom(expected)).isEmpty();
                assertThat(needle.sewings(label)).as("STARTs of " + label).hasSize(1);
                operator.waitForRunState(machine, "SEWING");
                operator.finished(machine);
            }
            customer.page().reload();
            customer.page()
                    .locator("[data-test=order-state][data-state=FULFILLED]")
                    .waitFor();
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
