package org.stitchery.embroidery.format;

/**
 * Decodes one format. Stateless and safe to share between threads.
 *
 * <p>The bytes may be anything: time and memory stay in proportion to their number, whatever counts and offsets they
 * claim. A damaged file gives the part that could be read together with a finding, or a {@link FormatException}; no
 * other exception ever leaves a reader.
 */
@FunctionalInterface
public interface FormatReader {

    /**
     * Decodes a whole file. The array is only read and not kept.
     *
     * @throws FormatException when there is no design to be had from these bytes
     */
    ReadResult read(byte[] content, ReadOptions options) throws FormatException;

    /** Decodes a whole file as people understand it: {@link ReadOptions#cooked()}. */
    default ReadResult read(byte[] content) throws FormatException {
        return read(content, ReadOptions.cooked());
    }
}
