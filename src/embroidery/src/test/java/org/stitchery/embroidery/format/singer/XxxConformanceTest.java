package org.stitchery.embroidery.format.singer;

import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatConformanceTest;

class XxxConformanceTest extends FormatConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return XxxFormat.XXX;
    }
}
