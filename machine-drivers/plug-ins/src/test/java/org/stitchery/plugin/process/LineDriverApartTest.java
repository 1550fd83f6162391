package org.stitchery.plugin.process;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.kit.DriverConformanceTest;

/** All of the kit's questions to a line driver at the other end of the protocol: nothing else may change. */
class LineDriverApartTest extends DriverConformanceTest {

    @Override
    protected LineDriver driver() {
        return new TapeReaderApart();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("leader-bytes", "8", "trailer-bytes", "4");
    }

    @Override
    protected DeliveryOrder smallOrder() {
        byte[] header = new byte[512];
        Arrays.fill(header, (byte) ' ');
        byte[] fields =
                String.format("LA:%-16s\rST:%7d\rCO:%3d\r", "ROSE-0042", 30, 0).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(fields, 0, header, 0, fields.length);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(header);
        for (int stitch = 0; stitch < 30; stitch++) {
            all.writeBytes(new byte[] {0x01, 0x00, 0x03});
        }
        all.writeBytes(new byte[] {0x00, 0x00, (byte) 0xF3, 0x1A});
        return new DeliveryOrder("ROSE-0042", "dst", all.toByteArray(), 7);
    }

    @Override
    protected List<String> transcripts() {
        return Stream.of(
                        "delivered.txt",
                        "held-twice.txt",
                        "held-before-the-start.txt",
                        "paused.txt",
                        "aborted.txt",
                        "aborted-before-the-start.txt",
                        "machine-hangs-up.txt",
                        "strange-bytes.txt")
                .map(name -> "/org/stitchery/driver/tapereader/" + name)
                .toList();
    }
}
