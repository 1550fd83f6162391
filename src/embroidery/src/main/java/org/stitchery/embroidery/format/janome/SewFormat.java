package org.stitchery.embroidery.format.janome;

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
import org.stitchery.embroidery.format.record.ChartThreads;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.format.record.DesignWalk;
import org.stitchery.embroidery.format.record.ThreadPlan;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/** Janome SEW. */
public final class SewFormat extends JanomePairs {

    /** The one instance. */
    public static final SewFormat SEW = new SewFormat();

    private static final ChartThreads CHART = ChartThreads.named("Janome SEW", 0);
    private static final int START = 0x1D78;
    private static final int MOST_COLORS = 12;
    private static final int COUNTS = 0x32;
    private static final int ALSO_JUMP = 0x04;

    private SewFormat() {
        super(
                "sew",
                "Janome SEW",
                List.of("sew"),
                new FormatAbilities(Threads.CHART, Trims.NONE, false, 0, LONGEST_MOVE, 1));
    }

    @Override
    protected int start(ByteSource file) throws FormatException {
        if (file.size() <= START) {
            throw file.wrong(file.size(), "a header of " + START + " bytes and stitches", "the end of the file");
        }
        return START;
    }

    @Override
    protected boolean bearsMark(ByteSource file) {
        try {
            int colors = file.u16(0);
            for (int i = 0; i < colors && colors <= MOST_COLORS; i++) {
                if (!CHART.has(file.u16(2 + 2L * i))) {
                    return false;
                }
            }
            return colors >= 1 && colors <= MOST_COLORS && file.u16(0x1A) <= 1;
        } catch (FormatException e) {
            return false;
        }
    }

    @Override
    protected void threads(ByteSource file, DesignReading design) throws FormatException {
        List<ThreadColor> threads = new ArrayList<>();
        int colors = Math.min(file.u16(0), MOST_COLORS);
        for (int i = 0; i < colors; i++) {
            threads.add(CHART.thread(file.u16(2 + 2L * i)));
        }
        design.threads(threads);
    }

    @Override
    protected boolean isJump(int code) {
        return (code & (JUMP | ALSO_JUMP)) != 0;
    }

    @Override
    protected boolean isWritten() {
        return true;
    }

    @Override
    protected List<Finding> encode(StitchPattern pattern, WriteOptions options, ByteSink out) throws IOException {
        ThreadPlan plan = ThreadPlan.of(pattern);
        List<ThreadColor> byEvent = plan.byEvent(pattern);
        int[] numbers = ThreadPlan.numbers(byEvent.subList(0, Math.min(MOST_COLORS, byEvent.size())), CHART);
        out.u16(numbers.length);
        for (int i = 0; i < MOST_COLORS; i++) {
            out.u16(i < numbers.length ? numbers[i] : 0);
        }
        for (int i = 0; i < MOST_COLORS; i++) {
            out.u16(1);
        }
        int[] counts = counts(pattern, options.withTrims(false));
        for (int i = 0; i < MOST_COLORS; i++) {
            out.u16(Math.min(counts[i], 0xFFFF));
        }
        out.times(START - COUNTS - 2 * MOST_COLORS, 0);
        DesignWalk walk = write(pattern, options.withTrims(false), out);
        List<Finding> findings = new ArrayList<>(plan.findings());
        findings.addAll(walk.findings());
        if (byEvent.size() > MOST_COLORS) {
            findings.add(Finding.of(
                    Severity.WARNING,
                    "TOO_MANY_COLORS",
                    "A SEW names " + MOST_COLORS + " colours; the design has " + byEvent.size()
                            + " with its stops. The changes are there, the last colours are not."));
        }
        return findings;
    }

    /** How many pairs of bytes each colour has, its change and the end among them, as far as there are places for them. */
    private static int[] counts(StitchPattern pattern, WriteOptions options) throws IOException {
        PairsOfColors pairs = new PairsOfColors();
        DesignWalk.through(pattern, options, LONGEST_MOVE, pairs);
        return pairs.counts;
    }

    private static final class PairsOfColors implements DesignWalk.Records {

        private final int[] counts = new int[MOST_COLORS];
        private int color;

        @Override
        public void stitch(int dx, int dy) {
            count(1);
        }

        @Override
        public void jump(int dx, int dy) {
            count(2);
        }

        @Override
        public void trim() {
            // None is written.
        }

        @Override
        public void change(int block) {
            count(2);
            color = Math.min(color + 1, MOST_COLORS - 1);
        }

        @Override
        public void stop() {
            change(0);
        }

        @Override
        public void end() {
            count(1);
        }

        private void count(int pairs) {
            counts[color] += pairs;
        }
    }
}
