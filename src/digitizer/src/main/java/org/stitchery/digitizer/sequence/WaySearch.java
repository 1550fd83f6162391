package org.stitchery.digitizer.sequence;

import java.util.Arrays;

/**
 * Cheapest ways over hidden ground (Dijkstra 1959 on the raster's cells and their eight neighbours), pulled straight
 * afterwards as far as that costs nothing. One search is used for a whole design, so that its arrays are made once. Not
 * safe for use by several threads.
 */
final class WaySearch {

    /** Visited cells allowed for one design, per cell of the raster; beyond that threads are cut. */
    private static final int VISITS_PER_CELL = 200;

    private final Ground ground;
    private final float[] cost;
    private final int[] from;
    private final int[] steps;
    private final CostQueue queue;
    private int[] reached = new int[1024];
    private int reachedCount;
    private int found = -1;
    private long visitsLeft;

    WaySearch(Ground ground) {
        this.ground = ground;
        cost = new float[ground.cells()];
        Arrays.fill(cost, Float.POSITIVE_INFINITY);
        from = new int[ground.cells()];
        queue = new CostQueue(
                ground.cellMm() * HiddenGround.LEAST_COST, 1.5 * ground.cellMm() * HiddenGround.MOST_COST);
        int c = ground.columns();
        steps = new int[] {-c, -1, 1, c, -c - 1, -c + 1, c - 1, c + 1};
        visitsLeft = (long) VISITS_PER_CELL * ground.cells();
    }

    /** What a search looks for: cells by rank, the lower the better. */
    interface Goal {

        /** Rank of what nobody looks for. */
        int NONE = Integer.MAX_VALUE;

        /** How welcome a cell is. */
        int rank(int cell);

        /** No cell that can be reached at some cost has a lower rank; {@link #NONE} when there is nothing to reach. */
        int best();
    }

    /**
     * The cheapest cell to reach of the lowest rank there is; read the way to it with {@link #way}.
     *
     * @param sources in rising order
     * @return -1 when there is none within {@link HiddenGround#LONGEST_MM}
     */
    int find(HiddenGround hidden, int[] sources, Goal goal) {
        forget();
        found = -1;
        int wanted = goal.best();
        int least = Goal.NONE;
        for (int source : sources) {
            reach(source, -1, 0);
            int rank = goal.rank(source);
            if (rank < least) {
                least = rank;
                found = source;
            }
        }
        if (least <= wanted) {
            return found;
        }
        for (int source : sources) {
            if (bordering(hidden, source)) {
                queue.add(source, 0);
            }
        }
        float straight = (float) ground.cellMm();
        float slanted = (float) (ground.cellMm() * Math.sqrt(2));
        for (int at = queue.poll(); at >= 0 && visitsLeft > 0; at = queue.poll()) {
            float here = queue.cost();
            if (here > cost[at]) {
                continue;
            }
            visitsLeft--;
            int rank = goal.rank(at);
            if (rank < least) {
                least = rank;
                found = at;
                if (rank <= wanted) {
                    return at;
                }
            }
            float own = hidden.cost(at);
            for (int s = 0; s < 8; s++) {
                int next = at + steps[s];
                if (cost[next] > here) {
                    float total = here + (s < 4 ? straight : slanted) * (own + hidden.cost(next)) / 2;
                    if (total < cost[next] && total <= HiddenGround.LONGEST_MM) {
                        reach(next, at, total);
                        queue.add(next, total);
                    }
                }
            }
        }
        return found;
    }

    private void forget() {
        for (int k = 0; k < reachedCount; k++) {
            cost[reached[k]] = Float.POSITIVE_INFINITY;
        }
        reachedCount = 0;
        queue.clear();
    }

    private void reach(int at, int via, float total) {
        if (cost[at] == Float.POSITIVE_INFINITY) {
            reached = reachedCount == reached.length ? Arrays.copyOf(reached, 2 * reachedCount) : reached;
            reached[reachedCount++] = at;
        }
        cost[at] = total;
        from[at] = via;
    }

    /** True for a source from where another cell can be reached: all others need not wait in the heap. */
    private boolean bordering(HiddenGround hidden, int source) {
        if (hidden.cost(source) == Float.POSITIVE_INFINITY) {
            return false;
        }
        for (int step : steps) {
            if (cost[source + step] > 0 && hidden.cost(source + step) != Float.POSITIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }

    /** The source from where the cell last found was reached. */
    int source() {
        int at = found;
        while (from[at] >= 0) {
            at = from[at];
        }
        return at;
    }

    /** The way to the cell last found, from and to the very points given: x and y in turn. */
    double[] way(HiddenGround hidden, double fromX, double fromY, double toX, double toY) {
        int count = 0;
        for (int at = found; at >= 0; at = from[at]) {
            count++;
        }
        int[] chain = new int[count];
        for (int at = found; at >= 0; at = from[at]) {
            chain[--count] = at;
        }
        double[] way = new double[2 * chain.length + 4];
        int k = 0;
        way[k++] = fromX;
        way[k++] = fromY;
        int at = 0;
        while (at < chain.length - 1) {
            int to = at + 1;
            while (to + 1 < chain.length && straight(hidden, chain[at], chain[to + 1])) {
                to++;
            }
            if (to < chain.length - 1) {
                way[k++] = ground.x(chain[to]);
                way[k++] = ground.y(chain[to]);
            }
            at = to;
        }
        way[k++] = toX;
        way[k++] = toY;
        return Arrays.copyOf(way, k);
    }

    /** True when the straight line between two cells of the way costs no more than the way. */
    private boolean straight(HiddenGround hidden, int a, int b) {
        double dx = ground.x(b) - ground.x(a);
        double dy = ground.y(b) - ground.y(a);
        double length = Math.sqrt(dx * dx + dy * dy);
        int parts = (int) Math.ceil(2 * length / ground.cellMm());
        double most = (cost[b] - cost[a]) * 1.02 + 0.1;
        double total = 0;
        for (int p = 0; p < parts; p++) {
            double t = (p + 0.5) / parts;
            total += hidden.cost(ground.at(ground.x(a) + dx * t, ground.y(a) + dy * t)) * length / parts;
            if (total > most) {
                return false;
            }
        }
        return true;
    }
}
