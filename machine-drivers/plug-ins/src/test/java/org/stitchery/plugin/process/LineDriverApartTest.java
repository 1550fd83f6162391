package org.stitchery.plugin.process;

import java.util.List;
import java.util.Map;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.kit.DriverConformanceTest;

/** All of the kit's questions to a line driver at the other end of the protocol: nothing else may change. */
class LineDriverApartTest extends DriverConformanceTest {

    @Override
    protected LineDriver driver() {
        return new TapeFeedApart();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("leader-bytes", "8");
    }

    @Override
    protected DeliveryOrder smallOrder() {
        byte[] design = new byte[60];
        for (int i = 0; i < design.length; i++) {
            design[i] = (byte) (i * 5);
        }
        return new DeliveryOrder("ROSE-42", "dst", design, 7);
    }

    @Override
    protected List<String> transcripts() {
        return List.of("delivered.txt", "held.txt", "aborted.txt");
    }
}
