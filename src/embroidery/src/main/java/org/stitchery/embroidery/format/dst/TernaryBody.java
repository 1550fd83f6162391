package org.stitchery.embroidery.format.dst;

import java.util.List;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.Likeness;
import org.stitchery.embroidery.format.Losses;
import org.stitchery.embroidery.format.MachineFile;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.TrimInference;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.WriteResult;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/** The records of a DST, which other formats have behind headers of their own or behind none. For one reading. */
public final class TernaryBody {

    private static final byte END = (byte) 0xF3;

    /** Files are filled up to 128 bytes by some programs. */
    private static final int RECORDS_BEHIND_THE_END = 43;

    /** So many marks in a row are no chance. */
    private static final int RECORDS_THAT_TELL = 16;

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

    private TernaryBody(
            byte[] content,
            int start,
            String name,
            List<ThreadColor> threads,
            ReadOptions options,
            List<Finding> findings) {
        this.content = content;
        this.findings = findings;
        this.start = start;
        this.builder = StitchPattern.builder(name, (content.length - start) / DstRecord.BYTES + 1)
                .threads(threads);
        this.trims = new TrimInference(builder, options);
    }

    /**
     * Reads records to the end record or to where the file breaks off.
     *
     * @param start of the first record, in bytes from the file's start and not beyond its end
     * @param findings what is damaged or unusual is added here
     */
    public static StitchPattern read(
            byte[] content,
            int start,
            String name,
            List<ThreadColor> threads,
            ReadOptions options,
            List<Finding> findings) {
        return new TernaryBody(content, start, name, threads, options, findings).read();
    }

    /** How much the bytes from there on look like such records, of which the last is the end. */
    public static Likeness likeness(byte[] content, int from) {
        if (content.length < from + DstRecord.BYTES || !DstFormat.recordsBearMarks(content, from)) {
            return Likeness.NONE;
        }
        int records = (content.length - from) / DstRecord.BYTES;
        for (int r = records - 1; r >= Math.max(0, records - RECORDS_BEHIND_THE_END); r--) {
            int o = from + r * DstRecord.BYTES;
            if (content[o] == 0 && content[o + 1] == 0 && content[o + 2] == END) {
                return records >= RECORDS_THAT_TELL ? Likeness.CERTAIN : Likeness.LIKELY;
            }
        }
        return Likeness.POSSIBLE;
    }

    /**
     * Writes all records, the end included.
     *
     * @param format whose file it becomes, for the findings
     */
    public static WriteResult write(EmbroideryFormat format, StitchPattern pattern, WriteOptions options, int header) {
        DstRecords counted = DstRecords.count(pattern, options);
        byte[] bytes = new byte[header + counted.records() * DstRecord.BYTES];
        DstRecords.write(pattern, options, bytes, header);
        List<Finding> findings = Losses.declared(format, pattern, options);
        findings.addAll(counted.findings(options));
        return new WriteResult(MachineFile.owning(format, bytes), findings);
    }

    private StitchPattern read() {
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
