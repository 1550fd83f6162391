package org.stitchery.embroidery.format.barudan;

import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;

/** Barudan's records without any header, as {@code DAT}. Only read. */
public final class BarudanDatFormat extends BarudanFormat {

    /** The one instance. */
    public static final BarudanDatFormat BARUDAN_DAT = new BarudanDatFormat();

    private BarudanDatFormat() {
        super(
                "dat-barudan",
                "Barudan DAT",
                List.of("dat"),
                new FormatAbilities(Threads.NEEDLES, Trims.EXPLICIT, true, 0, BarudanRecords.LONGEST_MOVE, 1)
                        .withNeedles(BarudanRecords.MOST_NEEDLES));
    }

    @Override
    protected int start(ByteSource file) throws FormatException {
        return startAfter(0, file);
    }
}
