package org.stitchery.embroidery.format.pfaff;

import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatConformanceTest;

class KsmConformanceTest extends FormatConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return KsmFormat.KSM;
    }
}
