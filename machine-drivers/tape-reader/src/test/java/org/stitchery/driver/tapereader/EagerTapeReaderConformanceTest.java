package org.stitchery.driver.tapereader;

import java.util.List;
import java.util.Map;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.kit.DriverConformanceTest;

/** The kit's questions, to a tape reader for machines that read without asking. */
class EagerTapeReaderConformanceTest extends DriverConformanceTest {

    @Override
    protected LineDriver driver() {
        return new TapeReaderDriver();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("leader-bytes", "0", "wait-for-xon", "false");
    }

    @Override
    protected DeliveryOrder smallOrder() {
        return SmallTape.order("ROSE-0042");
    }

    @Override
    protected List<String> transcripts() {
        return List.of("eager-delivered.txt", "eager-held-at-once.txt");
    }
}
