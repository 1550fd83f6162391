package org.stitchery.embroidery.format.janome;

import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatConformanceTest;

class JefConformanceTest extends FormatConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return JefFormat.JEF;
    }
}
