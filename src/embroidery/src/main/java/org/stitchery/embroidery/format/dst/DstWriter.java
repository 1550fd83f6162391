package org.stitchery.embroidery.format.dst;

import java.util.List;
import org.stitchery.embroidery.format.FormatWriter;
import org.stitchery.embroidery.format.Losses;
import org.stitchery.embroidery.format.MachineFile;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.WriteResult;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/** Counts the records first, then writes header and records into an array of just that size. */
final class DstWriter implements FormatWriter {

    static final DstWriter INSTANCE = new DstWriter();

    /** After the end record genuine files have this byte or nothing, about half and half. */
    private static final int TAIL = 1;

    private DstWriter() {}

    @Override
    public WriteResult write(StitchPattern pattern, WriteOptions options) {
        DstRecords counted = DstRecords.count(pattern, options);
        byte[] bytes = new byte[DstHeader.SIZE + counted.records() * DstRecord.BYTES + TAIL];
        String label = DstLabel.of(pattern.name(), DstHeader.LABEL_LENGTH);
        header(pattern, options, counted, label).encode(bytes);
        DstRecords.write(pattern, options, bytes, DstHeader.SIZE);
        bytes[bytes.length - 1] = DstHeader.END_OF_TEXT;
        return new WriteResult(MachineFile.owning(DstFormat.DST, bytes), findings(pattern, options, counted, label));
    }

    private static DstHeader header(StitchPattern pattern, WriteOptions options, DstRecords counted, String label) {
        int last = pattern.size() - 1;
        int changes = pattern.count(StitchCommand.COLOR_CHANGE) + pattern.count(StitchCommand.STOP);
        int colors = options.countsAtLeastOneColor() ? Math.max(1, changes) : changes;
        List<ThreadColor> threads = options.threadsInHeader() ? pattern.threads() : List.of();
        return new DstHeader(
                label,
                counted.records(),
                colors,
                counted.right(),
                counted.left(),
                counted.up(),
                counted.down(),
                pattern.x(last),
                pattern.y(last),
                threads);
    }

    private static List<Finding> findings(
            StitchPattern pattern, WriteOptions options, DstRecords counted, String label) {
        List<Finding> findings = Losses.declared(DstFormat.DST, pattern, options);
        if (!label.equalsIgnoreCase(pattern.name())) {
            findings.add(Losses.nameChanged(DstFormat.DST, pattern.name(), label));
        }
        findings.addAll(counted.findings(options));
        int changes = pattern.count(StitchCommand.COLOR_CHANGE) + pattern.count(StitchCommand.STOP);
        if (changes > DstHeader.MOST_COLOR_CHANGES) {
            findings.add(Finding.of(
                    Severity.WARNING,
                    "COUNT_TOO_LARGE",
                    "The header counts up to " + DstHeader.MOST_COLOR_CHANGES
                            + " colour changes and says so; there are " + changes + "."));
        }
        return findings;
    }
}
