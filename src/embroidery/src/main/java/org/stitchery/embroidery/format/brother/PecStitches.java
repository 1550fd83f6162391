package org.stitchery.embroidery.format.brother;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.format.record.DesignWalk;
import org.stitchery.embroidery.model.StitchPattern;

/** The stitches of a PEC block. */
final class PecStitches {

    static final int LONGEST_MOVE = 2047;

    private static final int END = 0xFF;
    private static final int CHANGE = 0xFE;
    private static final int CHANGE_TOO = 0xB0;
    private static final int LONG = 0x80;
    private static final int JUMP = 0x10;
    private static final int CUT = 0x20;

    private final ByteSource file;
    private final DesignReading design;
    private final List<Integer> numbers;
    private final boolean stops;
    private int at;
    private int event;

    private PecStitches(ByteSource file, int from, DesignReading design, List<Integer> numbers, boolean stops) {
        this.file = file;
        this.at = from;
        this.design = design;
        this.numbers = numbers;
        this.stops = stops;
    }

    /**
     * Takes in stitches up to the end code or to where the file breaks off.
     *
     * @param numbers of the colours, event by event
     * @param stops true takes the same number again for a stop
     * @return for each colour block which event it begins with, counted from 0, and then the numbers left over
     */
    static List<Integer> read(ByteSource file, int from, DesignReading design, List<Integer> numbers, boolean stops)
            throws FormatException {
        return new PecStitches(file, from, design, numbers, stops).read();
    }

    private List<Integer> read() throws FormatException {
        List<Integer> blocks = new ArrayList<>();
        blocks.add(0);
        while (design.goesOn()) {
            design.at(at);
            if (!file.holds(at, 2)) {
                if (!file.holds(at, 1) || file.u8(at) != END) {
                    design.endMissing();
                }
                break;
            }
            int first = file.u8(at);
            if (first == END) {
                break;
            }
            if (first == CHANGE && file.u8(at + 1) == CHANGE_TOO) {
                at += 3;
                change(blocks);
            } else if (!move()) {
                break;
            }
        }
        for (int left = event + 1; left < numbers.size(); left++) {
            blocks.add(left);
        }
        return blocks;
    }

    private void change(List<Integer> blocks) {
        event++;
        boolean known = event < numbers.size();
        if (stops && known && numbers.get(event).equals(numbers.get(event - 1))) {
            design.stop();
        } else {
            design.change();
            blocks.add(event);
        }
    }

    private boolean move() throws FormatException {
        int flags = 0;
        int[] xy = new int[2];
        for (int axis = 0; axis < 2; axis++) {
            if (!file.holds(at, 1) || (file.u8(at) & LONG) != 0 && !file.holds(at, 2)) {
                design.endMissing();
                return false;
            }
            int value = file.u8(at++);
            if ((value & LONG) != 0) {
                flags |= value;
                xy[axis] = ((value & 0x0F) << 8 | file.u8(at++)) << 20 >> 20;
            } else {
                xy[axis] = value << 25 >> 25;
            }
        }
        if ((flags & CUT) != 0) {
            design.trim();
            design.carryBy(xy[0], xy[1]);
        } else if ((flags & JUMP) != 0) {
            design.jumpBy(xy[0], xy[1]);
        } else {
            design.stitchBy(xy[0], xy[1]);
        }
        return true;
    }

    /** Writes stitches, the end included. */
    static DesignWalk write(StitchPattern pattern, WriteOptions options, ByteSink out) throws IOException {
        return DesignWalk.through(pattern, options, LONGEST_MOVE, new Records(out));
    }

    /** A cut is a flag of the jump that follows it; where none does, of one to nowhere. */
    private static final class Records implements DesignWalk.Records {

        private final ByteSink out;
        private boolean cut;
        private boolean second = true;

        Records(ByteSink out) {
            this.out = out;
        }

        @Override
        public void stitch(int dx, int dy) throws IOException {
            cutHere();
            value(dx);
            value(dy);
        }

        @Override
        public void jump(int dx, int dy) throws IOException {
            if (cut && dx == 0 && dy == 0) {
                cutHere();
            }
            longValue(dx, cut ? CUT : JUMP);
            longValue(dy, cut ? CUT : JUMP);
            cut = false;
        }

        @Override
        public void trim() throws IOException {
            cutHere();
            cut = true;
        }

        @Override
        public void change(int block) throws IOException {
            cutHere();
            out.u8(CHANGE).u8(CHANGE_TOO).u8(second ? 2 : 1);
            second = !second;
        }

        @Override
        public void stop() throws IOException {
            change(0);
        }

        @Override
        public void end() throws IOException {
            cutHere();
            out.u8(END).u8(0);
        }

        private void cutHere() throws IOException {
            if (cut) {
                longValue(0, CUT);
                longValue(0, CUT);
                cut = false;
            }
        }

        private void value(int value) throws IOException {
            if (value >= -64 && value <= 63) {
                out.u8(value & 0x7F);
            } else {
                longValue(value, 0);
            }
        }

        private void longValue(int value, int flag) throws IOException {
            out.u8(LONG | flag | value >> 8 & 0x0F).u8(value);
        }
    }
}
