package org.stitchery.embroidery.format;

import java.util.List;
import java.util.Optional;

/**
 * One stitch file format. Implementations are stateless and safe to share between threads; each lives in a folder of
 * its own and is named once, in {@link Formats}.
 */
public interface EmbroideryFormat {

    /** Stable and unique, lower case letters, digits and hyphens: {@code "dst"}, {@code "gcode-grbl"}. */
    String id();

    /** What people call it: {@code "Tajima DST"}. */
    String title();

    /** Usual file name endings in lower case without the dot, the one we write first. Never empty. */
    List<String> extensions();

    /** What a file can hold. */
    FormatAbilities abilities();

    /**
     * How much the content looks like this format. Never throws, whatever the bytes; looks at a bounded part of them.
     */
    Likeness likeness(byte[] content);

    /** Decodes, or empty when we only write this format. */
    Optional<FormatReader> reader();

    /** Encodes, or empty when we only read this format. */
    Optional<FormatWriter> writer();
}
