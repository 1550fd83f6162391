package org.stitchery.digitizer.stitch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.stitchery.digitizer.geometry.Outline;

/**
 * The parts of a ring along edges one will see. Where a fill goes on below a neighbour no edge has to be crisp, and the
 * neighbour brings threads enough.
 */
final class OpenEdges {

    private static final double STEP_MM = 0.5;

    /** Shorter hidden stretches are sewn with the rest: going around them would take as much thread. */
    private static final double LEAST_HIDDEN_MM = 3;

    /** Shorter open stretches are not worth the way there. */
    private static final double LEAST_OPEN_MM = 1.5;

    private final double[] xy;
    private final boolean[] corner;
    private final boolean[] open;
    private final int count;

    private OpenEdges(CoordinateSequence ring, Outline seen) {
        double[] stations = new double[64];
        boolean[] corners = new boolean[32];
        int n = 0;
        for (int i = 0; i + 1 < ring.size(); i++) {
            double dx = ring.getX(i + 1) - ring.getX(i);
            double dy = ring.getY(i + 1) - ring.getY(i);
            int parts = (int) Math.max(1, Math.ceil(Math.sqrt(dx * dx + dy * dy) / STEP_MM));
            for (int p = 0; p < parts; p++) {
                if (n == corners.length) {
                    stations = Arrays.copyOf(stations, 4 * n);
                    corners = Arrays.copyOf(corners, 2 * n);
                }
                stations[2 * n] = ring.getX(i) + dx * p / parts;
                stations[2 * n + 1] = ring.getY(i) + dy * p / parts;
                corners[n++] = p == 0;
            }
        }
        count = n;
        xy = stations;
        corner = corners;
        open = new boolean[n];
        for (int i = 0; i < n; i++) {
            open[i] = seen.contains(xy[2 * i], xy[2 * i + 1]);
        }
    }

    /**
     * The parts, x and y in turn; the whole ring, its first point repeated at the end, when all of it is open.
     *
     * @param seen the outline of what will be seen
     */
    static List<double[]> of(CoordinateSequence ring, Outline seen) {
        OpenEdges edges = new OpenEdges(ring, seen);
        edges.join(false, LEAST_HIDDEN_MM);
        edges.join(true, LEAST_OPEN_MM);
        return edges.parts();
    }

    /** Turns stretches of one kind that are too short into the other kind, unless there is no other. */
    private void join(boolean kind, double leastMm) {
        int start = change();
        if (start < 0) {
            return;
        }
        int from = 0;
        for (int k = 1; k <= count; k++) {
            if (k == count || open[(start + k) % count] != open[(start + k - 1) % count]) {
                if (open[(start + from) % count] == kind && length(start + from, k - from) < leastMm) {
                    for (int j = from; j < k; j++) {
                        open[(start + j) % count] = !kind;
                    }
                }
                from = k;
            }
        }
    }

    /** A place that differs from the one before; -1 when all are alike. */
    private int change() {
        for (int i = 0; i < count; i++) {
            if (open[i] != open[(i + count - 1) % count]) {
                return i;
            }
        }
        return -1;
    }

    private double length(int from, int stations) {
        double sum = 0;
        for (int k = 0; k < stations; k++) {
            int a = (from + k) % count;
            int b = (from + k + 1) % count;
            double dx = xy[2 * b] - xy[2 * a];
            double dy = xy[2 * b + 1] - xy[2 * a + 1];
            sum += Math.sqrt(dx * dx + dy * dy);
        }
        return sum;
    }

    private List<double[]> parts() {
        List<double[]> parts = new ArrayList<>();
        int start = change();
        if (start < 0) {
            if (open[0]) {
                parts.add(part(0, count + 1));
            }
            return parts;
        }
        int from = 0;
        for (int k = 1; k <= count; k++) {
            if (k == count || open[(start + k) % count] != open[(start + k - 1) % count]) {
                if (open[(start + from) % count]) {
                    parts.add(part(start + from, k - from));
                }
                from = k;
            }
        }
        return parts;
    }

    private double[] part(int from, int stations) {
        double[] part = new double[2 * stations];
        int length = 0;
        for (int k = 0; k < stations; k++) {
            int i = (from + k) % count;
            if (corner[i] || k == 0 || k == stations - 1) {
                part[length++] = xy[2 * i];
                part[length++] = xy[2 * i + 1];
            }
        }
        return Arrays.copyOf(part, length);
    }
}
