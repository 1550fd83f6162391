package org.stitchery.driver.tapereader;

import java.util.List;
import java.util.Map;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.kit.DriverConformanceTest;

/** The kit's questions, to a tape reader that waits until the machine asks for the next design. */
class ReceiptTapeReaderConformanceTest extends DriverConformanceTest {

    @Override
    protected LineDriver driver() {
        return new TapeReaderDriver();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("leader-bytes", "8", "trailer-bytes", "4", "wait-for-next-xon", "true");
    }

    @Override
    protected DeliveryOrder smallOrder() {
        return SmallTape.order("ROSE-0042");
    }

    @Override
    protected List<String> transcripts() {
        return List.of("asks-again.txt");
    }
}
