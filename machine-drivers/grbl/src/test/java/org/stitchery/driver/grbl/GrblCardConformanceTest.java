package org.stitchery.driver.grbl;

import java.util.List;
import java.util.Map;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.kit.DriverConformanceTest;

/** The kit's questions, to grblHAL that runs a design from its card. */
class GrblCardConformanceTest extends DriverConformanceTest {

    @Override
    protected LineDriver driver() {
        return new GrblDriver();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("delivery", "card");
    }

    @Override
    protected DeliveryOrder smallOrder() {
        return SmallDesign.cardOrder();
    }

    @Override
    protected List<String> transcripts() {
        return List.of(
                "card-sewn.txt",
                "card-thread-break.txt",
                "card-not-there.txt",
                "card-another.txt",
                "card-unreadable.txt",
                "card-aborted.txt",
                "card-never-runs.txt",
                "card-alarm.txt",
                "card-idle-between-stitches.txt",
                "card-end-not-said.txt",
                "card-lost-list.txt",
                "card-lost-ok.txt",
                "card-lost-order.txt",
                "card-lookalike.txt");
    }
}
