package org.stitchery.embroidery.bench;

import java.util.Random;
import org.stitchery.embroidery.model.StitchPattern;

/** A design of any length for measuring: a wandering line, as dense as fills are, with a cut every 200 stitches. */
public final class LongDesign {

    private static final int STITCHES_PER_CUT = 200;

    private LongDesign() {}

    /** Stitches of up to 4.2 mm on either axis, the same every time; it stays within 30 cm of the start. */
    public static StitchPattern of(int stitches) {
        Random random = new Random(1);
        StitchPattern.Builder builder = StitchPattern.builder("BENCH", stitches + stitches / 50);
        for (int i = 0; i < stitches; i++) {
            int x = builder.x() + random.nextInt(81) - 40 - Integer.signum(builder.x()) * 2;
            int y = builder.y() + random.nextInt(81) - 40 - Integer.signum(builder.y()) * 2;
            builder.stitchTo(x, y);
            if (i % STITCHES_PER_CUT == STITCHES_PER_CUT - 1 && i + 1 < stitches) {
                builder.trim().jumpTo(x + 60, y);
            }
        }
        return builder.build();
    }
}
