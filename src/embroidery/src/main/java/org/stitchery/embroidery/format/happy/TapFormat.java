package org.stitchery.embroidery.format.happy;

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
import org.stitchery.embroidery.format.dst.TernaryBody;
import org.stitchery.embroidery.format.record.DeclaredFormat;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;

/** Happy TAP. */
public final class TapFormat extends DeclaredFormat {

    /** The one instance. */
    public static final TapFormat TAP = new TapFormat();

    private static final int LONGEST_MOVE = 121;

    private TapFormat() {
        super(
                "tap",
                "Happy TAP",
                List.of("tap"),
                new FormatAbilities(Threads.NONE, Trims.BY_JUMPS, false, 0, LONGEST_MOVE, 1));
    }

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

    @Override
    public Optional<FormatWriter> writer() {
        return Optional.of((pattern, options) -> TernaryBody.write(this, pattern, options, 0));
    }
}
