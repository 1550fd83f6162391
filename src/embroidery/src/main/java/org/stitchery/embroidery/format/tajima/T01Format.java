package org.stitchery.embroidery.format.tajima;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.FormatReader;
import org.stitchery.embroidery.format.Likeness;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.ReadResult;
import org.stitchery.embroidery.format.dst.TernaryBody;
import org.stitchery.embroidery.format.record.DeclaredFormat;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;

/** Tajima T01: the records of a DST without its header. Only read. */
public final class T01Format extends DeclaredFormat {

    /** The one instance. */
    public static final T01Format T01 = new T01Format();

    private static final int LONGEST_MOVE = 121;

    private T01Format() {
        super(
                "t01",
                "Tajima T01",
                List.of("t01"),
                new FormatAbilities(Threads.NONE, Trims.BY_JUMPS, false, 0, LONGEST_MOVE, 1));
    }

    /** Told from Happy's files, which look the same, by the ending alone. */
    @Override
    public Likeness likeness(byte[] content) {
        return TernaryBody.likeness(content, 0);
    }

    @Override
    public Optional<FormatReader> reader() {
        return Optional.of(this::read);
    }

    private ReadResult read(byte[] content, ReadOptions options) throws FormatException {
        if (content.length < 3) {
            throw new FormatException(title(), content.length, "records of 3 bytes", "the end of the file");
        }
        List<Finding> findings = new ArrayList<>();
        StitchPattern pattern = TernaryBody.read(content, 0, "", List.of(), options, findings);
        return new ReadResult(pattern, findings);
    }
}
