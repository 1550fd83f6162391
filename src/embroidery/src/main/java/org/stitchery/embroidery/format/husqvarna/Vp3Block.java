package org.stitchery.embroidery.format.husqvarna;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * The commands that one colour of a VP3 sews. The format knows no moves without a stitch: where the frame jumps, the next
 * stitch comes from further away.
 *
 * @param from first command
 * @param to behind the last
 * @param startX where the frame stands at its beginning
 * @param startY likewise, downwards
 */
record Vp3Block(int from, int to, int startX, int startY) {

    private static final int SHORTEST = -127;
    private static final int LONGEST = 127;

    /** One for the beginning and one for each colour change and stop. */
    static List<Vp3Block> divide(StitchPattern pattern) {
        List<Vp3Block> blocks = new ArrayList<>();
        int from = 0;
        int x = 0;
        int y = 0;
        for (int i = 0; i < pattern.size(); i++) {
            StitchCommand command = pattern.command(i);
            if (command == StitchCommand.COLOR_CHANGE || command == StitchCommand.STOP) {
                blocks.add(new Vp3Block(from, i, x, y));
                from = i + 1;
                x = pattern.x(i);
                y = pattern.y(i);
            }
        }
        blocks.add(new Vp3Block(from, pattern.size() - 1, x, y));
        return blocks;
    }

    /** Where its last stitch is. */
    int endX(StitchPattern pattern) {
        int last = lastStitch(pattern);
        return last < 0 ? startX : pattern.x(last);
    }

    /** Likewise, downwards. */
    int endY(StitchPattern pattern) {
        int last = lastStitch(pattern);
        return last < 0 ? startY : pattern.y(last);
    }

    private int lastStitch(StitchPattern pattern) {
        for (int i = to - 1; i >= from; i--) {
            if (pattern.command(i) == StitchCommand.STITCH) {
                return i;
            }
        }
        return -1;
    }

    void stitches(StitchPattern pattern, WriteOptions options, ByteSink out) throws IOException {
        int x = startX;
        int y = startY;
        for (int i = from; i < to; i++) {
            StitchCommand command = pattern.command(i);
            if (command == StitchCommand.TRIM && options.trims()) {
                out.u8(0x80).u8(0x03);
            } else if (command == StitchCommand.STITCH) {
                int dx = pattern.x(i) - x;
                int dy = pattern.y(i) - y;
                x = pattern.x(i);
                y = pattern.y(i);
                stitch(dx, dy, out);
            }
        }
    }

    private static void stitch(int dx, int dy, ByteSink out) throws IOException {
        boolean near = dx >= SHORTEST && dx <= LONGEST && dy >= SHORTEST && dy <= LONGEST;
        if (near) {
            out.u8(dx).u8(dy);
        } else {
            out.u8(0x80).u8(0x01).u16be(dx).u16be(dy).u8(0x80).u8(0x02);
        }
    }
}
