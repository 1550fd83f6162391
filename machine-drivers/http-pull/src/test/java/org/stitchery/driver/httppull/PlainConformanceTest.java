package org.stitchery.driver.httppull;

import java.util.Map;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DeskDriver;
import org.stitchery.driver.kit.DeskAsker;
import org.stitchery.driver.kit.DeskDriverConformanceTest;

class PlainConformanceTest extends DeskDriverConformanceTest {

    @Override
    protected DeskDriver driver() {
        return new HttpPullDriver();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("reports", "nothing");
    }

    @Override
    protected DeliveryOrder smallOrder() {
        return SmallDesign.order();
    }

    @Override
    protected DeskAsker asker(DeliveryOrder order) {
        return new FileFetcher("/" + order.label() + ".DST");
    }
}
