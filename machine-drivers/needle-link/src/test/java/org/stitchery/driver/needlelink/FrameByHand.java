package org.stitchery.driver.needlelink;

import java.io.ByteArrayOutputStream;

/** A frame as PROTOCOL.md describes it, put together without the driver's code. */
final class FrameByHand {

    private FrameByHand() {}

    /** @param body kind, tag and fields */
    static byte[] of(byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(body);
        int crc = crc32(body);
        for (int shift = 0; shift < 32; shift += 8) {
            all.write(crc >>> shift);
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        ByteArrayOutputStream run = new ByteArrayOutputStream();
        line.write(0);
        for (byte b : all.toByteArray()) {
            if (b == 0) {
                line.write(run.size() + 1);
                line.writeBytes(run.toByteArray());
                run.reset();
            } else {
                run.write(b);
            }
        }
        line.write(run.size() + 1);
        line.writeBytes(run.toByteArray());
        line.write(0);
        return line.toByteArray();
    }

    /** Bit by bit, as a machine without a table would do it. */
    static int crc32(byte[] bytes) {
        int crc = -1;
        for (byte b : bytes) {
            crc ^= b & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc >>> 1) ^ ((crc & 1) == 0 ? 0 : 0xEDB88320);
            }
        }
        return ~crc;
    }
}
