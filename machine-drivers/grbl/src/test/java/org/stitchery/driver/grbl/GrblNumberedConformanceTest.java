package org.stitchery.driver.grbl;

import java.util.List;
import java.util.Map;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.kit.DriverConformanceTest;

/** The kit's questions, to a stream with line numbers. */
class GrblNumberedConformanceTest extends DriverConformanceTest {

    @Override
    protected LineDriver driver() {
        return new GrblDriver();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("line-numbers", "true");
    }

    @Override
    protected DeliveryOrder smallOrder() {
        return SmallDesign.order();
    }

    @Override
    protected List<String> transcripts() {
        return List.of("numbered.txt");
    }
}
