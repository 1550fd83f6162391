package org.stitchery.service.production;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.stitchery.embroidery.format.dst.DstRecord;

/**
 * How many penetrations lie within the first bytes of an encoded design. Only what has left whole counts: of a DST, after
 * the header of 512 bytes, the records of three with which the needle goes down; of G-code, the lines that send it down.
 */
final class StitchMap {

    private static final int DST_HEADER = 512;

    /** Where each penetration is over, in bytes from the beginning, rising. */
    private final int[] ends;

    private StitchMap(int[] ends) {
        this.ends = ends;
    }

    static StitchMap ofDst(byte[] content) {
        IntStream.Builder ends = IntStream.builder();
        for (int at = DST_HEADER; at + DstRecord.BYTES <= content.length; at += DstRecord.BYTES) {
            DstRecord.Kind kind = DstRecord.decode(content, at).kind();
            if (kind == DstRecord.Kind.END) {
                break;
            }
            if (kind == DstRecord.Kind.STITCH) {
                ends.add(at + DstRecord.BYTES);
            }
        }
        return new StitchMap(ends.build().toArray());
    }

    /** @param ends where each penetration is over, in bytes from the beginning, rising */
    static StitchMap ofEnds(int[] ends) {
        return new StitchMap(ends.clone());
    }

    /** Penetrations in the first {@code bytes} bytes of the design, its header included. */
    int within(long bytes) {
        int found = Arrays.binarySearch(ends, (int) Math.min(Integer.MAX_VALUE, bytes));
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Penetrations of the whole design. */
    int total() {
        return ends.length;
    }
}
