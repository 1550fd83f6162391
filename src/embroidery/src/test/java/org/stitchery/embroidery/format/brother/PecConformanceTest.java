package org.stitchery.embroidery.format.brother;

import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatConformanceTest;

class PecConformanceTest extends FormatConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return PecFormat.PEC;
    }
}
