package org.stitchery.embroidery.format.gcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatReader;
import org.stitchery.embroidery.format.FormatWriter;
import org.stitchery.embroidery.format.Likeness;
import org.stitchery.embroidery.model.StitchPattern;

/** G-code in one dialect; see the package. */
public final class GcodeFormat implements EmbroideryFormat {

    /** One for each dialect, in their order. The first also takes files that bear no mark of ours. */
    public static final List<EmbroideryFormat> ALL = all();

    /** From one end of what a pattern can be to the other. */
    private static final int LONGEST_MOVE = 2 * StitchPattern.FURTHEST_TENTHS;

    private final GcodeDialect dialect;

    private GcodeFormat(GcodeDialect dialect) {
        this.dialect = dialect;
    }

    private static List<EmbroideryFormat> all() {
        List<EmbroideryFormat> all = new ArrayList<>();
        for (GcodeDialect dialect : GcodeDialect.values()) {
            all.add(new GcodeFormat(dialect));
        }
        return List.copyOf(all);
    }

    @Override
    public String id() {
        return dialect.id();
    }

    @Override
    public String title() {
        return dialect.title();
    }

    @Override
    public List<String> extensions() {
        return dialect.extensions();
    }

    @Override
    public FormatAbilities abilities() {
        Trims trims = dialect.trim().isEmpty() ? Trims.NONE : Trims.EXPLICIT;
        return new FormatAbilities(Threads.RGB, trims, true, GcodeHeader.NAME_LENGTH, LONGEST_MOVE, 1);
    }

    @Override
    public Likeness likeness(byte[] content) {
        Optional<GcodeDialect> marked = GcodeHeader.mark(content);
        if (marked.isPresent()) {
            return marked.get() == dialect ? Likeness.CERTAIN : Likeness.NONE;
        }
        boolean first = dialect == GcodeDialect.GRBL;
        return first && GcodeLine.looksLikeGcode(content) ? Likeness.LIKELY : Likeness.NONE;
    }

    @Override
    public Optional<FormatReader> reader() {
        return Optional.of((content, options) -> new GcodeReader(content, dialect).read());
    }

    @Override
    public Optional<FormatWriter> writer() {
        return Optional.of(GcodeWriter.of(this, dialect));
    }

    /**
     * Where in a file each penetration is over: bytes from its beginning to the end of the line that sends the needle
     * down, rising. For whoever counts along while a file is streamed.
     */
    public static int[] penetrationEnds(byte[] content) {
        return NeedleSense.penetrationEnds(content);
    }

    @Override
    public String toString() {
        return title();
    }
}
