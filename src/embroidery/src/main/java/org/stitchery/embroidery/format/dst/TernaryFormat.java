package org.stitchery.embroidery.format.dst;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.FormatReader;
import org.stitchery.embroidery.format.FormatWriter;
import org.stitchery.embroidery.format.Likeness;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.ReadResult;
import org.stitchery.embroidery.format.record.DeclaredFormat;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;

/** A format with the records of a DST behind a header of which nothing is known, or behind none. Written with an empty one. */
public abstract class TernaryFormat extends DeclaredFormat {

    private static final int LONGEST_MOVE = 121;

    private final int header;
    private final boolean written;

    /** @param header bytes in front of the records */
    protected TernaryFormat(String id, String title, List<String> extensions, int header, boolean written) {
        super(id, title, extensions, new FormatAbilities(Threads.NONE, Trims.BY_JUMPS, false, 0, LONGEST_MOVE, 1));
        this.header = header;
        this.written = written;
    }

    @Override
    public final Likeness likeness(byte[] content) {
        return TernaryBody.likeness(content, header);
    }

    @Override
    public final Optional<FormatReader> reader() {
        return Optional.of(this::read);
    }

    private ReadResult read(byte[] content, ReadOptions options) throws FormatException {
        if (content.length < header + DstRecord.BYTES) {
            throw new FormatException(
                    title(),
                    content.length,
                    (header == 0 ? "" : "a header of " + header + " bytes and ") + "records of " + DstRecord.BYTES
                            + " bytes",
                    "the end of the file");
        }
        List<Finding> findings = new ArrayList<>();
        StitchPattern pattern = TernaryBody.read(content, header, "", List.of(), options, findings);
        return new ReadResult(pattern, findings);
    }

    @Override
    public final Optional<FormatWriter> writer() {
        return written ? Optional.of(TernaryBody.writer(this, header)) : Optional.empty();
    }
}
