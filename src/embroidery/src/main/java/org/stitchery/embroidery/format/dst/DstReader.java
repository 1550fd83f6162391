package org.stitchery.embroidery.format.dst;

import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.FormatReader;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.ReadResult;
import org.stitchery.embroidery.format.TrimInference;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchCommand;
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
        StitchPattern pattern = new Body(content, header, options, findings).read();
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

    /** One reading of the records. */
    private static final class Body {

        private static final int STITCH = DstRecord.Kind.STITCH.ordinal();

        private final byte[] content;
        private final List<Finding> findings;
        private final int start;
        private final StitchPattern.Builder builder;
        private final TrimInference trims;

        private boolean sequinMode;
        private int sequins;
        private int unmarked;
        private int firstUnmarked;

        Body(byte[] content, DstHeaderReader header, ReadOptions options, List<Finding> findings) {
            this.content = content;
            this.findings = findings;
            this.start = header.bodyOffset();
            this.builder = StitchPattern.builder(header.name(), (content.length - start) / DstRecord.BYTES + 1)
                    .threads(header.threads());
            this.trims = new TrimInference(builder, options);
        }

        StitchPattern read() {
            int end = readRecords();
            if (end + 2 >= content.length) {
                findings.add(Finding.of(
                        Severity.WARNING,
                        "END_MISSING",
                        "The file breaks off at byte " + content.length + " without its end record; " + builder.size()
                                + " commands were read. The design may be incomplete."));
            }
            if (unmarked > 0) {
                findings.add(Finding.of(
                        Severity.WARNING,
                        "UNUSUAL_RECORDS",
                        unmarked + " records lack the mark of a DST record, the first at byte " + firstUnmarked
                                + ". The file may be damaged or of another format."));
            }
            if (sequins > 0) {
                findings.add(Finding.of(
                        Severity.WARNING,
                        "SEQUINS_NOT_SEWN",
                        sequins + " sequins are read as moves without stitches: sequin devices are not supported."));
            }
            return builder.build();
        }

        /** Returns where the end record or the unreachable position is, or where no whole record is left. */
        private int readRecords() {
            int o = readStitches(start);
            while (o + 2 < content.length) {
                byte third = content[o + 2];
                DstRecord.Kind kind = DstTables.kind(third);
                if (kind == DstRecord.Kind.END) {
                    return o;
                }
                int move = DstTables.move(content[o], content[o + 1], third);
                int x = builder.x() + DstTables.dx(move);
                int y = builder.y() + DstTables.dy(move);
                if (!StitchPattern.isWithinReach(x, y)) {
                    return outOfReach(o);
                }
                readOne(kind, x, y, move);
                o = readStitches(o + DstRecord.BYTES);
            }
            return o;
        }

        /** Nearly all of a file are stitches, so these have a narrow loop of their own; returns where it ends. */
        private int readStitches(int from) {
            int last = content.length - DstRecord.BYTES;
            int x = builder.x();
            int y = builder.y();
            int o = from;
            while (o <= last) {
                byte third = content[o + 2];
                int move = DstTables.move(content[o], content[o + 1], third);
                x += DstTables.dx(move);
                y += DstTables.dy(move);
                if (DstTables.kindCode(third) != STITCH || !StitchPattern.isWithinReach(x, y)) {
                    break;
                }
                if ((third & DstTables.MARK) != DstTables.MARK && unmarked++ == 0) {
                    firstUnmarked = o;
                }
                builder.stitchTo(x, y);
                o += DstRecord.BYTES;
            }
            if (o != from) {
                trims.sewn();
            }
            return o;
        }

        private void readOne(DstRecord.Kind kind, int x, int y, int move) {
            switch (kind) {
                case STITCH -> trims.stitch(x, y);
                case JUMP -> {
                    if (sequinMode) {
                        sequins++;
                        trims.plainMove(x, y);
                    } else {
                        trims.jump(x, y);
                    }
                }
                case COLOR_CHANGE -> trims.change(StitchCommand.COLOR_CHANGE, x, y);
                case SEQUIN_MODE -> {
                    sequinMode = !sequinMode;
                    if (move != 0) {
                        trims.plainMove(x, y);
                    }
                }
                case END -> throw new IllegalArgumentException("The end is no move");
            }
        }

        private int outOfReach(int offset) {
            findings.add(Finding.of(
                    Severity.ERROR,
                    "OUT_OF_REACH",
                    "The record at byte " + offset + " leads further than "
                            + StitchPattern.FURTHEST_TENTHS / 10_000 + " m from the start; reading stopped there. "
                            + "The file is damaged."));
            return offset;
        }
    }
}
