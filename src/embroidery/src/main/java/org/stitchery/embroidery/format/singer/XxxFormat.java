package org.stitchery.embroidery.format.singer;

import java.io.IOException;
import java.util.ArrayList;
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
import org.stitchery.embroidery.format.record.PairFormat;
import org.stitchery.embroidery.format.record.ThreadPlan;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/** Singer XXX. */
public final class XxxFormat extends PairFormat {

    /** The one instance. */
    public static final XxxFormat XXX = new XxxFormat();

    private static final int HEADER = 0x100;
    private static final int COMMANDS = 0x17;
    private static final int COLORS = 0x27;
    private static final int WIDTH = 0x2D;
    private static final int FLAG = 0xF2;
    private static final int END_AT = 0xFC;
    private static final int ESCAPE = 0x7F;
    private static final int ALSO_LONG = 0x7D;
    private static final int JUMP = 0x01;
    private static final int CUT = 0x03;
    private static final int CHANGE = 0x08;
    private static final int END = 0x7F;
    private static final int ALSO_END = 0x18;
    private static final int END_BYTES = 6;
    private static final int LEAST_SLOTS = 21;
    private static final int LONGEST_MOVE = 123;

    private XxxFormat() {
        super(
                "xxx",
                "Singer XXX",
                List.of("xxx"),
                new FormatAbilities(Threads.RGB, Trims.EXPLICIT, false, 0, LONGEST_MOVE, 1),
                ESCAPE,
                true,
                true);
    }

    @Override
    protected int start(ByteSource file) throws FormatException {
        if (file.size() <= HEADER) {
            throw file.wrong(file.size(), "a header of " + HEADER + " bytes and stitches", "the end of the file");
        }
        return HEADER;
    }

    @Override
    protected boolean bearsMark(ByteSource file) {
        try {
            long end = file.u32(END_AT);
            return end >= HEADER && file.says(end, (byte) ESCAPE, (byte) END);
        } catch (FormatException e) {
            return false;
        }
    }

    @Override
    protected void threads(ByteSource file, DesignReading design) throws FormatException {
        List<ThreadColor> threads = new ArrayList<>();
        long at = file.u32(END_AT) + END_BYTES;
        long colors = file.u32(COLORS);
        for (long i = 0; i < colors && file.holds(at, 4); i++, at += 4) {
            threads.add(ThreadColor.ofRgb(file.u24be(at + 1)));
        }
        design.threads(threads);
    }

    @Override
    protected boolean announces(int first) {
        return first >= ALSO_LONG && first <= ESCAPE;
    }

    @Override
    protected int announced(ByteSource file, int offset, DesignReading design) throws FormatException {
        if (file.u8(offset) != ESCAPE) {
            if (!file.holds(offset, 5)) {
                design.endMissing();
                return -1;
            }
            design.jumpBy(file.i16(offset + 1), -file.i16(offset + 3));
            return offset + 5;
        }
        int code = file.u8(offset + 1);
        if (code == END || code == ALSO_END) {
            return -1;
        }
        if (!file.holds(offset, 4)) {
            design.endMissing();
            return -1;
        }
        int dx = file.i8(offset + 2);
        int dy = -file.i8(offset + 3);
        if (code == JUMP) {
            design.jumpBy(dx, dy);
        } else if (code == CUT) {
            design.carryBy(dx, dy);
            design.trim();
        } else if (code == CHANGE || code >= 0x0A && code <= 0x17) {
            design.carryBy(dx, dy);
            design.change();
        } else {
            design.unknown(code);
        }
        return offset + 4;
    }

    @Override
    protected boolean isWritten() {
        return true;
    }

    @Override
    protected List<Finding> encode(StitchPattern pattern, WriteOptions options, ByteSink out) throws IOException {
        ThreadPlan plan = ThreadPlan.of(pattern);
        List<ThreadColor> threads = plan.byEvent(pattern);
        ByteSink counted = ByteSink.counting();
        Pairs measured = new Pairs(counted);
        DesignWalk.through(pattern, options, LONGEST_MOVE, measured);
        Extents extents = pattern.extents();
        int last = pattern.size() - 1;
        out.times(COMMANDS, 0)
                .u32(measured.commands)
                .times(COLORS - COMMANDS - 4, 0)
                .u32(threads.size())
                .u16(0);
        out.u16(extents.maxX() - extents.minX())
                .u16(extents.maxY() - extents.minY())
                .u16(pattern.x(last))
                .u16(-pattern.y(last))
                .u16(-extents.minX())
                .u16(extents.maxY());
        out.times(FLAG - WIDTH - 12, 0).u16(0x20).times(END_AT - FLAG - 2, 0);
        out.u32(HEADER + counted.size() - 4);
        DesignWalk walk = DesignWalk.through(pattern, options, LONGEST_MOVE, new Pairs(out));
        out.u16(0);
        for (int i = 0; i < Math.max(LEAST_SLOTS, threads.size()); i++) {
            out.u8(0).u24be(i < threads.size() ? threads.get(i).rgb() : 0);
        }
        out.u8(0).u24(0xFFFFFF).u8(0).u8(1);
        List<Finding> findings = new ArrayList<>(plan.findings());
        findings.addAll(walk.findings());
        return findings;
    }

    private static final class Pairs implements DesignWalk.Records {

        private final ByteSink out;
        private int commands;

        Pairs(ByteSink out) {
            this.out = out;
        }

        @Override
        public void stitch(int dx, int dy) throws IOException {
            commands++;
            out.u8(dx).u8(-dy);
        }

        @Override
        public void jump(int dx, int dy) throws IOException {
            announce(JUMP, dx, -dy);
        }

        @Override
        public void trim() throws IOException {
            announce(CUT, 0, 0);
        }

        @Override
        public void change(int block) throws IOException {
            announce(CHANGE, 0, 0);
        }

        @Override
        public void stop() throws IOException {
            announce(CHANGE, 0, 0);
        }

        private void announce(int code, int dx, int dy) throws IOException {
            commands++;
            out.u8(ESCAPE).u8(code).u8(dx).u8(dy);
        }

        @Override
        public void end() throws IOException {
            out.u8(ESCAPE).u8(END).u8(0x02).u8(0x14);
        }
    }
}
