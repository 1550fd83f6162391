package org.stitchery.driver.api;

/**
 * Which design a machine says it holds, so that what lies there can be compared with what was meant for it.
 *
 * @param label as it was delivered
 * @param bytes length of the encoded design
 * @param crc32 of the encoded design, as of ISO 3309 and {@link java.util.zip.CRC32}; 0 to 2^32 - 1
 */
public record HeldDesign(String label, long bytes, long crc32) {

    public HeldDesign {
        if (bytes < 0 || crc32 < 0 || crc32 > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException(
                    "A held design has 0 or more bytes and a checksum of 32 bits, found " + bytes + " and " + crc32);
        }
    }
}
