package org.stitchery.embroidery.format.zsk;

import java.io.IOException;
import java.util.List;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;

/** Gold Thread: 512 bytes of header, then ZSK's records. Written with an empty header, as no meaning of it is known. */
public final class GtFormat extends ZskFormat {

    /** The one instance. */
    public static final GtFormat GT = new GtFormat();

    private static final int HEADER = 0x200;

    private GtFormat() {
        super("gt", "Gold Thread GT", List.of("gt"), 0);
    }

    @Override
    protected int start(ByteSource file) throws FormatException {
        return startAfter(HEADER, file);
    }

    @Override
    protected List<Finding> encode(StitchPattern pattern, WriteOptions options, ByteSink out) throws IOException {
        out.times(HEADER, 0);
        return ZskRecords.write(pattern, options, out);
    }
}
