package org.stitchery.simulator;

import java.util.Random;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.dst.DstFormat;
import org.stitchery.embroidery.model.StitchPattern;

/** Designs for tests and the bytes a host sends for them. */
public final class Tapes {

    public static final int LEADER = 32;

    private Tapes() {}

    /** Short stitches wandering about, with a trim every 100 and a colour change in the middle. */
    public static StitchPattern wandering(String label, int stitches, long seed) {
        Random random = new Random(seed);
        StitchPattern.Builder builder = StitchPattern.builder(label);
        for (int i = 0; i < stitches; i++) {
            int dx = random.nextInt(61) - 30;
            int dy = random.nextInt(61) - 30;
            if (i > 0 && i % 100 == 0) {
                builder.trim();
                builder.jumpTo(builder.x() + dx, builder.y() + dy);
            }
            if (i == stitches / 2) {
                builder.colorChange();
            }
            builder.stitchTo(builder.x() + dx, builder.y() + dy);
        }
        return builder.build();
    }

    /** Equal stitches to the right. */
    public static StitchPattern line(String label, int stitches, int lengthTenths) {
        StitchPattern.Builder builder = StitchPattern.builder(label);
        for (int i = 1; i <= stitches; i++) {
            builder.stitchTo(i * lengthTenths, 0);
        }
        return builder.build();
    }

    /** The DST file. */
    public static byte[] dst(StitchPattern pattern) {
        return DstFormat.DST
                .writer()
                .orElseThrow()
                .write(pattern, WriteOptions.usual())
                .file()
                .bytes();
    }

    /** Leader and file, as a host sends them. */
    public static byte[] tape(StitchPattern pattern) {
        byte[] file = dst(pattern);
        byte[] tape = new byte[LEADER + file.length];
        System.arraycopy(file, 0, tape, LEADER, file.length);
        return tape;
    }
}
