package org.stitchery.embroidery.format.brother;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;

/** The stitches once more, as a PES holds them for drawing programs: sections of one colour, sewn or jumped over. */
final class PesSections {

    private static final int SEPARATOR = 0x8003;

    /** Points of a section are counted in two bytes; a longer one is divided. */
    private static final int MOST_POINTS = 0xFFFF;

    private static final int STITCHES = 0;
    private static final int JUMP = 1;

    private final StitchPattern pattern;
    private final int[] numbers;
    private final Extents extents;
    private final List<int[]> sections = new ArrayList<>();
    private final List<int[]> changes = new ArrayList<>();

    private PesSections(StitchPattern pattern, int[] numbers) {
        this.pattern = pattern;
        this.numbers = numbers;
        this.extents = pattern.extents();
    }

    static void write(StitchPattern pattern, int[] numbers, ByteSink out) throws IOException {
        PesSections sections = new PesSections(pattern, numbers);
        sections.divide();
        sections.write(out);
    }

    /** Each section as kind, colour event, first and last command; the last may be one that does not move. */
    private void divide() {
        int event = 0;
        int named = -1;
        int i = 0;
        while (i < pattern.size()) {
            StitchCommand command = pattern.command(i);
            if (command == StitchCommand.COLOR_CHANGE || command == StitchCommand.STOP) {
                event++;
            }
            if (command != StitchCommand.STITCH && command != StitchCommand.JUMP) {
                i++;
                continue;
            }
            int last = i;
            while (last + 1 < pattern.size() && pattern.command(last + 1) == command && last - i + 2 < MOST_POINTS) {
                last++;
            }
            if (numbers[event] != named) {
                named = numbers[event];
                changes.add(new int[] {sections.size(), named});
            }
            sections.add(new int[] {command == StitchCommand.STITCH ? STITCHES : JUMP, numbers[event], i, last});
            i = last + 1;
        }
    }

    private void write(ByteSink out) throws IOException {
        int width = extents.maxX() - extents.minX();
        int height = extents.maxY() - extents.minY();
        out.u16(0xFFFF).u16(0);
        named("CEmbOne", out);
        out.times(16, 0);
        // Where drawing programs put the design on their page, as other writers have it.
        out.f32(1).f32(0).f32(0).f32(1).f32(350 + 650 - width / 2f).f32(100 + height + 900 - height / 2f);
        out.u16(1).u16(0).u16(0).u16(width).u16(height).times(8, 0);
        out.u16(sections.size());
        out.u16(0xFFFF).u16(0);
        named("CSewSeg", out);
        boolean first = true;
        for (int[] section : sections) {
            if (!first) {
                out.u16(SEPARATOR);
            }
            first = false;
            points(section, out);
        }
        out.u16(changes.size());
        for (int[] change : changes) {
            out.u16(change[0]).u16(change[1]);
        }
        out.u32(0);
    }

    /** A jump begins where the frame stood before it. */
    private void points(int[] section, ByteSink out) throws IOException {
        int from = section[2];
        boolean leadIn = section[0] == JUMP;
        out.u16(section[0]).u16(section[1]).u16(section[3] - from + 1 + (leadIn ? 1 : 0));
        if (leadIn) {
            point(from == 0 ? 0 : pattern.x(from - 1), from == 0 ? 0 : pattern.y(from - 1), out);
        }
        for (int i = from; i <= section[3]; i++) {
            point(pattern.x(i), pattern.y(i), out);
        }
    }

    private void point(int x, int y, ByteSink out) throws IOException {
        out.u16(x - extents.minX()).u16(y - extents.maxY());
    }

    private static void named(String name, ByteSink out) throws IOException {
        out.u16(name.length()).ascii(name);
    }
}
