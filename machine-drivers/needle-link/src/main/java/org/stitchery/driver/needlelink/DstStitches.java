package org.stitchery.driver.needlelink;

/**
 * Counts the needle penetrations of a DST file: records of three bytes behind 512 of header, of which the two highest bits
 * of the third say what they are, up to the end record. Both sides count, so that a machine that understands the file
 * differently says so before it sews.
 */
final class DstStitches {

    private static final int HEADER_BYTES = 512;
    private static final int RECORD_BYTES = 3;
    private static final int END = 0xF3;
    /** Jump, colour change and sequin records have one of these bits. */
    private static final int NO_STITCH = 0xC0;

    private DstStitches() {}

    static int count(byte[] dst) {
        int stitches = 0;
        for (int at = HEADER_BYTES; at + 2 < dst.length; at += RECORD_BYTES) {
            int third = dst[at + 2] & 0xFF;
            if ((third & END) == END) {
                break;
            }
            stitches += (third & NO_STITCH) == 0 ? 1 : 0;
        }
        return stitches;
    }
}
