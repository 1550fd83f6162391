package org.stitchery.embroidery.format.husqvarna;

import java.util.List;
import java.util.Optional;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatReader;
import org.stitchery.embroidery.format.FormatWriter;
import org.stitchery.embroidery.format.Likeness;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DeclaredFormat;

/** Husqvarna VP3. */
public final class Vp3Format extends DeclaredFormat {

    /** The one instance. */
    public static final Vp3Format VP3 = new Vp3Format();

    static final String MARK = "%vsm%";
    static final int LONGEST_MOVE = 32767;

    private Vp3Format() {
        super(
                "vp3",
                "Husqvarna VP3",
                List.of("vp3"),
                new FormatAbilities(Threads.RGB, Trims.EXPLICIT, false, 0, LONGEST_MOVE, 1));
    }

    @Override
    public Likeness likeness(byte[] content) {
        return new ByteSource(title(), content).says(0, MARK) ? Likeness.CERTAIN : Likeness.NONE;
    }

    @Override
    public Optional<FormatReader> reader() {
        return Optional.of((content, options) -> new Vp3Reading(content, options).read());
    }

    @Override
    public Optional<FormatWriter> writer() {
        return Optional.of(new Vp3Writer());
    }
}
