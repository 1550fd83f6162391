package org.stitchery.embroidery.format.zsk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.Extensions;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;

/** Fortron: 256 bytes of header, then ZSK's records. Written with an empty header, as no meaning of it is known. */
public final class FxyFormat extends ZskFormat {

    /** The one instance. */
    public static final FxyFormat FXY = new FxyFormat();

    private static final int HEADER = 0x100;

    private FxyFormat() {
        super("fxy", "Fortron FXY", fxyAndNumbered(), 0);
    }

    private static List<String> fxyAndNumbered() {
        List<String> endings = new ArrayList<>(List.of("fxy"));
        endings.addAll(Extensions.numbered("f", 0, 99, 0));
        return endings;
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
