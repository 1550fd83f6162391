package org.stitchery.embroidery.format.happy;

import java.util.List;
import org.stitchery.embroidery.format.dst.TernaryFormat;

/** Happy TAP: the records of a DST without its header. */
public final class TapFormat extends TernaryFormat {

    /** The one instance. */
    public static final TapFormat TAP = new TapFormat();

    private TapFormat() {
        super("tap", "Happy TAP", List.of("tap"), 0, true);
    }
}
