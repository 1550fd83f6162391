package org.stitchery.embroidery.format.tajima;

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
import org.stitchery.embroidery.format.record.NeedlePlan;
import org.stitchery.embroidery.format.record.RecordFormat;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;

/** Tajima TBF, with needles and colours. */
public final class TbfFormat extends RecordFormat {

    /** The one instance. */
    public static final TbfFormat TBF = new TbfFormat();

    static final int STITCH = 0x80;
    static final int JUMP = 0x90;
    static final int NEEDLE = 0x81;
    static final int CUT = 0x86;
    static final int STOP = 0x40;
    static final int END = 0x8F;
    static final int LONGEST_MOVE = 127;
    static final int MOST_NEEDLES = 15;
    static final int BYTES = 3;

    private TbfFormat() {
        super(
                "tbf",
                "Tajima TBF",
                List.of("tbf"),
                new FormatAbilities(Threads.RGB, Trims.EXPLICIT, true, TbfHeader.NAME_LENGTH, LONGEST_MOVE, 1)
                        .withNeedles(MOST_NEEDLES),
                BYTES,
                true);
    }

    @Override
    protected int start(ByteSource file) throws FormatException {
        if (!TbfHeader.isIn(file)) {
            throw file.wrong(TbfHeader.NAME - 3, "\"LA:\" of a TBF header", "something else");
        }
        return startAfter(TbfHeader.SIZE, file);
    }

    @Override
    protected boolean bearsMark(ByteSource file) {
        return TbfHeader.isIn(file);
    }

    @Override
    protected String name(ByteSource file) throws FormatException {
        return TbfHeader.name(file);
    }

    @Override
    protected void header(ByteSource file, DesignReading design) throws FormatException {
        design.threads(TbfHeader.threads(file));
        int first = TbfHeader.needle(file, 0);
        if (first > 0) {
            design.onNeedle(first);
        }
    }

    @Override
    protected boolean record(ByteSource file, int offset, DesignReading design) throws FormatException {
        int dx = file.i8(offset);
        int dy = -file.i8(offset + 1);
        int ctrl = file.u8(offset + 2);
        switch (ctrl) {
            case STITCH -> design.stitchBy(dx, dy);
            case JUMP -> design.jumpBy(dx, dy);
            case NEEDLE -> {
                design.carryBy(dx, dy);
                next(file, design);
            }
            case CUT -> {
                design.carryBy(dx, dy);
                design.trim();
            }
            case STOP -> {
                design.carryBy(dx, dy);
                design.stop();
            }
            case END -> {
                design.carryBy(dx, dy);
                return false;
            }
            default -> design.unknown(ctrl);
        }
        return true;
    }

    /** A needle event in front of the first stitch is the one to begin with, which the header has named already. */
    private static void next(ByteSource file, DesignReading design) throws FormatException {
        if (design.hasSewn()) {
            int at = design.block() + 1;
            int needle = TbfHeader.needle(file, at);
            design.change();
            if (needle > 0) {
                design.onNeedle(needle);
            }
        }
    }

    @Override
    protected boolean isWritten() {
        return true;
    }

    @Override
    protected List<Finding> encode(StitchPattern pattern, WriteOptions options, ByteSink out) throws IOException {
        NeedlePlan needles = NeedlePlan.of(pattern, MOST_NEEDLES);
        ByteSink counted = ByteSink.counting();
        records(pattern, options, counted);
        List<Finding> findings = new ArrayList<>(TbfHeader.write(this, pattern, needles, counted.size() / BYTES, out));
        findings.addAll(records(pattern, options, out).findings());
        findings.addAll(needles.findings());
        out.u8(0x1A);
        return findings;
    }

    private static DesignWalk records(StitchPattern pattern, WriteOptions options, ByteSink out) throws IOException {
        Records records = new Records(out);
        records.event(NEEDLE);
        return DesignWalk.through(pattern, options, LONGEST_MOVE, records);
    }

    private record Records(ByteSink out) implements DesignWalk.Records {

        @Override
        public void stitch(int dx, int dy) throws IOException {
            out.u8(dx).u8(-dy).u8(STITCH);
        }

        /** A jump to where the frame stands is left out: some readers take it for a cut. */
        @Override
        public void jump(int dx, int dy) throws IOException {
            if (dx != 0 || dy != 0) {
                out.u8(dx).u8(-dy).u8(JUMP);
            }
        }

        @Override
        public void trim() throws IOException {
            event(CUT);
        }

        @Override
        public void change(int block) throws IOException {
            event(NEEDLE);
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
            out.u8(0).u8(0).u8(code);
        }
    }
}
