package org.stitchery.embroidery.format.record;

import java.util.List;
import java.util.Optional;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatReader;
import org.stitchery.embroidery.format.FormatWriter;

/** A format that declares what it is when it is made; what it reads and writes it says by overriding. */
public abstract class DeclaredFormat implements EmbroideryFormat {

    private final String id;
    private final String title;
    private final List<String> extensions;
    private final FormatAbilities abilities;

    protected DeclaredFormat(String id, String title, List<String> extensions, FormatAbilities abilities) {
        this.id = id;
        this.title = title;
        this.extensions = List.copyOf(extensions);
        this.abilities = abilities;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final List<String> extensions() {
        return extensions;
    }

    @Override
    public final FormatAbilities abilities() {
        return abilities;
    }

    @Override
    public Optional<FormatReader> reader() {
        return Optional.empty();
    }

    @Override
    public Optional<FormatWriter> writer() {
        return Optional.empty();
    }

    @Override
    public final String toString() {
        return title;
    }
}
