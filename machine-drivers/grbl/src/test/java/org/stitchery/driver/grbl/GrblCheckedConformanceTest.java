package org.stitchery.driver.grbl;

import java.util.List;
import java.util.Map;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.kit.DriverConformanceTest;

/** The kit's questions, to a stream that is checked before it is sewn. */
class GrblCheckedConformanceTest extends DriverConformanceTest {

    @Override
    protected LineDriver driver() {
        return new GrblDriver();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("check-first", "true");
    }

    @Override
    protected DeliveryOrder smallOrder() {
        return SmallDesign.order();
    }

    @Override
    protected List<String> transcripts() {
        return List.of(
                "checked.txt",
                "check-refused.txt",
                "check-not-possible.txt",
                "check-aborted.txt",
                "check-lost-answer.txt",
                "check-never-left.txt");
    }
}
