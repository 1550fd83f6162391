package org.stitchery.embroidery.format.brother;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.ChartThreads;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.format.record.DesignWalk;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/** A PEC block, alone or within a PES. */
final class PecBlock {

    static final ChartThreads CHART = ChartThreads.named("Brother", 1);
    static final int NAME_LENGTH = 16;

    private static final int NAME = 3;
    private static final String BEHIND_NAME = "\r    ";
    private static final int COLORS = 48;
    private static final int MOST_COLORS = 255;
    private static final int STITCHES = 512;
    private static final int STITCH_HEAD = 20;
    private static final int FIRST_STITCH = STITCHES + 16;
    private static final int NO_COLORS = 0xFF;
    private static final int MOST_BYTES = 0xFFFFFF;

    private PecBlock() {}

    /** True when one begins there. */
    static boolean isAt(ByteSource file, long offset) {
        return file.says(offset, "LA:") && file.holds(offset, FIRST_STITCH + 1L);
    }

    /** Takes one in, threads of the chart and all; with options that infer, the same colour again is a stop. */
    static void read(ByteSource file, int offset, DesignReading design, ReadOptions options) throws FormatException {
        read(file, offset, design, options, List.of());
    }

    /**
     * Takes one in.
     *
     * @param named threads named elsewhere: one per event, or, where there are fewer, one per number in the order in which
     *     the numbers come up first; empty takes those of the chart
     */
    static void read(ByteSource file, int offset, DesignReading design, ReadOptions options, List<ThreadColor> named)
            throws FormatException {
        if (!isAt(file, offset)) {
            throw file.wrong(offset, "a PEC block", "something else");
        }
        int behindName = offset + longName(file, offset);
        List<Integer> numbers = numbers(file, behindName);
        List<Integer> blocks =
                PecStitches.read(file, behindName + FIRST_STITCH, design, numbers, options.infersTrims());
        List<ThreadColor> byEvent = threads(numbers, named);
        design.threads(blocks.stream()
                .filter(event -> event < byEvent.size())
                .map(byEvent::get)
                .toList());
    }

    /** The threads event by event. */
    static List<ThreadColor> threads(List<Integer> numbers, List<ThreadColor> named) {
        if (named.size() >= numbers.size() && !named.isEmpty()) {
            return named;
        }
        List<Integer> distinct = numbers.stream().distinct().toList();
        return numbers.stream()
                .map(number -> distinct.indexOf(number) < named.size()
                        ? named.get(distinct.indexOf(number))
                        : CHART.thread(number))
                .toList();
    }

    /** The name in it. */
    static String name(ByteSource file, int offset) throws FormatException {
        String name = file.text(offset + NAME, NAME_LENGTH + longName(file, offset));
        int end = name.indexOf('\r');
        return (end < 0 ? name : name.substring(0, end)).strip();
    }

    /**
     * By how many bytes everything behind the name lies further back: some programs count the name's characters where they
     * should count its bytes.
     */
    private static int longName(ByteSource file, int offset) {
        for (int by = 0; by <= 3 * NAME_LENGTH; by++) {
            if (file.says(offset + (long) NAME + NAME_LENGTH + by, BEHIND_NAME)
                    && file.holds(offset + (long) by, FIRST_STITCH)) {
                return by;
            }
        }
        return 0;
    }

    private static List<Integer> numbers(ByteSource file, int offset) throws FormatException {
        int last = file.u8(offset + COLORS);
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; last != NO_COLORS && i <= last; i++) {
            numbers.add(file.u8(offset + COLORS + 1 + i));
        }
        return numbers;
    }

    /**
     * Writes one.
     *
     * @param numbers of the colours in the chart, event by event
     */
    static DesignWalk write(String label, StitchPattern pattern, WriteOptions options, int[] numbers, ByteSink out)
            throws IOException {
        ByteSink counted = ByteSink.counting();
        PecStitches.write(pattern, options, counted);
        long length = STITCH_HEAD - 4 + counted.size();
        if (numbers.length > MOST_COLORS || length > MOST_BYTES) {
            throw new IllegalArgumentException("A PEC block has up to " + MOST_COLORS + " colours and " + MOST_BYTES
                    + " bytes of stitches; the design " + pattern.name() + " has " + numbers.length + " and " + length);
        }
        out.ascii("LA:").ascii(label, NAME_LENGTH, ' ').ascii("\r");
        out.times(12, ' ')
                .u8(0xFF)
                .u8(0)
                .u8(PecPicture.ROW_BYTES)
                .u8(PecPicture.ROWS)
                .times(12, ' ');
        out.u8(numbers.length - 1);
        for (int number : numbers) {
            out.u8(number);
        }
        out.times(STITCHES - COLORS - 1 - numbers.length, ' ');
        Extents extents = pattern.extents();
        out.u16(0).u24((int) length).u8(0x31).u8(0xFF).u8(0xF0);
        out.u16(extents.maxX() - extents.minX())
                .u16(extents.maxY() - extents.minY())
                .u16(0x1E0)
                .u16(0x1B0);
        DesignWalk walk = PecStitches.write(pattern, options, out);
        PecPicture.writeAll(pattern, numbers.length, out);
        return walk;
    }
}
