package org.stitchery.embroidery.format.brother;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.FormatReader;
import org.stitchery.embroidery.format.Likeness;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.ReadResult;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DeclaredFormat;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * Brother PHB and PHC, the files of machines that hold their designs in memory. Only read. A head tells how long each part
 * is, from the place on where it says so:
 *
 * <pre>
 * base      u32 size of the file
 * base + 4  u32 from base on, and 2 bytes: the first part
 *           u32 from here on, and 2 bytes: the second part
 *           u32 from here on: the third part
 *           u32 from here to the end of the file, 10 bytes, u8 n, n numbers of colours, 21 bytes, stitches as in a PEC
 * </pre>
 *
 * <p>The parts follow each other, so a length that leads back cannot be said and one that leads out is refused. Other
 * machines' PHC are known from one reader only: there the parts begin at u8 at byte 2B with u16 at byte 30 and tell
 * their lengths without the fields that tell them.
 */
public final class PhFormat extends DeclaredFormat {

    /** With the size at byte 50 hex. */
    public static final PhFormat PHB = new PhFormat("phb", "Brother PHB", "#PHB", 0x50, 0x71);

    /** With the size at byte 2C hex. */
    public static final PhFormat PHC = new PhFormat("phc", "Brother PHC", "#PHC", 0x2C, 0x4D);

    private static final int NUMBERS_BEHIND = 14;
    private static final int BEHIND_NUMBERS = 0x15;
    private static final int BEHIND_NUMBERS_ELSEWHERE = 0x1D;
    private static final int MOST_COLORS = 255;

    private final String mark;
    private final int base;
    private final int colors;

    private PhFormat(String id, String title, String mark, int base, int colors) {
        super(
                id,
                title,
                List.of(id),
                new FormatAbilities(Threads.CHART, Trims.EXPLICIT, true, 0, PecStitches.LONGEST_MOVE, 1));
        this.mark = mark;
        this.base = base;
        this.colors = colors;
    }

    @Override
    public Likeness likeness(byte[] content) {
        return new ByteSource(title(), content).says(0, mark) ? Likeness.CERTAIN : Likeness.NONE;
    }

    @Override
    public Optional<FormatReader> reader() {
        return Optional.of(this::read);
    }

    private ReadResult read(byte[] content, ReadOptions options) throws FormatException {
        ByteSource file = new ByteSource(title(), content);
        if (!file.says(0, mark)) {
            throw file.wrong(0, "\"" + mark + "\"", "something else");
        }
        List<Integer> numbers = numbers(file);
        int stitches = stitches(file);
        DesignReading design = new DesignReading(this, options, "", (content.length - stitches) / 2);
        List<Integer> blocks = PecStitches.read(file, stitches, design, numbers, options.infersTrims());
        List<ThreadColor> threads = PecBlock.threads(numbers, List.of());
        design.threads(blocks.stream()
                .filter(event -> event < threads.size())
                .map(threads::get)
                .toList());
        return design.result();
    }

    private List<Integer> numbers(ByteSource file) throws FormatException {
        int count = file.u16(colors);
        if (count > MOST_COLORS) {
            throw file.wrong(colors, "up to " + MOST_COLORS + " colours", Integer.toString(count));
        }
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(file.u8(colors + 2L + i));
        }
        return numbers;
    }

    private int stitches(ByteSource file) throws FormatException {
        return this == PHB || fits(file) ? behindNumbers(file, third(file), BEHIND_NUMBERS) : elsewhere(file);
    }

    /** True when the last part ends where the file should, by what both say. */
    private boolean fits(ByteSource file) {
        try {
            int third = third(file);
            return third + file.u32(third) == file.u32(base);
        } catch (FormatException e) {
            return false;
        }
    }

    private int third(ByteSource file) throws FormatException {
        int first = file.inside(base + file.u32(base + 4L) + 2, base + 4L, "the first part");
        int second = file.inside(first + file.u32(first) + 2, first, "the second part");
        return file.inside(second + file.u32(second), second, "the third part");
    }

    private static int elsewhere(ByteSource file) throws FormatException {
        int first = file.inside((long) file.u8(0x2B) + file.u16(0x30), 0x30, "the first part");
        int second = file.inside(first + 2L + file.u16(first), first, "the second part");
        int third = file.inside(second + file.u32(second), second, "the third part");
        return behindNumbers(file, third, BEHIND_NUMBERS_ELSEWHERE);
    }

    private static int behindNumbers(ByteSource file, int part, int more) throws FormatException {
        long numbers = part + (long) NUMBERS_BEHIND;
        return file.inside(numbers + 1 + file.u8(numbers) + more, numbers, "the stitches");
    }
}
