package org.stitchery.driver.kit;

import java.util.List;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.LineDriver;

/** The kit lets an honest driver pass. */
class HonestDriverTest extends DriverConformanceTest {

    static DeliveryOrder smallJob() {
        byte[] content = new byte[200];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (i * 7);
        }
        return new DeliveryOrder("SMALL", "raw", content, 1);
    }

    @Override
    protected LineDriver driver() {
        return new HonestDriver();
    }

    @Override
    protected DeliveryOrder smallOrder() {
        return smallJob();
    }

    @Override
    protected List<String> transcripts() {
        return List.of("delivered.txt");
    }
}
