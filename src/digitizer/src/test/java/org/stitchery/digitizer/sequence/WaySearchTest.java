package org.stitchery.digitizer.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.stitchery.digitizer.artwork.SewingHints;
import org.stitchery.digitizer.classify.Region;
import org.stitchery.digitizer.geometry.Grid;

class WaySearchTest {

    /** What whole-numbered costs and the slanted step's rounding may add. */
    private static final double ROUNDING = 1.03;

    private final Random random = new Random(11);

    /** Neighbours are passed over on plain ground; the way must not become dearer by that. */
    @Test
    void noWayIsMissedAndNoneIsDearerThanOneThatLooksAtEveryNeighbour() {
        int ways = 0;
        for (int round = 0; round < 6; round++) {
            List<Region> regions = tiles();
            Ground ground = Ground.of(regions);
            WaySearch search = new WaySearch(ground);
            int[] threads = regions.stream().mapToInt(Region::thread).toArray();
            int[] blocks = threads.clone();
            boolean[] dense = new boolean[threads.length];
            Arrays.fill(dense, true);
            HiddenGround hidden = new HiddenGround(ground, search, 1, 1, threads, blocks, dense);
            int from = cell(ground, hidden);
            double[] cost = everyNeighbour(ground, hidden, from);
            for (int k = 0; k < 30; k++) {
                int to = cell(ground, hidden);
                boolean found = search.find(hidden, from, to);
                if (cost[to] * ROUNDING < HiddenGround.LONGEST_MM) {
                    assertThat(found).isTrue();
                    double[] way = search.way(hidden, ground.x(from), ground.y(from), ground.x(to), ground.y(to));
                    assertThat(cost(ground, hidden, way)).isLessThan(cost[to] * ROUNDING * ROUNDING + 1);
                    ways++;
                } else {
                    assertThat(found && cost[to] > HiddenGround.LONGEST_MM * ROUNDING)
                            .isFalse();
                }
            }
        }
        assertThat(ways).isGreaterThan(20);
    }

    /** Tiles of four threads, some of them missing. */
    private List<Region> tiles() {
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            if (random.nextInt(8) > 0) {
                double x = i % 8 * 5;
                double y = Math.floorDiv(i, 8) * 5;
                Geometry tile = Grid.FACTORY.toGeometry(new Envelope(x, x + 5, y, y + 5));
                int n = regions.size();
                regions.add(new Region(
                        1 + random.nextInt(3), "#tile", n, n, tile, tile, null, List.of(), SewingHints.NONE));
            }
        }
        return regions;
    }

    private int cell(Ground ground, HiddenGround hidden) {
        int cell = random.nextInt(ground.cells());
        while (hidden.costAt(cell) == Float.POSITIVE_INFINITY) {
            cell = random.nextInt(ground.cells());
        }
        return cell;
    }

    private static double[] everyNeighbour(Ground ground, HiddenGround hidden, int from) {
        double[] cost = new double[ground.cells()];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        PriorityQueue<double[]> open = new PriorityQueue<>(Comparator.comparingDouble((double[] e) -> e[0]));
        cost[from] = 0;
        open.add(new double[] {0, from});
        for (double[] top = open.poll(); top != null; top = open.poll()) {
            int at = (int) top[1];
            for (int dy = -1; top[0] <= cost[at] && dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int next = at + dy * ground.columns() + dx;
                    double mean = (hidden.costAt(at) + (double) hidden.costAt(next)) / 2;
                    double total = top[0] + mean * ground.cellMm() * Math.hypot(dx, dy);
                    if (next != at && total < cost[next]) {
                        cost[next] = total;
                        open.add(new double[] {total, next});
                    }
                }
            }
        }
        return cost;
    }

    private static double cost(Ground ground, HiddenGround hidden, double[] way) {
        double total = 0;
        for (int k = 2; k < way.length; k += 2) {
            double dx = way[k] - way[k - 2];
            double dy = way[k + 1] - way[k - 1];
            int parts = (int) Math.ceil(Math.hypot(dx, dy) / ground.cellMm() * 4);
            for (int p = 0; p < parts; p++) {
                double t = (p + 0.5) / parts;
                total +=
                        hidden.costAt(ground.at(way[k - 2] + dx * t, way[k - 1] + dy * t)) * Math.hypot(dx, dy) / parts;
            }
        }
        return total;
    }
}
