package org.stitchery.embroidery.format.dst;

import java.util.List;
import java.util.Optional;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatReader;
import org.stitchery.embroidery.format.FormatWriter;
import org.stitchery.embroidery.format.Likeness;

/** Tajima DST. */
public final class DstFormat implements EmbroideryFormat {

    /** The one instance. */
    public static final DstFormat DST = new DstFormat();

    private static final FormatAbilities ABILITIES =
            new FormatAbilities(Threads.NONE, Trims.BY_JUMPS, false, DstHeader.LABEL_LENGTH, DstRecord.LONGEST_MOVE, 1);

    /** Enough records to tell a DST body from another one behind the same header. */
    private static final int RECORDS_LOOKED_AT = 64;

    private DstFormat() {}

    @Override
    public String id() {
        return "dst";
    }

    @Override
    public String title() {
        return "Tajima DST";
    }

    @Override
    public List<String> extensions() {
        return List.of("dst");
    }

    @Override
    public FormatAbilities abilities() {
        return ABILITIES;
    }

    /** Other formats share the header, so the records must bear the marks of a DST, too. */
    @Override
    public Likeness likeness(byte[] content) {
        if (content.length < DstHeader.SIZE) {
            return Likeness.NONE;
        }
        DstHeaderReader header = DstHeaderReader.of(content);
        boolean marked = recordsBearMarks(content, header.bodyOffset());
        if (header.present()) {
            return marked ? Likeness.CERTAIN : Likeness.POSSIBLE;
        }
        return marked && content.length > DstHeader.SIZE ? Likeness.POSSIBLE : Likeness.NONE;
    }

    @Override
    public Optional<FormatReader> reader() {
        return Optional.of(DstReader.INSTANCE);
    }

    @Override
    public Optional<FormatWriter> writer() {
        return Optional.of(DstWriter.INSTANCE);
    }

    /** True when the first records all bear the mark, as far as there are records; true for none. */
    static boolean recordsBearMarks(byte[] content, int from) {
        int looked = 0;
        for (int o = from; o + 2 < content.length && looked < RECORDS_LOOKED_AT; o += DstRecord.BYTES) {
            if ((content[o + 2] & DstTables.MARK) != DstTables.MARK) {
                return false;
            }
            if (DstTables.kind(content[o + 2]) == DstRecord.Kind.END) {
                return true;
            }
            looked++;
        }
        return true;
    }

    @Override
    public String toString() {
        return title();
    }
}
