package org.stitchery.digitizer.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DistancesTest {

    private static final int WIDTH = 23;
    private static final int HEIGHT = 17;

    @Test
    void straightDistancesAreThoseOfLookingAtEveryPixel() {
        boolean[] set = sprinkled(0.03);
        float[] found = Distances.straight(set, WIDTH, HEIGHT);
        for (int i = 0; i < set.length; i++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int j = 0; j < set.length; j++) {
                if (set[j]) {
                    nearest = Math.min(nearest, Math.hypot(i % WIDTH - j % WIDTH, i / WIDTH - j / WIDTH));
                }
            }
            assertThat((double) found[i]).isCloseTo(nearest, within(1e-4));
        }
    }

    @Test
    void nothingIsFarFromEverything() {
        assertThat(Distances.straight(new boolean[WIDTH * HEIGHT], WIDTH, HEIGHT)[5])
                .isGreaterThan(1e5f);
    }

    @Test
    void shrinkingTakesStepsFromEverySideAndFromThePicturesEdge() {
        boolean[] all = new boolean[5 * 5];
        java.util.Arrays.fill(all, true);
        assertThat(count(Distances.shrunk(all, 5, 5, 1))).isEqualTo(9);
        assertThat(count(Distances.shrunk(all, 5, 5, 2))).isEqualTo(1);
        assertThat(count(Distances.rim(all, 5, 5))).isEqualTo(16);
    }

    @Test
    void growingAPixelGivesADiamond() {
        boolean[] one = new boolean[9 * 9];
        one[4 * 9 + 4] = true;
        assertThat(count(Distances.grown(one, 9, 9, 2))).isEqualTo(13);
    }

    private static boolean[] sprinkled(double share) {
        Random random = new Random(7);
        boolean[] set = new boolean[WIDTH * HEIGHT];
        for (int i = 0; i < set.length; i++) {
            set[i] = random.nextDouble() < share;
        }
        return set;
    }

    private static int count(boolean[] set) {
        int n = 0;
        for (boolean b : set) {
            n += b ? 1 : 0;
        }
        return n;
    }
}
