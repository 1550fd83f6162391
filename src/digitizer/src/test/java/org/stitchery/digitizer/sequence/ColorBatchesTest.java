package org.stitchery.digitizer.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColorBatchesTest {

    private static final Runnable NOTHING = () -> {};

    /** Eighty drawings per seed, small enough to try every order of sewing. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void smallDrawingsGetAsFewColourChangesAsAnyOrderOfSewing(long seed) {
        Random random = new Random(seed);
        for (int drawing = 0; drawing < 80; drawing++) {
            int regions = 1 + random.nextInt(9);
            int[] threads = random.ints(regions, 0, 1 + random.nextInt(4)).toArray();
            Precedence precedence = random(random, regions, 0.35);

            ColorBatches batches = ColorBatches.of(threads, precedence, NOTHING);

            assertThat(batches.batches()).hasSize(fewest(threads, precedence));
            assertThat(batches.least()).isEqualTo(batches.batches().size());
            assertInOrder(batches, threads, precedence);
        }
    }

    @Test
    void aLargeDrawingIsOrderedInBoundedTimeWithABoundFromBelow() {
        Random random = new Random(7);
        int regions = 4000;
        int[] threads = random.ints(regions, 0, 15).toArray();
        Precedence precedence = random(random, regions, 0.001);

        ColorBatches batches = ColorBatches.of(threads, precedence, NOTHING);

        assertInOrder(batches, threads, precedence);
        assertThat(batches.least()).isBetween(15, batches.batches().size());
    }

    @Test
    void theSearchCanBeCancelled() {
        Precedence precedence = new Precedence(2, List.of(new Precedence.Pair(0, 1, false, 1)));

        assertThatThrownBy(() -> ColorBatches.of(new int[] {0, 1}, precedence, () -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
    }

    /** Pairs only from lower to higher numbers, so that there is no circle. */
    private static Precedence random(Random random, int regions, double share) {
        List<Precedence.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < regions; i++) {
            for (int j = i + 1; j < regions; j++) {
                if (random.nextDouble() < share) {
                    pairs.add(new Precedence.Pair(i, j, false, 1));
                }
            }
        }
        return new Precedence(regions, pairs);
    }

    private static void assertInOrder(ColorBatches batches, int[] threads, Precedence precedence) {
        boolean[] sewn = new boolean[threads.length];
        int count = 0;
        for (List<Integer> batch : batches.batches()) {
            boolean[] now = sewn.clone();
            for (int region : batch) {
                assertThat(threads[region]).isEqualTo(threads[batch.get(0)]);
                assertThat(now[region]).as("region %s sewn twice", region).isFalse();
                now[region] = true;
                count++;
            }
            for (int region : batch) {
                for (int earlier : precedence.before(region)) {
                    assertThat(now[earlier]).as("%s before %s", earlier, region).isTrue();
                }
            }
            sewn = now;
        }
        assertThat(count).isEqualTo(threads.length);
    }

    /** By trying all: the least batches from each set of sewn regions and thread in the needle. */
    private static int fewest(int[] threads, Precedence precedence) {
        int n = threads.length;
        int kinds = 5;
        int[][] least = new int[1 << n][kinds];
        for (int set = (1 << n) - 2; set >= 0; set--) {
            for (int needle = 0; needle < kinds; needle++) {
                int best = Integer.MAX_VALUE / 2;
                for (int i = 0; i < n; i++) {
                    if ((set >> i & 1) == 0 && ready(i, set, precedence)) {
                        best = Math.min(best, least[set | 1 << i][threads[i]] + (threads[i] == needle ? 0 : 1));
                    }
                }
                least[set][needle] = best;
            }
        }
        return least[0][kinds - 1];
    }

    private static boolean ready(int region, int set, Precedence precedence) {
        for (int earlier : precedence.before(region)) {
            if ((set >> earlier & 1) == 0) {
                return false;
            }
        }
        return true;
    }
}
