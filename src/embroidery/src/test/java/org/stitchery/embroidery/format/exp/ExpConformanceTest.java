package org.stitchery.embroidery.format.exp;

import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatConformanceTest;

class ExpConformanceTest extends FormatConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return ExpFormat.EXP;
    }
}
