package org.stitchery.embroidery.format.barudan;

import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatConformanceTest;

class U01ConformanceTest extends FormatConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return U01Format.U01;
    }
}
