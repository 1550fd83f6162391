package org.stitchery.embroidery.format.husqvarna;

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
import org.stitchery.embroidery.format.record.ChartThreads;
import org.stitchery.embroidery.format.record.DeclaredFormat;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.model.ThreadColor;

/** Husqvarna SHV. Only read. */
public final class ShvFormat extends DeclaredFormat {

    /** The one instance. */
    public static final ShvFormat SHV = new ShvFormat();

    private static final ChartThreads CHART = ChartThreads.named("Husqvarna SHV", 0);
    private static final String MARK =
            "Embroidery disk created using software licensed from Viking Sewing Machines AB, Sweden";
    private static final int ESCAPE = 0x80;
    private static final int JUMP = 0x01;
    private static final int JUMP_OVER = 0x02;
    private static final int COLOR_BYTES = 14;

    private ShvFormat() {
        super(
                "shv",
                "Husqvarna SHV",
                List.of("shv"),
                new FormatAbilities(Threads.CHART, Trims.NONE, false, 32, 127, 1));
    }

    @Override
    public Likeness likeness(byte[] content) {
        return new ByteSource(title(), content).says(0, MARK.substring(0, 20)) ? Likeness.CERTAIN : Likeness.NONE;
    }

    @Override
    public Optional<FormatReader> reader() {
        return Optional.of(this::read);
    }

    private ReadResult read(byte[] content, ReadOptions options) throws FormatException {
        ByteSource file = new ByteSource(title(), content);
        if (!file.says(0, MARK.substring(0, 20))) {
            throw file.wrong(0, "\"" + MARK.substring(0, 20) + "\"", "something else");
        }
        int at = MARK.length();
        int nameLength = file.u8(at);
        String name = file.text(at + 1L, nameLength);
        at += 1 + nameLength;
        int width = file.u8(at);
        int height = file.u8(at + 1L);
        at += 2 + 4 + (height + 1) / 2 * width;
        int colors = file.u8(at);
        at += 1 + 18;
        DesignReading design = new DesignReading(this, options, name, content.length / 2);
        List<ThreadColor> threads = new ArrayList<>();
        long[] counts = new long[colors];
        for (int i = 0; i < colors; i++) {
            counts[i] = file.u32be(at);
            threads.add(CHART.thread(file.u8(at + 4L)));
            at += i + 1 < colors ? COLOR_BYTES : COLOR_BYTES - 2;
        }
        design.threads(threads);
        pairs(file, at, counts, design);
        return design.result();
    }

    private static void pairs(ByteSource file, int from, long[] counts, DesignReading design) throws FormatException {
        int at = from;
        boolean jumping = false;
        long inColor = 0;
        while (file.holds(at, 2) && design.goesOn()) {
            design.at(at);
            if (design.block() < counts.length - 1 && inColor >= counts[design.block()]) {
                design.change();
                inColor = 0;
            }
            int first = file.u8(at);
            int second = file.u8(at + 1L);
            if (first != ESCAPE) {
                at += 2;
                inColor++;
                move(design, jumping, (byte) first, (byte) second);
            } else if (second == JUMP && file.holds(at, 6)) {
                jumping = true;
                move(design, true, file.i16be(at + 2L), file.i16be(at + 4L));
                at += 6;
                inColor += 3;
            } else {
                jumping &= second != JUMP_OVER;
                at += 2;
                inColor++;
            }
        }
    }

    private static void move(DesignReading design, boolean jumping, int dx, int dy) {
        if (jumping) {
            design.jumpBy(dx, dy);
        } else {
            design.stitchBy(dx, dy);
        }
    }
}
