package org.stitchery.embroidery.format.janome;

import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.model.ThreadColor;

/** Janome JPX. Only read. */
public final class JpxFormat extends JanomePairs {

    /** The one instance. */
    public static final JpxFormat JPX = new JpxFormat();

    private static final int COLORS = 0x20;
    private static final int NUMBERS = 0x3C;

    private JpxFormat() {
        super(
                "jpx",
                "Janome JPX",
                List.of("jpx"),
                new FormatAbilities(Threads.CHART, Trims.BY_JUMPS, false, 0, LONGEST_MOVE, 1));
    }

    @Override
    protected int start(ByteSource file) throws FormatException {
        int start = file.inside(file.u32(0), 0, "the place where the stitches begin");
        if (start < NUMBERS) {
            throw file.wrong(0, "a place behind the header", Integer.toString(start));
        }
        return start;
    }

    @Override
    protected void threads(ByteSource file, DesignReading design) throws FormatException {
        List<ThreadColor> threads = new ArrayList<>();
        long colors = Math.min(file.u32(COLORS), (start(file) - NUMBERS) / 4);
        for (int i = 0; i < colors; i++) {
            threads.add(JefFormat.CHART.thread(file.u32(NUMBERS + 4L * i)));
        }
        design.threads(threads);
    }
}
