package org.stitchery.simulator.needlelink;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.stitchery.simulator.needlelink.Codes.Result;

/** What is kept of one run, without power too. */
final class Run {

    private static final int LABEL_BYTES = 16;

    final int number;
    final long fence;
    final long attempt;
    final int format;
    final int length;
    final int crc32;
    final int stitches;
    final int from;
    private final byte[] label = new byte[LABEL_BYTES];
    Result result = Result.OPEN;
    boolean started;
    int furthest;
    int threadBreaks;
    long startedNanos;
    long endedNanos;

    /** The fields of an ANNOUNCE in their order. */
    Run(ByteBuffer fields) {
        number = fields.getInt();
        fence = fields.getLong();
        attempt = fields.getLong();
        format = fields.get() & 0xFF;
        length = fields.getInt();
        crc32 = fields.getInt();
        stitches = fields.getInt();
        from = fields.getInt();
        fields.get(label);
        furthest = from;
    }

    /** Whether this is the same announcement once more. */
    boolean announcedAs(Run other) {
        return number == other.number
                && fence == other.fence
                && attempt == other.attempt
                && format == other.format
                && length == other.length
                && crc32 == other.crc32
                && stitches == other.stitches
                && from == other.from
                && Arrays.equals(label, other.label);
    }

    byte[] labelBytes() {
        return label.clone();
    }

    /** 1 to 16 of the characters a label may have, empty when it has others. */
    String label() {
        int end = 0;
        while (end < LABEL_BYTES && label[end] != 0) {
            end++;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < end; i++) {
            char c = (char) (label[i] & 0xFF);
            boolean legal = c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
            if (!legal) {
                return "";
            }
            text.append(c);
        }
        return text.toString();
    }

    /** The format's name among ours, empty for a number we do not know. */
    String formatId() {
        return switch (format) {
            case 1 -> "dst";
            case 2 -> "exp";
            default -> "";
        };
    }

    boolean over() {
        return result != Result.OPEN;
    }

    /** Seconds from its start to its end, or to now. */
    int seconds(long nowNanos) {
        return started ? (int) (((over() ? endedNanos : nowNanos) - startedNanos) / 1_000_000_000L) : 0;
    }
}
