package org.stitchery.driver.grbl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.stitchery.driver.api.DeliveryOrder;

/** Twenty-four stitches in two colours: more than the controller's buffer holds at a time. */
final class SmallDesign {

    static final String LABEL = "ROSE-0042";

    private SmallDesign() {}

    static DeliveryOrder order() {
        return new DeliveryOrder(LABEL, "gcode-grbl", content(), 7);
    }

    /** The comments are not sent. */
    static byte[] content() {
        StringBuilder text = new StringBuilder(";Stitchery gcode-grbl\n;Name: " + LABEL + "\n");
        text.append("G21\nG90\nG92Z0\nG0X0Y0\n");
        stitches(text, 1);
        text.append("T2M0 (blue)\nG92Z0\n");
        stitches(text, 2);
        return text.append("G92Z0\nM2\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void stitches(StringBuilder text, int y) {
        for (int i = 1; i <= 12; i++) {
            text.append("G0X").append(i).append(".5Y-").append(y).append("\n");
            text.append("G0Z").append(5 * i).append("\n");
        }
    }

    /** The same as a DST, near enough for a driver that does not read it. */
    static DeliveryOrder cardOrder() {
        byte[] header = new byte[512];
        Arrays.fill(header, (byte) ' ');
        System.arraycopy("LA:ROSE-0042".getBytes(StandardCharsets.US_ASCII), 0, header, 0, 12);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(header);
        for (int i = 0; i < 24; i++) {
            all.writeBytes(new byte[] {1, 0, 3});
        }
        all.writeBytes(new byte[] {0, 0, (byte) 0xF3});
        return new DeliveryOrder(LABEL, "dst", all.toByteArray(), 7);
    }
}
