package org.stitchery.embroidery.format.dst;

import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.FormatReader;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.ReadResult;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchPattern;

/** Reads the header for its name, then every record to the end or to where the file breaks off. */
final class DstReader implements FormatReader {

    static final DstReader INSTANCE = new DstReader();

    private static final String TITLE = "Tajima DST";

    private DstReader() {}

    @Override
    public ReadResult read(byte[] content, ReadOptions options) throws FormatException {
        if (content.length < DstHeader.SIZE) {
            throw new FormatException(
                    TITLE, content.length, "a header of " + DstHeader.SIZE + " bytes", "the end of the file");
        }
        List<Finding> findings = new ArrayList<>();
        DstHeaderReader header = DstHeaderReader.of(content);
        if (!header.present()) {
            if (content.length < DstHeader.SIZE + DstRecord.BYTES
                    || !DstFormat.recordsBearMarks(content, DstHeader.SIZE)) {
                throw new FormatException(TITLE, 0, "\"LA:\"", quoted(content));
            }
            findings.add(Finding.of(
                    Severity.WARNING,
                    "HEADER_MISSING",
                    "The file does not begin with a DST header; its records look sound and were read."));
        } else if (header.bodyOffset() != DstHeader.SIZE) {
            findings.add(Finding.of(
                    Severity.WARNING,
                    "HEADER_TOO_LONG",
                    "The header runs over its " + DstHeader.SIZE + " bytes up to byte " + header.bodyOffset()
                            + ", so machines read it wrongly. Save the design anew."));
        }
        StitchPattern pattern =
                TernaryBody.read(content, header.bodyOffset(), header.name(), header.threads(), options, findings);
        return new ReadResult(pattern, findings);
    }

    private static String quoted(byte[] content) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < 3; i++) {
            char c = (char) (content[i] & 0xFF);
            text.append(c >= ' ' && c < 0x7F ? c : '?');
        }
        return text.append('"').toString();
    }
}
