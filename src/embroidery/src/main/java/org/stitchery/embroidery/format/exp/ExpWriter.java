package org.stitchery.embroidery.format.exp;

import java.util.List;
import org.stitchery.embroidery.format.FormatWriter;
import org.stitchery.embroidery.format.Losses;
import org.stitchery.embroidery.format.MachineFile;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.WriteResult;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchPattern;

/** Writes record after record; there is nothing else in such a file. */
final class ExpWriter implements FormatWriter {

    static final ExpWriter INSTANCE = new ExpWriter();

    private ExpWriter() {}

    @Override
    public WriteResult write(StitchPattern pattern, WriteOptions options) {
        ExpRecords records = ExpRecords.of(pattern, options.trims());
        List<Finding> findings = Losses.declared(ExpFormat.EXP, pattern, options);
        if (records.splitStitches() > 0) {
            findings.add(Finding.of(
                    Severity.INFO,
                    "LONG_STITCHES_SPLIT",
                    records.splitStitches() + " stitches longer than 12.7 mm are written as jumps along their line"
                            + " and a stitch at the end."));
        }
        return new WriteResult(MachineFile.owning(ExpFormat.EXP, records.bytes()), findings);
    }
}
