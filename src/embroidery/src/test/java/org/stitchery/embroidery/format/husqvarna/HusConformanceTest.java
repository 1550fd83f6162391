package org.stitchery.embroidery.format.husqvarna;

import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatConformanceTest;

class HusConformanceTest extends FormatConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return HusFormat.HUS;
    }
}
