package org.stitchery.embroidery.format.pfaff;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.FormatWriter;
import org.stitchery.embroidery.format.Losses;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignWalk;
import org.stitchery.embroidery.format.record.StreamingWriter;
import org.stitchery.embroidery.format.record.ThreadPlan;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * Pfaff PCS, PCD and PCQ: the same layout for other machines and hoops, told apart by the hoop. PCS is written; of the
 * hoops of the others we do not know the size and so not where in them a design would lie.
 *
 * <pre>
 * 0   '2'
 * 1   hoop: 0 PCD, 1 PCQ, 2 and 3 PCS
 * 2   u16 colours, for each R G B 00
 *     u16 records that are no colour changes, then the records
 * </pre>
 */
public final class PcsFormat extends PfaffFormat {

    /** For the hoops of 80 x 80 and 120 x 115 mm. */
    public static final PcsFormat PCS = new PcsFormat("pcs", "Pfaff PCS", 2, 3);

    /** For hoops of earlier machines. */
    public static final PcsFormat PCD = new PcsFormat("pcd", "Pfaff PCD", 0, 0);

    /** For the largest hoops. */
    public static final PcsFormat PCQ = new PcsFormat("pcq", "Pfaff PCQ", 1, 1);

    private static final int COLORS = 16;
    private static final int COLOR_BYTES = 4;

    private PcsFormat(String id, String title, int firstHoop, int lastHoop) {
        super(id, title, Threads.RGB, false, COLOR_BYTES, firstHoop, lastHoop);
    }

    @Override
    protected ThreadColor color(ByteSource file, int at) throws FormatException {
        return ThreadColor.ofRgb(file.u24be(at));
    }

    @Override
    public Optional<FormatWriter> writer() {
        return this == PCS ? Optional.of(new Writer()) : Optional.empty();
    }

    private final class Writer extends StreamingWriter {

        @Override
        protected EmbroideryFormat format() {
            return PcsFormat.this;
        }

        @Override
        protected List<Finding> encode(StitchPattern pattern, WriteOptions options, ByteSink out) throws IOException {
            Extents extents = pattern.extents();
            PfaffHoop hoop = PfaffHoop.around(extents);
            ThreadPlan plan = ThreadPlan.of(pattern);
            SixteenColors colors = SixteenColors.of(plan.byEvent(pattern));
            Records counted = new Records(ByteSink.counting(), hoop, colors);
            DesignWalk walk = DesignWalk.through(pattern, options, LONGEST_MOVE, counted);
            if (counted.moves > MOST_RECORDS) {
                throw new IllegalArgumentException("A PCS holds " + MOST_RECORDS + " records; the design "
                        + pattern.name() + " needs " + counted.moves);
            }
            out.u8(VERSION).u8(hoop.code()).u16(COLORS);
            for (ThreadColor color : colors.all()) {
                out.u24be(color.rgb()).u8(0);
            }
            out.u16(counted.moves);
            Records records = new Records(out, hoop, colors);
            records.color();
            DesignWalk.through(pattern, options, LONGEST_MOVE, records);

            List<Finding> findings = Losses.declared(PcsFormat.this, pattern, options);
            findings.addAll(plan.findings());
            findings.addAll(walk.findings());
            findings.addAll(hoop.findings(extents));
            if (colors.merged() > 0) {
                findings.add(Finding.of(
                        Severity.WARNING,
                        "TOO_MANY_COLORS",
                        "A PCS holds " + COLORS + " colours: " + colors.merged()
                                + " more are written as the one that looks most like them."));
            }
            return findings;
        }
    }

    /** Counts moves from the hoop's corner and colours from the first. */
    private static final class Records implements DesignWalk.Records {

        private final ByteSink out;
        private final SixteenColors colors;
        private int x;
        private int y;
        private int event;
        private int moves;

        Records(ByteSink out, PfaffHoop hoop, SixteenColors colors) {
            this.out = out;
            this.colors = colors;
            this.x = hoop.middleX();
            this.y = hoop.middleY();
        }

        void color() throws IOException {
            out.u32(colors.number(event++)).u32(0).u8(PfaffRecords.CHANGE);
        }

        @Override
        public void stitch(int dx, int dy) throws IOException {
            move(dx, dy, PfaffRecords.STITCH);
        }

        @Override
        public void jump(int dx, int dy) throws IOException {
            move(dx, dy, PfaffRecords.JUMP);
        }

        private void move(int dx, int dy, int what) throws IOException {
            x += dx;
            y -= dy;
            moves++;
            PfaffRecords.write(out, x, y, what);
        }

        @Override
        public void trim() {
            // There is no code for it.
        }

        @Override
        public void change(int block) throws IOException {
            color();
        }

        @Override
        public void stop() throws IOException {
            color();
        }

        @Override
        public void end() {
            // The count tells the end.
        }
    }
}
