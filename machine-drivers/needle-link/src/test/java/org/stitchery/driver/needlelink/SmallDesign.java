package org.stitchery.driver.needlelink;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.stitchery.driver.api.DeliveryOrder;

/** The smallest DST file that is one: header, thirty stitches of one tenth to the right, end. */
final class SmallDesign {

    private SmallDesign() {}

    static DeliveryOrder order(String label) {
        return order(label, 0, 0);
    }

    static DeliveryOrder order(String label, long attempt, long fromStitch) {
        return new DeliveryOrder(label, "dst", content(label), 7, List.of(), fromStitch, attempt);
    }

    static byte[] content(String label) {
        byte[] header = new byte[512];
        Arrays.fill(header, (byte) ' ');
        byte[] fields =
                String.format("LA:%-16s\rST:%7d\rCO:%3d\r", label, 30, 0).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(fields, 0, header, 0, fields.length);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(header);
        for (int stitch = 0; stitch < 30; stitch++) {
            all.writeBytes(new byte[] {0x01, 0x00, 0x03});
        }
        all.writeBytes(new byte[] {0x00, 0x00, (byte) 0xF3, 0x1A});
        return all.toByteArray();
    }
}
