package org.stitchery.embroidery.format.gcode;

import org.junit.jupiter.api.Nested;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatConformanceTest;

/** The questions to every format, in each dialect. */
class GcodeConformanceTest {

    @Nested
    class Grbl extends FormatConformanceTest {
        @Override
        protected EmbroideryFormat format() {
            return GcodeFormat.ALL.get(0);
        }
    }

    @Nested
    class GrblServo extends FormatConformanceTest {
        @Override
        protected EmbroideryFormat format() {
            return GcodeFormat.ALL.get(1);
        }
    }

    @Nested
    class GrblTrigger extends FormatConformanceTest {
        @Override
        protected EmbroideryFormat format() {
            return GcodeFormat.ALL.get(2);
        }
    }

    @Nested
    class Marlin extends FormatConformanceTest {
        @Override
        protected EmbroideryFormat format() {
            return GcodeFormat.ALL.get(3);
        }
    }

    @Nested
    class MarlinServo extends FormatConformanceTest {
        @Override
        protected EmbroideryFormat format() {
            return GcodeFormat.ALL.get(4);
        }
    }
}
