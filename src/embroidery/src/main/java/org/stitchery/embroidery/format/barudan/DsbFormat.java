package org.stitchery.embroidery.format.barudan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.dst.TajimaHeader;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;

/** Tajima's header with Barudan's records. */
public final class DsbFormat extends BarudanFormat {

    /** The one instance. */
    public static final DsbFormat DSB = new DsbFormat();

    private DsbFormat() {
        super(
                "dsb",
                "Tajima DSB",
                List.of("dsb"),
                new FormatAbilities(
                                Threads.NEEDLES,
                                Trims.EXPLICIT,
                                true,
                                TajimaHeader.LABEL_LENGTH,
                                BarudanRecords.LONGEST_MOVE,
                                1)
                        .withNeedles(BarudanRecords.MOST_NEEDLES));
    }

    @Override
    protected int start(ByteSource file) throws FormatException {
        return TajimaHeader.requiredIn(file);
    }

    @Override
    protected boolean bearsMark(ByteSource file) {
        return TajimaHeader.isIn(file);
    }

    @Override
    protected String name(ByteSource file) throws FormatException {
        return TajimaHeader.name(file);
    }

    @Override
    protected boolean isWritten() {
        return true;
    }

    @Override
    protected List<Finding> encode(StitchPattern pattern, WriteOptions options, ByteSink out) throws IOException {
        ByteSink counted = ByteSink.counting();
        BarudanRecords.write(pattern, options, counted);
        List<Finding> findings =
                new ArrayList<>(TajimaHeader.write(this, pattern, options, counted.size() / BarudanRecords.BYTES, out));
        findings.addAll(BarudanRecords.write(pattern, options, out));
        return findings;
    }
}
