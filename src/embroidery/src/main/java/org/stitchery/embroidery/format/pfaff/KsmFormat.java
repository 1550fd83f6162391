package org.stitchery.embroidery.format.pfaff;

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
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchPattern;

/** Pfaff KSM, of the professional machines. Written with an empty header, as no meaning of it is known. */
public final class KsmFormat extends RecordFormat {

    /** The one instance. */
    public static final KsmFormat KSM = new KsmFormat();

    private static final int HEADER = 0x200;
    private static final int BYTES = 3;
    private static final int LEFT = 0x40;
    private static final int DOWN = 0x20;
    private static final int CODE = 0x1F;
    private static final int MARK = 0x80;
    private static final int MOVE = 0x00;
    private static final int STOP = 0x05;
    private static final int CUT = 0x07;
    private static final int END = 0x08;
    private static final int NEEDLE_0 = 0x0A;
    private static final int MOST_NEEDLES = 8;
    private static final int SEW_AGAIN = 0x19;
    private static final int NEARLY_OVER = 0x1B;
    private static final int LONGEST_MOVE = 127;

    private KsmFormat() {
        super(
                "ksm",
                "Pfaff KSM",
                List.of("ksm"),
                new FormatAbilities(Threads.NEEDLES, Trims.EXPLICIT, true, 0, LONGEST_MOVE, 1)
                        .withNeedles(MOST_NEEDLES),
                BYTES,
                true);
    }

    @Override
    protected int start(ByteSource file) throws FormatException {
        return startAfter(HEADER, file);
    }

    @Override
    protected boolean record(ByteSource file, int offset, DesignReading design) throws FormatException {
        int ctrl = file.u8(offset + 2);
        int dy = file.u8(offset);
        int dx = file.u8(offset + 1);
        dy = (ctrl & DOWN) == 0 ? -dy : dy;
        dx = (ctrl & LEFT) == 0 ? dx : -dx;
        int code = ctrl & CODE;
        if ((ctrl & MARK) == 0) {
            design.unknown(ctrl);
            return true;
        }
        if (code == MOVE) {
            design.moveBy(dx, dy);
            return true;
        }
        design.carryBy(dx, dy);
        switch (code) {
            case CUT, 0x13, 0x1D -> {
                // Files begin with a cut, where there is no thread yet.
                if (offset > HEADER) {
                    design.trim();
                }
                design.needleUp(true);
            }
            case 0x17, 0x18, SEW_AGAIN -> design.needleUp(false);
            case STOP -> design.stop();
            case NEARLY_OVER -> {}
            case END -> {
                return false;
            }
            default -> {
                if (code > NEEDLE_0 && code <= NEEDLE_0 + MOST_NEEDLES) {
                    design.needle(code - NEEDLE_0);
                    design.needleUp(true);
                } else {
                    design.unknown(ctrl);
                }
            }
        }
        return true;
    }

    @Override
    protected boolean isWritten() {
        return true;
    }

    @Override
    protected List<Finding> encode(StitchPattern pattern, WriteOptions options, ByteSink out) throws IOException {
        NeedlePlan needles = NeedlePlan.of(pattern, MOST_NEEDLES);
        out.times(HEADER, 0);
        Records records = new Records(out, needles);
        records.event(CUT);
        records.event(NEEDLE_0 + needles.needle(0));
        List<Finding> findings = new ArrayList<>(
                DesignWalk.through(pattern, options, LONGEST_MOVE, records).findings());
        findings.addAll(needles.findings());
        if (records.addedCuts > 0) {
            findings.add(Finding.of(
                    Severity.WARNING,
                    "CUTS_ADDED",
                    records.addedCuts + " times the frame moves with the thread uncut, for which " + title()
                            + " has no code: the thread is cut there."));
        }
        return findings;
    }

    /** The frame only moves without the needle after a cut. */
    private static final class Records implements DesignWalk.Records {

        private final ByteSink out;
        private final NeedlePlan needles;
        private boolean up = true;
        private int addedCuts;

        Records(ByteSink out, NeedlePlan needles) {
            this.out = out;
            this.needles = needles;
        }

        @Override
        public void stitch(int dx, int dy) throws IOException {
            if (up) {
                event(SEW_AGAIN);
                up = false;
            }
            move(dx, dy);
        }

        @Override
        public void jump(int dx, int dy) throws IOException {
            if (!up) {
                trim();
                addedCuts++;
            }
            move(dx, dy);
        }

        @Override
        public void trim() throws IOException {
            event(CUT);
            up = true;
        }

        @Override
        public void change(int block) throws IOException {
            event(NEEDLE_0 + needles.needle(block));
            up = true;
        }

        @Override
        public void stop() throws IOException {
            event(STOP);
        }

        @Override
        public void end() throws IOException {
            event(END);
        }

        private void event(int code) throws IOException {
            out.u8(0).u8(0).u8(MARK | LEFT | DOWN | code);
        }

        private void move(int dx, int dy) throws IOException {
            int signs = (dx < 0 ? LEFT : 0) | (dy > 0 ? DOWN : 0);
            out.u8(Math.abs(dy)).u8(Math.abs(dx)).u8(MARK | signs | MOVE);
        }
    }
}
