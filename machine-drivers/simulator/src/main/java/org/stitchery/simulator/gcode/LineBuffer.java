package org.stitchery.simulator.gcode;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The receive buffer of a small board: 128 bytes, one of which it cannot fill. Bytes stay in it until the line before them
 * is done with; what does not fit is lost and counted, unless it was excused.
 */
final class LineBuffer {

    static final int BYTES = 128;

    private final ArrayDeque<Byte> bytes = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();
    private long lost;
    private long excused;

    void put(byte b) {
        if (bytes.size() >= BYTES - 1 && excused-- <= 0) {
            excused = 0;
            lost++;
            return;
        }
        bytes.add(b);
    }

    void excuse(long more) {
        excused = Math.min(65_536, excused + more);
    }

    int free() {
        return Math.max(0, BYTES - bytes.size());
    }

    /** The next whole line, which makes room for its bytes; null while there is none. */
    @Nullable
    String line() {
        while (!bytes.isEmpty()) {
            char c = (char) (bytes.remove() & 0xFF);
            if (c == '\n' || c == '\r') {
                String whole = line.toString();
                line.setLength(0);
                return whole;
            }
            line.append(c);
        }
        return null;
    }

    /** Everything in it is thrown away. */
    void clear() {
        bytes.clear();
        line.setLength(0);
    }

    long takeLost() {
        long n = lost;
        lost = 0;
        return n;
    }
}
