package org.stitchery.embroidery.format.pfaff;

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
import org.stitchery.embroidery.model.StitchPattern;

/**
 * Pfaff MAX, single stitches for the largest hoops: u32 count at byte D5 hex, then for each stitch i24 x, a byte, i24 y,
 * downwards, a byte. Only read; the layout, the scale and the direction of y are known from one reader only.
 */
public final class MaxFormat extends DeclaredFormat {

    /** The one instance. */
    public static final MaxFormat MAX = new MaxFormat();

    private static final int COUNT = 0xD5;
    private static final int STITCHES = COUNT + 4;
    private static final int BYTES = 8;
    private static final double STEP_TENTHS = 1.235;

    private MaxFormat() {
        super(
                "max",
                "Pfaff MAX",
                List.of("max"),
                new FormatAbilities(
                        Threads.NONE, Trims.NONE, false, 0, 2 * StitchPattern.FURTHEST_TENTHS, STEP_TENTHS));
    }

    /** Possible where the count is that of the records that follow; the head has no mark that we know. */
    @Override
    public Likeness likeness(byte[] content) {
        ByteSource file = new ByteSource(title(), content);
        try {
            long count = file.u32(COUNT);
            return count > 0 && file.holds(STITCHES, BYTES * count) ? Likeness.POSSIBLE : Likeness.NONE;
        } catch (FormatException e) {
            return Likeness.NONE;
        }
    }

    @Override
    public Optional<FormatReader> reader() {
        return Optional.of(this::read);
    }

    private ReadResult read(byte[] content, ReadOptions options) throws FormatException {
        ByteSource file = new ByteSource(title(), content);
        long count = file.u32(COUNT);
        DesignReading design = new DesignReading(this, options, "", (content.length - STITCHES) / BYTES);
        int at = STITCHES;
        for (long n = 0; n < count && design.goesOn(); n++, at += BYTES) {
            design.at(at);
            if (!file.holds(at, BYTES)) {
                design.endMissing();
                break;
            }
            design.stitchTo(tenths(file.i24(at)), tenths(file.i24(at + 4L)));
        }
        return design.result();
    }

    private static int tenths(int stored) {
        return (int) Math.rint(stored * STEP_TENTHS);
    }
}
