package org.stitchery.embroidery.format.zsk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.dst.TajimaHeader;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;

/** Tajima's header with ZSK's records. */
public final class DszFormat extends ZskFormat {

    /** The one instance. */
    public static final DszFormat DSZ = new DszFormat();

    private DszFormat() {
        super("dsz", "Tajima DSZ", List.of("dsz"), TajimaHeader.LABEL_LENGTH);
    }

    @Override
    protected int start(ByteSource file) throws FormatException {
        return TajimaHeader.requiredIn(file);
    }

    @Override
    protected boolean bearsMark(ByteSource file) {
        return TajimaHeader.isIn(file);
    }

    @Override
    protected String name(ByteSource file) throws FormatException {
        return TajimaHeader.name(file);
    }

    @Override
    protected List<Finding> encode(StitchPattern pattern, WriteOptions options, ByteSink out) throws IOException {
        ByteSink counted = ByteSink.counting();
        ZskRecords.write(pattern, options, counted);
        List<Finding> findings =
                new ArrayList<>(TajimaHeader.write(this, pattern, options, counted.size() / ZskRecords.BYTES, out));
        findings.addAll(ZskRecords.write(pattern, options, out));
        return findings;
    }
}
