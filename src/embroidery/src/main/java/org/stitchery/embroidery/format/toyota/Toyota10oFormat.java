package org.stitchery.embroidery.format.toyota;

import java.io.IOException;
import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.format.record.DesignWalk;
import org.stitchery.embroidery.format.record.RecordFormat;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;

/** Toyota 10o. */
public final class Toyota10oFormat extends RecordFormat {

    /** The one instance. */
    public static final Toyota10oFormat TOYOTA_10O = new Toyota10oFormat();

    private static final int LEFT = 0x20;
    private static final int DOWN = 0x40;
    private static final int MARK = 0x80;
    private static final int STITCH = 0x80;
    private static final int JUMP = 0x90;
    private static final int CUT = 0x81;
    private static final int STOP = 0x82;
    private static final int CHANGE = 0x85;
    private static final int END = 0x87;
    private static final int BEGIN = 0x8A;
    private static final int BYTES = 3;

    /** A record has room for 255; genuine files keep to less. */
    private static final int LONGEST_MOVE = 127;

    private Toyota10oFormat() {
        super(
                "10o",
                "Toyota 10o",
                List.of("10o"),
                new FormatAbilities(Threads.NONE, Trims.EXPLICIT, true, 0, LONGEST_MOVE, 1),
                BYTES,
                true);
    }

    @Override
    protected int start(ByteSource file) throws FormatException {
        return startAfter(0, file);
    }

    @Override
    protected boolean bearsMark(ByteSource file) {
        return file.says(0, (byte) BEGIN, (byte) 0, (byte) 0);
    }

    @Override
    protected boolean record(ByteSource file, int offset, DesignReading design) throws FormatException {
        int ctrl = file.u8(offset);
        int dy = file.u8(offset + 1);
        int dx = file.u8(offset + 2);
        dy = (ctrl & DOWN) == 0 ? -dy : dy;
        dx = (ctrl & LEFT) == 0 ? dx : -dx;
        int code = ctrl & ~(LEFT | DOWN);
        switch (code) {
            case STITCH -> design.stitchBy(dx, dy);
            case JUMP -> design.jumpBy(dx, dy);
            case CUT -> design.trim();
            case CHANGE -> design.change();
            case STOP -> design.stop();
            case END -> {
                return false;
            }
            case BEGIN -> design.carryBy(dx, dy);
            default -> design.unknown(ctrl);
        }
        if (code == CUT || code == CHANGE || code == STOP) {
            design.carryBy(dx, dy);
        }
        return true;
    }

    @Override
    protected boolean isWritten() {
        return true;
    }

    @Override
    protected List<Finding> encode(StitchPattern pattern, WriteOptions options, ByteSink out) throws IOException {
        Records records = new Records(out);
        records.event(BEGIN);
        return DesignWalk.through(pattern, options, LONGEST_MOVE, records).findings();
    }

    private record Records(ByteSink out) implements DesignWalk.Records {

        @Override
        public void stitch(int dx, int dy) throws IOException {
            move(STITCH, dx, dy);
        }

        @Override
        public void jump(int dx, int dy) throws IOException {
            move(JUMP, dx, dy);
        }

        @Override
        public void trim() throws IOException {
            event(CUT);
        }

        @Override
        public void change(int block) throws IOException {
            event(CHANGE);
        }

        @Override
        public void stop() throws IOException {
            event(STOP);
        }

        @Override
        public void end() throws IOException {
            event(END);
        }

        void event(int code) throws IOException {
            out.u8(MARK | code).u8(0).u8(0);
        }

        private void move(int code, int dx, int dy) throws IOException {
            int signs = (dy > 0 ? DOWN : 0) | (dx < 0 ? LEFT : 0);
            out.u8(code | signs).u8(Math.abs(dy)).u8(Math.abs(dx));
        }
    }
}
