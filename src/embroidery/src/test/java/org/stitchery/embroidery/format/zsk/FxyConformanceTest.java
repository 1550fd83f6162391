package org.stitchery.embroidery.format.zsk;

import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatConformanceTest;

class FxyConformanceTest extends FormatConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return FxyFormat.FXY;
    }
}
