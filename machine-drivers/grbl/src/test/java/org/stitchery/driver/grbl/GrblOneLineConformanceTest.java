package org.stitchery.driver.grbl;

import java.util.List;
import java.util.Map;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.kit.DriverConformanceTest;

/** The kit's questions, to a stream that waits for each answer. */
class GrblOneLineConformanceTest extends DriverConformanceTest {

    @Override
    protected LineDriver driver() {
        return new GrblDriver();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("streaming", "send-response");
    }

    @Override
    protected DeliveryOrder smallOrder() {
        return SmallDesign.order();
    }

    @Override
    protected List<String> transcripts() {
        return List.of("one-delivered.txt", "one-first-refused.txt", "one-locked.txt");
    }
}
