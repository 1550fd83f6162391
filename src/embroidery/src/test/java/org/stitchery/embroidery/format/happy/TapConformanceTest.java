package org.stitchery.embroidery.format.happy;

import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatConformanceTest;

class TapConformanceTest extends FormatConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return TapFormat.TAP;
    }
}
