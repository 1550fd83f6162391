package org.stitchery.digitizer.sequence;

import java.util.Arrays;
import java.util.function.IntPredicate;

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
    private final int[] round;
    private final int[] steps;
    private int now;
    private long[] heap = new long[1024];
    private int size;
    private int found = -1;
    private long visitsLeft;

    WaySearch(Ground ground) {
        this.ground = ground;
        cost = new float[ground.cells()];
        from = new int[ground.cells()];
        round = new int[ground.cells()];
        int c = ground.columns();
        steps = new int[] {-c, -1, 1, c, -c - 1, -c + 1, c - 1, c + 1};
        visitsLeft = (long) VISITS_PER_CELL * ground.cells();
    }

    /**
     * The cheapest cell to reach that fits; read the way to it with {@link #way}.
     *
     * @return -1 when there is none within {@link HiddenGround#LONGEST_MM}
     */
    int find(HiddenGround hidden, int[] sources, IntPredicate fits) {
        now++;
        size = 0;
        found = -1;
        for (int source : sources) {
            reach(source, -1, 0);
        }
        float straight = (float) ground.cellMm();
        float slanted = (float) (ground.cellMm() * Math.sqrt(2));
        while (size > 0 && visitsLeft > 0) {
            long top = poll();
            int at = (int) top;
            float here = Float.intBitsToFloat((int) (top >> 32));
            if (here > cost[at]) {
                continue;
            }
            visitsLeft--;
            if (fits.test(at)) {
                found = at;
                return at;
            }
            float own = hidden.cost(at);
            for (int s = 0; s < 8; s++) {
                int next = at + steps[s];
                float there = hidden.cost(next);
                if (there == Float.POSITIVE_INFINITY) {
                    continue;
                }
                float total = here + (s < 4 ? straight : slanted) * (own + there) / 2;
                if (total <= HiddenGround.LONGEST_MM && (round[next] != now || total < cost[next])) {
                    reach(next, at, total);
                }
            }
        }
        return -1;
    }

    private void reach(int at, int via, float total) {
        if (round[at] == now && cost[at] <= total) {
            return;
        }
        round[at] = now;
        cost[at] = total;
        from[at] = via;
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        long entry = (long) Float.floatToIntBits(total) << 32 | at;
        int i = size++;
        while (i > 0 && heap[(i - 1) >> 1] > entry) {
            heap[i] = heap[(i - 1) >> 1];
            i = (i - 1) >> 1;
        }
        heap[i] = entry;
    }

    private long poll() {
        long top = heap[0];
        long last = heap[--size];
        int i = 0;
        while (2 * i + 1 < size) {
            int child = 2 * i + 1;
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= last) {
                break;
            }
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = last;
        return top;
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
