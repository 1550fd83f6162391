package org.stitchery.embroidery.format.exp;

import java.io.IOException;
import java.util.List;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.Losses;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.format.record.StreamingWriter;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchPattern;

/** Writes record after record; there is nothing else in such a file. */
final class ExpWriter extends StreamingWriter {

    static final ExpWriter INSTANCE = new ExpWriter();

    private ExpWriter() {}

    @Override
    protected EmbroideryFormat format() {
        return ExpFormat.EXP;
    }

    @Override
    protected List<Finding> encode(StitchPattern pattern, WriteOptions options, ByteSink out) throws IOException {
        ExpRecords records = ExpRecords.write(pattern, options.trims(), out);
        List<Finding> findings = Losses.declared(ExpFormat.EXP, pattern, options);
        if (records.splitStitches() > 0) {
            findings.add(Finding.of(
                    Severity.INFO,
                    "LONG_STITCHES_SPLIT",
                    records.splitStitches() + " stitches longer than 12.7 mm are written as jumps along their line"
                            + " and a stitch at the end."));
        }
        return findings;
    }
}
