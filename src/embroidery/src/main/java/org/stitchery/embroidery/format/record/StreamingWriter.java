package org.stitchery.embroidery.format.record;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatWriter;
import org.stitchery.embroidery.format.MachineFile;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.WriteResult;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;

/** An encoder that writes forward only: in an array of just the right size, or in a stream within one buffer's memory. */
public abstract class StreamingWriter implements FormatWriter {

    /** The format that is written. */
    protected abstract EmbroideryFormat format();

    /**
     * Writes the whole file. Called more than once for one file; must do the same each time.
     *
     * @return what is lost or said differently
     */
    protected abstract List<Finding> encode(StitchPattern pattern, WriteOptions options, ByteSink out)
            throws IOException;

    @Override
    public final WriteResult write(StitchPattern pattern, WriteOptions options) {
        try {
            ByteSink counted = ByteSink.counting();
            encode(pattern, options, counted);
            if (counted.size() > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("The design " + pattern.name() + " needs " + counted.size()
                        + " bytes as " + format().title() + "; write it into a stream");
            }
            byte[] bytes = new byte[(int) counted.size()];
            List<Finding> findings = encode(pattern, options, ByteSink.into(bytes));
            return new WriteResult(MachineFile.owning(format(), bytes), findings);
        } catch (IOException e) {
            throw new UncheckedIOException("An array refuses nothing", e);
        }
    }

    @Override
    public final List<Finding> stream(StitchPattern pattern, WriteOptions options, OutputStream out)
            throws IOException {
        ByteSink sink = ByteSink.into(out);
        List<Finding> findings = encode(pattern, options, sink);
        sink.flush();
        return findings;
    }
}
