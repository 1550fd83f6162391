package org.stitchery.embroidery.format.pfaff;

import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatConformanceTest;

class PcsConformanceTest extends FormatConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return PcsFormat.PCS;
    }
}
