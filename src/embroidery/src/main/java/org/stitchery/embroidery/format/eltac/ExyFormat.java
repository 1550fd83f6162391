package org.stitchery.embroidery.format.eltac;

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
import org.stitchery.embroidery.format.record.Extensions;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;

/** Eltac EXY. Written with an empty header. */
public final class ExyFormat extends DeclaredFormat {

    /** The one instance. */
    public static final ExyFormat EXY = new ExyFormat();

    private static final int HEADER = 0x100;
    private static final int LONGEST_MOVE = 121;

    private ExyFormat() {
        super(
                "exy",
                "Eltac EXY",
                endings(),
                new FormatAbilities(Threads.NONE, Trims.BY_JUMPS, false, 0, LONGEST_MOVE, 1));
    }

    private static List<String> endings() {
        List<String> endings = new ArrayList<>(List.of("exy"));
        endings.addAll(Extensions.numbered("e", 0, 99, 0));
        return endings;
    }

    @Override
    public Likeness likeness(byte[] content) {
        return TernaryBody.likeness(content, HEADER);
    }

    @Override
    public Optional<FormatReader> reader() {
        return Optional.of(this::read);
    }

    private ReadResult read(byte[] content, ReadOptions options) throws FormatException {
        if (content.length <= HEADER) {
            throw new FormatException(
                    title(), content.length, "a header of " + HEADER + " bytes and records", "the end of the file");
        }
        List<Finding> findings = new ArrayList<>();
        StitchPattern pattern = TernaryBody.read(content, HEADER, "", List.of(), options, findings);
        return new ReadResult(pattern, findings);
    }

    @Override
    public Optional<FormatWriter> writer() {
        return Optional.of((pattern, options) -> TernaryBody.write(this, pattern, options, HEADER));
    }
}
