package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;

/** Polylines taken as an area, asked for points in it. */
final class Polygons {

    private final List<Polyline> rings;
    private final FillRule rule;
    private final Box box;

    Polygons(List<Polyline> rings, FillRule rule) {
        this.rings = rings;
        this.rule = rule;
        Box all = Box.EMPTY;
        for (Polyline ring : rings) {
            all = all.union(ring.box());
        }
        this.box = all;
    }

    Box box() {
        return box;
    }

    boolean contains(double x, double y) {
        if (!box.contains(x, y)) {
            return false;
        }
        int winding = 0;
        for (Polyline ring : rings) {
            for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                double yi = ring.y(i);
                double yj = ring.y(j);
                if ((yi > y) != (yj > y) && x < (ring.x(j) - ring.x(i)) * (y - yi) / (yj - yi) + ring.x(i)) {
                    winding += yi > yj ? 1 : -1;
                }
            }
        }
        return inside(winding);
    }

    private boolean inside(int winding) {
        return rule == FillRule.NONZERO ? winding != 0 : (winding & 1) != 0;
    }

    /** True when the point lies within the distance of any of the lines. */
    boolean isNear(double x, double y, double distance) {
        if (!box.grown(distance).contains(x, y)) {
            return false;
        }
        for (Polyline ring : rings) {
            for (int i = 0; i < Math.max(1, ring.pieces()); i++) {
                int j = (i + 1) % ring.size();
                if (squaredDistance(x, y, ring.x(i), ring.y(i), ring.x(j), ring.y(j)) <= distance * distance) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double squaredDistance(double x, double y, double ax, double ay, double bx, double by) {
        double dx = bx - ax;
        double dy = by - ay;
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
        double ex = ax + t * dx - x;
        double ey = ay + t * dy - y;
        return ex * ex + ey * ey;
    }

    /**
     * Points spread evenly over the area: about {@code across} columns and rows over the box, those outside left out.
     * Rows are sampled at their middle, so that an area of any shape that is not thinner than a cell is met.
     */
    double[] samples(int across) {
        List<double[]> found = new ArrayList<>();
        double stepX = box.width() / across;
        double stepY = box.height() / across;
        for (int row = 0; row < across; row++) {
            double y = box.minY() + (row + 0.5) * stepY;
            double[][] crossings = crossings(y);
            int winding = 0;
            int next = 0;
            for (int column = 0; column < across; column++) {
                double x = box.minX() + (column + 0.5) * stepX;
                while (next < crossings.length && crossings[next][0] <= x) {
                    winding += (int) crossings[next][1];
                    next++;
                }
                if (inside(winding)) {
                    found.add(new double[] {x, y});
                }
            }
        }
        return flat(found);
    }

    private double[][] crossings(double y) {
        List<double[]> found = new ArrayList<>();
        for (Polyline ring : rings) {
            for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                double yi = ring.y(i);
                double yj = ring.y(j);
                if ((yi > y) != (yj > y)) {
                    double x = (ring.x(j) - ring.x(i)) * (y - yi) / (yj - yi) + ring.x(i);
                    found.add(new double[] {x, yi > yj ? 1 : -1});
                }
            }
        }
        double[][] sorted = found.toArray(new double[0][]);
        Arrays.sort(sorted, (a, b) -> Double.compare(a[0], b[0]));
        return sorted;
    }

    /** Points at equal distances along all lines. */
    double[] samplesAlong(int count) {
        double total = 0;
        for (Polyline ring : rings) {
            total += ring.length();
        }
        List<double[]> found = new ArrayList<>();
        double step = total / count;
        double next = step / 2;
        for (Polyline ring : rings) {
            for (int i = 0; i < ring.pieces(); i++) {
                int j = (i + 1) % ring.size();
                double dx = ring.x(j) - ring.x(i);
                double dy = ring.y(j) - ring.y(i);
                double length = Math.sqrt(dx * dx + dy * dy);
                for (; next < length && found.size() < count; next += step) {
                    found.add(new double[] {ring.x(i) + dx * next / length, ring.y(i) + dy * next / length});
                }
                next -= length;
            }
        }
        return flat(found);
    }

    private static double[] flat(List<double[]> points) {
        double[] xy = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            xy[2 * i] = points.get(i)[0];
            xy[2 * i + 1] = points.get(i)[1];
        }
        return xy;
    }
}
