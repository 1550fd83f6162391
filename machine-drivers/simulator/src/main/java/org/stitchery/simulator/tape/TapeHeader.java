package org.stitchery.simulator.tape;

import java.nio.charset.StandardCharsets;

/**
 * Looks for the beginning of a tape: at least 16 NUL bytes of leader, then a DST header of 512 bytes that begins with
 * {@code LA:}. Anything else is passed over, as a tape reader passes over what comes before the holes.
 */
final class TapeHeader {

    static final int BYTES = 512;

    private static final int SHORTEST_LEADER = 16;
    private static final byte[] MAGIC = {'L', 'A', ':'};
    private static final int LABEL_BYTES = 16;

    private final byte[] header = new byte[BYTES];
    private int leader;
    private int read;

    /** Takes the next byte; true when it was the last of a header. */
    boolean take(byte b) {
        if (read < MAGIC.length && (b != MAGIC[read] || leader < SHORTEST_LEADER)) {
            leader = b != 0 ? 0 : read == 0 ? leader + 1 : 1;
            read = 0;
            return false;
        }
        header[read++] = b;
        return read == BYTES;
    }

    /** The design's label once {@link #take} said true, at most 16 characters, never a control character. */
    String label() {
        String text = new String(header, MAGIC.length, LABEL_BYTES, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\r');
        return (end < 0 ? text : text.substring(0, end))
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
    }

    /** Forgets what it saw and looks for the next leader. */
    void restart() {
        leader = 0;
        read = 0;
    }
}
