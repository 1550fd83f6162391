package org.stitchery.embroidery.format.record;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.FormatReader;
import org.stitchery.embroidery.format.FormatWriter;
import org.stitchery.embroidery.format.Losses;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.ReadResult;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;

/** A format whose files are a header, if any, and then stitches. Read always; written by those that say so. Stateless. */
abstract class HeadedFormat extends DeclaredFormat {

    HeadedFormat(String id, String title, List<String> extensions, FormatAbilities abilities) {
        super(id, title, extensions, abilities);
    }

    /**
     * Where the stitches begin.
     *
     * @throws FormatException when the header is not one of this format
     */
    protected abstract int start(ByteSource file) throws FormatException;

    /** True when the header bears a mark that no other format has; never throws. */
    protected boolean bearsMark(ByteSource file) {
        return false;
    }

    /** The design's name in the header. */
    protected String name(ByteSource file) throws FormatException {
        return "";
    }

    /** Reads a whole file. */
    abstract ReadResult read(byte[] content, ReadOptions options) throws FormatException;

    /** True for formats that {@link #encode}. */
    protected boolean isWritten() {
        return false;
    }

    /**
     * Writes the whole file; called more than once for one file.
     *
     * @return what is lost or said differently, beside what the {@link FormatAbilities} tell
     */
    protected List<Finding> encode(StitchPattern pattern, WriteOptions options, ByteSink out) throws IOException {
        throw new UnsupportedOperationException(title() + " is only read");
    }

    @Override
    public final Optional<FormatReader> reader() {
        return Optional.of(this::read);
    }

    @Override
    public final Optional<FormatWriter> writer() {
        return isWritten() ? Optional.of(new Writer()) : Optional.empty();
    }

    private final class Writer extends StreamingWriter {

        @Override
        protected EmbroideryFormat format() {
            return HeadedFormat.this;
        }

        @Override
        protected List<Finding> encode(StitchPattern pattern, WriteOptions options, ByteSink out) throws IOException {
            List<Finding> findings = Losses.declared(HeadedFormat.this, pattern, options);
            findings.addAll(HeadedFormat.this.encode(pattern, options, out));
            return findings;
        }
    }
}
