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
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/** Janome JEF. */
public final class JefFormat extends JanomePairs {

    /** The one instance. */
    public static final JefFormat JEF = new JefFormat();

    static final ChartThreads CHART = ChartThreads.named("Janome", 1);

    private static final int HEADER = 0x74;
    private static final int COLORS = 0x18;

    /** Other readers take a way of more than 3 mm for a cut, as these machines have a setting for it. */
    private static final int CUTS_BEYOND_TENTHS = 30;

    /** What genuine files have in the second place is 0A or 14 hex; this is the newer ones'. */
    private static final int FLAGS = 0x14;

    /** The date that belongs here would give the same design other bytes every second. */
    private static final String DATE = "20000101000000";

    private JefFormat() {
        super(
                "jef",
                "Janome JEF",
                List.of("jef"),
                new FormatAbilities(Threads.CHART, Trims.BY_JUMPS, true, 0, LONGEST_MOVE, 1).withHoop());
    }

    @Override
    protected int cutsBeyondTenths() {
        return CUTS_BEYOND_TENTHS;
    }

    @Override
    protected int start(ByteSource file) throws FormatException {
        if (file.size() < HEADER) {
            throw file.wrong(file.size(), "a header of " + HEADER + " bytes", "the end of the file");
        }
        int start = file.inside(file.u32(0), 0, "the place where the stitches begin");
        if (start < HEADER) {
            throw file.wrong(0, "a place behind the header", Integer.toString(start));
        }
        return start;
    }

    @Override
    protected boolean bearsMark(ByteSource file) {
        try {
            long colors = file.u32(COLORS);
            return colors <= file.size() && file.u32(0) == HEADER + 8 * colors;
        } catch (FormatException e) {
            return false;
        }
    }

    @Override
    protected void threads(ByteSource file, DesignReading design) throws FormatException {
        List<ThreadColor> threads = new ArrayList<>();
        int colors = colors(file);
        for (int i = 0; i < colors; i++) {
            long number = file.u32(HEADER + 4L * i);
            if (number != 0) {
                threads.add(CHART.thread(number));
            }
        }
        design.threads(threads);
    }

    /** As many as the header says and the place before the stitches can hold. */
    private int colors(ByteSource file) throws FormatException {
        return (int) Math.min(file.u32(COLORS), (start(file) - HEADER) / 4);
    }

    @Override
    protected void change(ByteSource file, DesignReading design) throws FormatException {
        int event = design.block() + design.stops() + 1;
        if (event < colors(file) && file.u32(HEADER + 4L * event) == 0) {
            design.stop();
        } else {
            design.change();
        }
    }

    @Override
    protected boolean isWritten() {
        return true;
    }

    @Override
    protected List<Finding> encode(StitchPattern pattern, WriteOptions options, ByteSink out) throws IOException {
        ThreadPlan plan = ThreadPlan.of(pattern);
        int[] numbers = numbers(pattern, plan);
        ByteSink counted = ByteSink.counting();
        write(pattern, options, counted);
        Extents extents = pattern.extents();
        JefHoop hoop = JefHoop.around(extents);
        out.u32(HEADER + 8L * numbers.length).u32(FLAGS).ascii(DATE).u16(0);
        out.u32(numbers.length).u32(counted.size() / 2).u32(hoop.code());
        JefHoop.room(extents, out);
        for (int number : numbers) {
            out.u32(number);
        }
        for (int i = 0; i < numbers.length; i++) {
            out.u32(0x0D);
        }
        List<Finding> findings = new ArrayList<>(plan.findings());
        DesignWalk walk = write(pattern, options, out);
        findings.addAll(walk.findings());
        findings.addAll(walk.unwantedCuts());
        findings.addAll(hoop.findings(extents));
        return findings;
    }

    /** The chart's numbers event by event: a stop is number 0. */
    private static int[] numbers(StitchPattern pattern, ThreadPlan plan) {
        int[] ofThreads = ThreadPlan.numbers(plan.threads(), CHART);
        List<Integer> numbers = new ArrayList<>(List.of(ofThreads[0]));
        int block = 0;
        for (int i = 0; i < pattern.size(); i++) {
            switch (pattern.command(i)) {
                case COLOR_CHANGE -> numbers.add(ofThreads[++block]);
                case STOP -> numbers.add(0);
                default -> {}
            }
        }
        for (int i = block + 1; i < ofThreads.length; i++) {
            numbers.add(ofThreads[i]);
        }
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
