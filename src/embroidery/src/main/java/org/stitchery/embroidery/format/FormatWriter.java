package org.stitchery.embroidery.format;

import org.stitchery.embroidery.model.StitchPattern;

/**
 * Encodes one format. Stateless and safe to share between threads; the same pattern and options always give the same
 * bytes.
 */
@FunctionalInterface
public interface FormatWriter {

    /**
     * Encodes a design, with a finding for everything the file cannot hold or says differently. Positions never drift
     * and no needle penetration is lost or added.
     *
     * @throws IllegalArgumentException when the design is larger than any file of the format can be
     */
    WriteResult write(StitchPattern pattern, WriteOptions options);

    /** Encodes with the usual dialect: {@link WriteOptions#usual()}. */
    default WriteResult write(StitchPattern pattern) {
        return write(pattern, WriteOptions.usual());
    }
}
