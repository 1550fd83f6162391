package org.stitchery.driver.marlin;

import java.nio.charset.StandardCharsets;
import org.stitchery.driver.api.DeliveryOrder;

/** Four stitches in two colours. */
final class SmallDesign {

    private SmallDesign() {}

    static DeliveryOrder order() {
        return new DeliveryOrder("ROSE-0042", "gcode-marlin", content(), 7);
    }

    /** The comments are not sent. */
    static byte[] content() {
        String text = ";Stitchery gcode-marlin\n;Name: ROSE-0042\n"
                + "G21\nG90\nM211 S0\nG92 Z0\nG0 F6000\nG0 X0 Y0\n"
                + "G0 X1.5 Y-1\nG0 Z5\nG0 X2.5 Y-1\nG0 Z10\nG0 X3.5 Y-1\nG0 Z15\n"
                + "M0 T2\nG92 Z0\nG0 X1 Y2\nG0 Z5\nG92 Z0\nM400\n;END\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
