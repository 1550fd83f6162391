package org.stitchery.driver.tapereader;

import java.util.List;
import java.util.Map;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.kit.DriverConformanceTest;

/** The kit's questions, to a tape reader that waits to be asked. */
class TapeReaderConformanceTest extends DriverConformanceTest {

    @Override
    protected LineDriver driver() {
        return new TapeReaderDriver();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("leader-bytes", "8", "trailer-bytes", "4");
    }

    @Override
    protected DeliveryOrder smallOrder() {
        return SmallTape.order("ROSE-0042");
    }

    @Override
    protected List<String> transcripts() {
        return List.of(
                "delivered.txt",
                "held-twice.txt",
                "held-before-the-start.txt",
                "paused.txt",
                "aborted.txt",
                "aborted-before-the-start.txt",
                "machine-hangs-up.txt",
                "hangs-up-after-the-last-byte.txt",
                "strange-bytes.txt");
    }
}
