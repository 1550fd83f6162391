package org.stitchery.embroidery.format.janome;

import java.io.IOException;
import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.format.record.DesignWalk;
import org.stitchery.embroidery.format.record.PairFormat;
import org.stitchery.embroidery.model.StitchPattern;

/** A format with Janome's pairs. */
abstract class JanomePairs extends PairFormat {

    static final int ESCAPE = 0x80;
    static final int CHANGE = 0x01;
    static final int JUMP = 0x02;
    static final int END = 0x10;
    static final int LONGEST_MOVE = 127;

    JanomePairs(String id, String title, List<String> extensions, FormatAbilities abilities) {
        super(id, title, extensions, abilities, ESCAPE, true, true);
    }

    /** The next event of the colour table: a colour change, or a stop. */
    protected void change(ByteSource file, DesignReading design) throws FormatException {
        design.change();
    }

    /** True when this code moves the frame with the needle up. */
    protected boolean isJump(int code) {
        return code == JUMP;
    }

    @Override
    protected final int announced(ByteSource file, int offset, DesignReading design) throws FormatException {
        int code = file.u8(offset + 1);
        if (code == END) {
            return -1;
        }
        if (!file.holds(offset, 4)) {
            design.endMissing();
            return -1;
        }
        int dx = file.i8(offset + 2);
        int dy = dy(file.i8(offset + 3));
        if ((code & CHANGE) != 0) {
            design.carryBy(dx, dy);
            change(file, design);
        } else if (isJump(code)) {
            design.jumpBy(dx, dy);
        } else {
            design.unknown(code);
        }
        return offset + 4;
    }

    /** Writes Janome's pairs. */
    record Pairs(ByteSink out, int jumpsPerTrim) implements DesignWalk.Records {

        @Override
        public void stitch(int dx, int dy) throws IOException {
            out.u8(dx).u8(-dy);
        }

        @Override
        public void jump(int dx, int dy) throws IOException {
            out.u8(ESCAPE).u8(JUMP).u8(dx).u8(-dy);
        }

        @Override
        public void trim() throws IOException {
            for (int i = 0; i < jumpsPerTrim; i++) {
                jump(0, 0);
            }
        }

        @Override
        public void change(int block) throws IOException {
            out.u8(ESCAPE).u8(CHANGE).u16(0);
        }

        @Override
        public void stop() throws IOException {
            out.u8(ESCAPE).u8(CHANGE).u16(0);
        }

        @Override
        public void end() throws IOException {
            out.u8(ESCAPE).u8(END);
        }
    }

    /** Writes all pairs, the end included. */
    static DesignWalk write(StitchPattern pattern, WriteOptions options, ByteSink out) throws IOException {
        return DesignWalk.through(pattern, options, LONGEST_MOVE, new Pairs(out, options.jumpsPerTrim()));
    }
}
