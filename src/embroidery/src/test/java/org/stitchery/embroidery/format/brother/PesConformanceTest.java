package org.stitchery.embroidery.format.brother;

import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatConformanceTest;

class PesConformanceTest extends FormatConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return PesFormat.PES;
    }
}
