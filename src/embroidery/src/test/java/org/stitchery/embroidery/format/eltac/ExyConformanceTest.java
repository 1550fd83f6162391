package org.stitchery.embroidery.format.eltac;

import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatConformanceTest;

class ExyConformanceTest extends FormatConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return ExyFormat.EXY;
    }
}
