package org.stitchery.embroidery.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.stitchery.embroidery.model.Finding;
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

    /**
     * Encodes into a stream, in the memory of a buffer where the format allows it; neither flushes nor closes the stream.
     *
     * @return what the file cannot hold or says differently
     * @throws IOException when the stream fails; part of the file may be written then
     */
    default List<Finding> stream(StitchPattern pattern, WriteOptions options, OutputStream out) throws IOException {
        WriteResult result = write(pattern, options);
        result.file().writeTo(out);
        return result.findings();
    }
}
