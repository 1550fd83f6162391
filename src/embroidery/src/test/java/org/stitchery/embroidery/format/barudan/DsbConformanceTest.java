package org.stitchery.embroidery.format.barudan;

import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatConformanceTest;

class DsbConformanceTest extends FormatConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return DsbFormat.DSB;
    }
}
