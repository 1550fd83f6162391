package org.stitchery.embroidery.format.record;

import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.FormatReader;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.ReadResult;

/**
 * Decodes a file that is a header and then records of one size, up to an end code or to where no whole record is left.
 * Stateless.
 */
public abstract class RecordReader implements FormatReader {

    /** Enough records to tell a body from one of another format. */
    private static final int RECORDS_LOOKED_AT = 64;

    private final EmbroideryFormat format;
    private final int recordBytes;
    private final boolean endsWithCode;

    /**
     * @param recordBytes bytes of a record
     * @param endsWithCode true when a sound file says where it ends
     */
    protected RecordReader(EmbroideryFormat format, int recordBytes, boolean endsWithCode) {
        this.format = format;
        this.recordBytes = recordBytes;
        this.endsWithCode = endsWithCode;
    }

    /**
     * Where the records begin.
     *
     * @throws FormatException when the header is not one of this format
     */
    protected abstract int start(ByteSource file) throws FormatException;

    /** The design's name in the header. */
    protected String name(ByteSource file) throws FormatException {
        return "";
    }

    /**
     * Takes in one record, all of which lies in the file.
     *
     * @return false at the end code
     */
    protected abstract boolean record(ByteSource file, int offset, DesignReading design) throws FormatException;

    /** What the header says beside the name. */
    protected void header(ByteSource file, DesignReading design) throws FormatException {
        // Most headers say nothing that matters.
    }

    @Override
    public final ReadResult read(byte[] content, ReadOptions options) throws FormatException {
        ByteSource file = new ByteSource(format.title(), content);
        int start = start(file);
        if (!file.holds(start, 1)) {
            throw file.wrong(content.length, "records from byte " + start + " on", "the end of the file");
        }
        DesignReading design =
                new DesignReading(format, options, name(file), Math.max(0, content.length - start) / recordBytes);
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
    public final boolean recordsFit(byte[] content) {
        try {
            ByteSource file = new ByteSource(format.title(), content);
            int start = start(file);
            if (!file.holds(start, recordBytes)) {
                return false;
            }
            DesignReading design = new DesignReading(format, ReadOptions.raw(), "", RECORDS_LOOKED_AT);
            readRecords(file, start, RECORDS_LOOKED_AT, design);
            return design.goesOn() && design.isUnderstood();
        } catch (FormatException e) {
            return false;
        }
    }
}
