package org.stitchery.service.production;

import java.util.Arrays;
import org.stitchery.embroidery.format.dst.DstRecord;

/**
 * How many penetrations lie within the first bytes of an encoded design. For DST: after the header of 512 bytes, records
 * of three; only a complete record counts, and only one with which the needle goes down.
 */
final class StitchMap {

    private static final int DST_HEADER = 512;

    private final int headerBytes;
    private final int recordBytes;

    /** Penetrations within the first n records. */
    private final int[] within;

    private StitchMap(int headerBytes, int recordBytes, int[] within) {
        this.headerBytes = headerBytes;
        this.recordBytes = recordBytes;
        this.within = within;
    }

    static StitchMap ofDst(byte[] content) {
        int records = Math.max(0, (content.length - DST_HEADER) / DstRecord.BYTES);
        int[] within = new int[records + 1];
        int found = 0;
        for (int i = 0; i < records; i++) {
            DstRecord.Kind kind =
                    DstRecord.decode(content, DST_HEADER + i * DstRecord.BYTES).kind();
            if (kind == DstRecord.Kind.END) {
                Arrays.fill(within, i + 1, within.length, found);
                return new StitchMap(DST_HEADER, DstRecord.BYTES, within);
            }
            if (kind == DstRecord.Kind.STITCH) {
                found++;
            }
            within[i + 1] = found;
        }
        return new StitchMap(DST_HEADER, DstRecord.BYTES, within);
    }

    /** Penetrations in the first {@code bytes} bytes of the design, its header included. */
    int within(long bytes) {
        long records = Math.max(0, (bytes - headerBytes) / recordBytes);
        return within[(int) Math.min(records, within.length - 1)];
    }

    /** Penetrations of the whole design. */
    int total() {
        return within[within.length - 1];
    }
}
