package org.stitchery.driver.httppull;

import java.util.Random;
import org.stitchery.driver.api.DeliveryOrder;

/** Some hundred bytes. */
final class SmallDesign {

    private SmallDesign() {}

    static DeliveryOrder order() {
        byte[] content = new byte[521];
        new Random(7).nextBytes(content);
        return new DeliveryOrder("ROSE-7", "dst", content, 3);
    }
}
