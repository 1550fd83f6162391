package org.stitchery.embroidery.format.brother;

import java.io.IOException;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.StitchPattern;

/** The small pictures that machines show: black on white in a frame, 48 x 38 pixels, bit 0 on the left. */
final class PecPicture {

    static final int ROW_BYTES = 6;
    static final int ROWS = 38;

    private static final int COLUMNS = 8 * ROW_BYTES;

    /** Pixels between the picture's edge and the stitches: the frame and one more. */
    private static final int MARGIN = 4;

    private final byte[] bits = new byte[ROW_BYTES * ROWS];

    private PecPicture() {
        for (int x = 3; x < COLUMNS - 3; x++) {
            set(x, 1);
            set(x, ROWS - 2);
        }
        for (int y = 3; y < ROWS - 3; y++) {
            set(1, y);
            set(COLUMNS - 2, y);
        }
        set(2, 2);
        set(COLUMNS - 3, 2);
        set(2, ROWS - 3);
        set(COLUMNS - 3, ROWS - 3);
    }

    /** One of the whole design and then one for each event of its colours. */
    static void writeAll(StitchPattern pattern, int events, ByteSink out) throws IOException {
        PecPicture whole = new PecPicture();
        PecPicture[] parts = new PecPicture[events];
        for (int i = 0; i < events; i++) {
            parts[i] = new PecPicture();
        }
        Extents extents = pattern.extents();
        double scale = Math.min(
                (COLUMNS - 2.0 * MARGIN - 1) / Math.max(1, extents.maxX() - extents.minX()),
                (ROWS - 2.0 * MARGIN - 1) / Math.max(1, extents.maxY() - extents.minY()));
        int event = 0;
        for (int i = 0; i < pattern.size(); i++) {
            switch (pattern.command(i)) {
                case COLOR_CHANGE, STOP -> event++;
                case STITCH -> {
                    int x = (int)
                            Math.rint(COLUMNS / 2.0 + (pattern.x(i) - (extents.minX() + extents.maxX()) / 2.0) * scale);
                    int y = (int)
                            Math.rint(ROWS / 2.0 + (pattern.y(i) - (extents.minY() + extents.maxY()) / 2.0) * scale);
                    whole.set(x, y);
                    parts[event].set(x, y);
                }
                default -> {}
            }
        }
        out.bytes(whole.bits);
        for (PecPicture part : parts) {
            out.bytes(part.bits);
        }
    }

    private void set(int x, int y) {
        int column = Math.max(0, Math.min(COLUMNS - 1, x));
        int row = Math.max(0, Math.min(ROWS - 1, y));
        bits[row * ROW_BYTES + column / 8] |= (byte) (1 << column % 8);
    }
}
