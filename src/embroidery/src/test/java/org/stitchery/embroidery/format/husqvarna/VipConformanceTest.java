package org.stitchery.embroidery.format.husqvarna;

import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatConformanceTest;

class VipConformanceTest extends FormatConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return VipFormat.VIP;
    }
}
