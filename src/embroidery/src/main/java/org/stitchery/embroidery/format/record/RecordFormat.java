package org.stitchery.embroidery.format.record;

import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.Likeness;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.ReadResult;

/**
 * A format whose files are a header and then records of one size, up to an end code or to where no whole record is left.
 * Read always; written by those that say so. Stateless.
 */
public abstract class RecordFormat extends HeadedFormat {

    /** Enough records to tell a body from one of another format. */
    private static final int RECORDS_LOOKED_AT = 64;

    /** Where there is not even a header, fewer than these may be anything. */
    private static final int RECORDS_THAT_TELL = 4;

    /** Some programs fill files up to 128 bytes. */
    private static final int BYTES_BEHIND_THE_END = 128;

    private final int recordBytes;
    private final boolean endsWithCode;

    /**
     * @param recordBytes bytes of a record
     * @param endsWithCode true when a sound file says where it ends
     */
    protected RecordFormat(
            String id,
            String title,
            List<String> extensions,
            FormatAbilities abilities,
            int recordBytes,
            boolean endsWithCode) {
        super(id, title, extensions, abilities);
        this.recordBytes = recordBytes;
        this.endsWithCode = endsWithCode;
    }

    /** Bytes in front of the records, where every file has as many. */
    protected static int startAfter(int header, ByteSource file) throws FormatException {
        if (file.size() <= header) {
            throw file.wrong(
                    file.size(),
                    header == 0 ? "records" : "a header of " + header + " bytes and records",
                    "the end of the file");
        }
        return header;
    }

    /** For formats without an end code: true when something speaks for them, though it is no mark; never throws. */
    protected boolean speaksForIt(ByteSource file) {
        return false;
    }

    /** What the header says beside the name. */
    protected void header(ByteSource file, DesignReading design) throws FormatException {
        // Most headers say nothing that matters.
    }

    /**
     * Takes in one record, all of which lies in the file.
     *
     * @return false at the end code
     */
    protected abstract boolean record(ByteSource file, int offset, DesignReading design) throws FormatException;

    @Override
    public Likeness likeness(byte[] content) {
        ByteSource file = new ByteSource(title(), content);
        try {
            int start = start(file);
            if (!recordsFit(file, start)) {
                return Likeness.NONE;
            }
            if (bearsMark(file)) {
                return Likeness.CERTAIN;
            }
            boolean fits = endsWithCode ? endsWhereItShould(file, start) : speaksForIt(file);
            return fits ? Likeness.LIKELY : Likeness.POSSIBLE;
        } catch (FormatException e) {
            return Likeness.NONE;
        }
    }

    @Override
    final ReadResult read(byte[] content, ReadOptions options) throws FormatException {
        ByteSource file = new ByteSource(title(), content);
        int start = start(file);
        DesignReading design =
                new DesignReading(this, options, name(file), Math.max(0, content.length - start) / recordBytes);
        header(file, design);
        readRecords(file, start, Integer.MAX_VALUE, design);
        return design.result();
    }

    private void readRecords(ByteSource file, int start, int most, DesignReading design) throws FormatException {
        int o = start;
        for (int n = 0; n < most && design.goesOn(); n++, o += recordBytes) {
            design.at(o);
            if (!file.holds(o, recordBytes)) {
                if (endsWithCode) {
                    design.endMissing();
                }
                return;
            }
            if (!record(file, o, design)) {
                return;
            }
        }
    }

    /** True when the first records all have codes of this format and stay within reach. */
    private boolean recordsFit(ByteSource file, int start) throws FormatException {
        if (!file.holds(start, recordBytes)) {
            return false;
        }
        DesignReading design = new DesignReading(this, ReadOptions.raw(), "", RECORDS_LOOKED_AT);
        readRecords(file, start, RECORDS_LOOKED_AT, design);
        return design.goesOn() && design.isUnderstood();
    }

    /** True when one of the last records is the end code and none of the first is, unless they are the last. */
    private boolean endsWhereItShould(ByteSource file, int start) throws FormatException {
        int records = (file.size() - start) / recordBytes;
        int late = Math.max(0, records - (BYTES_BEHIND_THE_END + recordBytes - 1) / recordBytes);
        if (start == 0 && records < RECORDS_THAT_TELL) {
            return false;
        }
        DesignReading nowhere = new DesignReading(this, ReadOptions.raw(), "", RECORDS_LOOKED_AT);
        for (int r = 0; r < records; r = r + 1 < RECORDS_LOOKED_AT ? r + 1 : Math.max(r + 1, late)) {
            if (!record(file, start + r * recordBytes, nowhere)) {
                return r >= late;
            }
        }
        return false;
    }
}
