package org.stitchery.embroidery.format.toyota;

import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatConformanceTest;

class Toyota10oConformanceTest extends FormatConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return Toyota10oFormat.TOYOTA_10O;
    }
}
