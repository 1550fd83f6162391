package org.stitchery.embroidery.format.tajima;

import java.util.List;
import org.stitchery.embroidery.format.dst.TernaryFormat;

/** Tajima T01: as Happy's files, from which only the ending tells it. Only read. */
public final class T01Format extends TernaryFormat {

    /** The one instance. */
    public static final T01Format T01 = new T01Format();

    private T01Format() {
        super("t01", "Tajima T01", List.of("t01"), 0, false);
    }
}
