package org.stitchery.driver.artista;

import java.util.HexFormat;
import org.stitchery.driver.api.DeliveryOrder;

/** A jump, seven stitches, a colour change, three stitches. */
final class SmallExp {

    private SmallExp() {}

    static byte[] content() {
        return HexFormat.of().parseHex("80040a0500000a000a000a000a000a000a008001000000f600f600f6");
    }

    static DeliveryOrder order(String label) {
        return new DeliveryOrder(label, "exp", content(), 7);
    }
}
