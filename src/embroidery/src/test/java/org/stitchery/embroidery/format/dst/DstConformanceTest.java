package org.stitchery.embroidery.format.dst;

import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatConformanceTest;

class DstConformanceTest extends FormatConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return DstFormat.DST;
    }
}
