package org.stitchery.embroidery;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.embroidery.thread.Palettes;

/** Designs to try things on. */
public final class TestPatterns {

    private TestPatterns() {}

    /** Nothing at all. */
    public static StitchPattern empty() {
        return StitchPattern.builder("EMPTY").build();
    }

    /** One penetration away from the start. */
    public static StitchPattern single() {
        return StitchPattern.builder("SINGLE").stitchTo(7, -3).build();
    }

    /**
     * A little of everything a digitizer makes, in an order it makes it: runs, satin, fill, long stitches, travels, cuts,
     * three colours and a stop.
     */
    public static StitchPattern sampler() {
        StitchPattern.Builder b = StitchPattern.builder("SAMPLER");
        b.jumpTo(-100, -60);
        for (int i = 0; i <= 8; i++) {
            b.stitchTo(-100 + 25 * i, -60);
        }
        for (int i = 0; i <= 40; i++) {
            b.stitchTo(100, -60 + 2 * i).stitchTo(140, -59 + 2 * i);
        }
        b.trim().colorChange().jumpTo(-100, 0);
        for (int row = 0; row < 20; row++) {
            int y = 4 * row;
            for (int i = 0; i <= 4; i++) {
                int x = 40 * i - 100 + 13 * (row % 3);
                b.stitchTo(row % 2 == 0 ? x : 60 - (x + 100), y);
            }
        }
        b.stop().stitchTo(60, 90).stitchTo(60, 300).stitchTo(-190, 300).trim();
        b.jumpTo(-190, -300).stitchTo(-190, -300).stitchTo(-165, -290).trim().colorChange();
        b.jumpTo(0, -200).stitchTo(0, -200).stitchTo(3, -200).stitchTo(0, -200).stitchTo(25, -180);
        List<ThreadColor> threads =
                Palettes.STITCHERY_40.only(List.of("1101", "1300", "1700")).threads();
        return b.threads(threads).build();
    }

    /** A design by chance, the same for the same seed, as digitizers make them: cuts come right after stitches. */
    public static StitchPattern random(long seed) {
        Random random = new Random(seed);
        int commands = 1 + random.nextInt(400);
        StitchPattern.Builder b = StitchPattern.builder("RANDOM " + seed);
        boolean sewn = false;
        int blocks = 1;
        for (int i = 0; i < commands; i++) {
            int kind = random.nextInt(100);
            int reach = random.nextInt(50) == 0 ? 900 : 110;
            int x = clamp(b.x() + random.nextInt(2 * reach + 1) - reach);
            int y = clamp(b.y() + random.nextInt(2 * reach + 1) - reach);
            if (kind < 85) {
                b.stitchTo(x, y);
                sewn = true;
            } else if (kind < 90 && sewn) {
                b.trim().jumpTo(x + 1, y).stitchTo(x + 1, y);
            } else if (kind < 93 && sewn) {
                b.colorChange();
                blocks++;
                sewn = false;
            } else if (kind < 95 && sewn) {
                b.trim().colorChange();
                blocks++;
                sewn = false;
            } else if (kind < 96 && sewn) {
                b.stop();
                sewn = false;
            } else if (x != b.x()) {
                b.jumpTo(x, y).stitchTo(x, y);
                sewn = true;
            }
        }
        List<ThreadColor> threads = new ArrayList<>();
        for (int i = 0; i < blocks; i++) {
            threads.add(ThreadColor.ofRgb(random.nextInt(0x1000000)));
        }
        return b.threads(threads).build();
    }

    private static int clamp(int value) {
        return Math.max(-9000, Math.min(9000, value));
    }
}
