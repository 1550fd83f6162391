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

    /** Where each penetration is over, in bytes from the beginning, never falling. */
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

    /** Of a file that is read only once it is whole: none, or all. */
    static StitchMap whole(int penetrations, int bytes) {
        int[] ends = new int[penetrations];
        Arrays.fill(ends, bytes);
        return new StitchMap(ends);
    }

    /** Penetrations in the first {@code bytes} bytes of the design, its header included. */
    int within(long bytes) {
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] <= bytes) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Penetrations of the whole design. */
    int total() {
        return ends.length;
    }
}
