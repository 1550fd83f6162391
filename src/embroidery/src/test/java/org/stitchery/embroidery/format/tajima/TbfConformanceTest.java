package org.stitchery.embroidery.format.tajima;

import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatConformanceTest;

class TbfConformanceTest extends FormatConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return TbfFormat.TBF;
    }
}
