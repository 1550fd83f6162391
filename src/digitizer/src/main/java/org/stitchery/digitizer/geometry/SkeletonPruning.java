package org.stitchery.digitizer.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stitchery.digitizer.geometry.Skeleton.Bough;

/** Breaks the twigs off a skeleton, smallest first, and divides what is left into boughs. */
final class SkeletonPruning {

    private final double[] x;
    private final double[] y;
    private final double[] radius;
    private final double[] reachX;
    private final double[] reachY;
    private final int[][] neighbours;
    private final int nodes;
    private final double twig;
    private final boolean[] alive;
    private final int[] degree;

    SkeletonPruning(
            double[] x,
            double[] y,
            double[] radius,
            double[] reachX,
            double[] reachY,
            int[][] neighbours,
            int nodes,
            double twig) {
        this.x = x;
        this.y = y;
        this.radius = radius;
        this.reachX = reachX;
        this.reachY = reachY;
        this.neighbours = neighbours;
        this.nodes = nodes;
        this.twig = twig;
        alive = new boolean[nodes];
        degree = new int[nodes];
        Arrays.fill(alive, true);
        for (int n = 0; n < nodes; n++) {
            degree[n] = neighbours[n].length;
        }
    }

    List<Bough> boughs() {
        boolean more = true;
        while (more) {
            more = false;
            // Of the twigs at one fork only the smallest goes in one round: the other may be the bough itself.
            int[] smallest = new int[nodes];
            double[] least = new double[nodes];
            Arrays.fill(smallest, -1);
            for (int n = 0; n < nodes; n++) {
                if (alive[n] && degree[n] == 1) {
                    int fork = forkFrom(n);
                    if (fork >= 0) {
                        double size = beyond(n, fork) / radius[fork];
                        if (size < twig && (smallest[fork] < 0 || size < least[fork])) {
                            smallest[fork] = n;
                            least[fork] = size;
                        }
                    }
                }
            }
            for (int fork = 0; fork < nodes; fork++) {
                if (smallest[fork] >= 0 && degree[fork] > 2) {
                    breakOff(smallest[fork], fork);
                    more = true;
                }
            }
        }
        return collected();
    }

    /** The fork a tip's twig grows from, -1 when it leads to another tip. */
    private int forkFrom(int tip) {
        int before = -1;
        int at = tip;
        while (degree[at] <= 2) {
            int next = onward(at, before);
            if (next < 0) {
                return -1;
            }
            before = at;
            at = next;
        }
        return at;
    }

    private int onward(int at, int before) {
        for (int n : neighbours[at]) {
            if (alive[n] && n != before) {
                return n;
            }
        }
        return -1;
    }

    /** How far the area at the tip reaches beyond the circle at the fork. */
    private double beyond(int tip, int fork) {
        boolean bare = reachX[tip] == x[tip] && reachY[tip] == y[tip];
        double dx = reachX[tip] - x[fork];
        double dy = reachY[tip] - y[fork];
        return Math.sqrt(dx * dx + dy * dy) + (bare ? radius[tip] : 0) - radius[fork];
    }

    private void breakOff(int tip, int fork) {
        int before = -1;
        int at = tip;
        while (at != fork) {
            int next = onward(at, before);
            alive[at] = false;
            before = at;
            at = next;
        }
        degree[fork]--;
        // What is left of a fork between two broken twigs ends in its own circle.
        reachX[fork] = x[fork];
        reachY[fork] = y[fork];
    }

    private List<Bough> collected() {
        List<Bough> boughs = new ArrayList<>();
        boolean[] taken = new boolean[nodes];
        for (int n = 0; n < nodes; n++) {
            if (alive[n] && degree[n] != 2) {
                if (degree[n] == 0) {
                    boughs.add(bough(new int[] {n}, 1, -1, -1));
                }
                for (int next : neighbours[n]) {
                    if (alive[next] && !(degree[next] == 2 && taken[next])) {
                        follow(n, next, taken, boughs);
                    }
                }
            }
        }
        for (int n = 0; n < nodes; n++) {
            if (alive[n] && degree[n] == 2 && !taken[n]) {
                int[] ring = new int[nodes];
                int size = 0;
                int before = -1;
                int at = n;
                do {
                    ring[size++] = at;
                    taken[at] = true;
                    int next = onward(at, before);
                    before = at;
                    at = next;
                } while (at != n);
                boughs.add(bough(ring, size, Bough.RING, Bough.RING));
            }
        }
        return boughs;
    }

    private void follow(int start, int first, boolean[] taken, List<Bough> boughs) {
        int[] path = new int[64];
        int size = 0;
        path[size++] = start;
        int before = start;
        int at = first;
        while (degree[at] == 2) {
            if (size + 2 > path.length) {
                path = Arrays.copyOf(path, 2 * size);
            }
            path[size++] = at;
            taken[at] = true;
            int next = onward(at, before);
            before = at;
            at = next;
        }
        if (size == 1 && at < start) {
            // Two neighbouring forks: found from both, kept once.
            return;
        }
        if (size + 1 > path.length) {
            path = Arrays.copyOf(path, size + 1);
        }
        path[size++] = at;
        boughs.add(bough(path, size, degree[start] > 2 ? start : -1, degree[at] > 2 ? at : -1));
    }

    private Bough bough(int[] path, int size, int from, int to) {
        double[] bx = new double[size];
        double[] by = new double[size];
        double[] br = new double[size];
        for (int i = 0; i < size; i++) {
            bx[i] = x[path[i]];
            by[i] = y[path[i]];
            br[i] = radius[path[i]];
        }
        return new Bough(bx, by, br, from, to);
    }
}
