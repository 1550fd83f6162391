package org.stitchery.embroidery.format.husqvarna;

import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatConformanceTest;

class Vp3ConformanceTest extends FormatConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return Vp3Format.VP3;
    }
}
