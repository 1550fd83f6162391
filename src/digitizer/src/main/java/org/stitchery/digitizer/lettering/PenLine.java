package org.stitchery.digitizer.lettering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stitchery.digitizer.lettering.PenPath.Segment;

/**
 * The middle line of a stroke in millimetres, y upwards, as a polyline that knows its corners.
 *
 * <p>Curves are taken apart finely enough that the polyline stays within a hundredth of a millimetre.
 */
final class PenLine {

    /** Where a skeleton's units lie in millimetres. */
    interface Place {
        double x(double x, double y);

        double y(double x, double y);
    }

    private static final double STEP_MM = 0.15;

    private final double[] xy;
    private final double[] along;
    private final boolean[] corner;
    private final boolean closed;

    private PenLine(double[] xy, boolean[] corner, boolean closed) {
        this.xy = xy;
        this.corner = corner;
        this.closed = closed;
        along = new double[xy.length / 2];
        for (int i = 1; i < along.length; i++) {
            double dx = xy[2 * i] - xy[2 * i - 2];
            double dy = xy[2 * i + 1] - xy[2 * i - 1];
            along[i] = along[i - 1] + Math.sqrt(dx * dx + dy * dy);
        }
    }

    /**
     * @param curve how square quarter curves are
     * @param bent true when straight strokes become curves in their place
     */
    static PenLine of(PenPath path, double curve, Place place, boolean bent) {
        List<double[]> points = new ArrayList<>();
        List<Boolean> corners = new ArrayList<>();
        for (Segment s : path.segments()) {
            double[] c = controls(s, curve);
            int steps = steps(s, c, place, bent);
            for (int k = points.isEmpty() ? 0 : 1; k <= steps; k++) {
                double t = (double) k / steps;
                double u = 1 - t;
                double x = u * u * u * c[0] + 3 * u * u * t * c[2] + 3 * u * t * t * c[4] + t * t * t * c[6];
                double y = u * u * u * c[1] + 3 * u * u * t * c[3] + 3 * u * t * t * c[5] + t * t * t * c[7];
                points.add(new double[] {place.x(x, y), place.y(x, y)});
                corners.add(k == steps);
            }
        }
        double[] xy = new double[2 * points.size()];
        boolean[] corner = new boolean[points.size()];
        for (int i = 0; i < points.size(); i++) {
            xy[2 * i] = points.get(i)[0];
            xy[2 * i + 1] = points.get(i)[1];
            corner[i] = corners.get(i);
        }
        if (path.closed()) {
            int n = points.size();
            if (StrictMath.hypot(xy[0] - xy[2 * n - 2], xy[1] - xy[2 * n - 1]) > 1e-6) {
                xy = Arrays.copyOf(xy, 2 * n + 2);
                xy[2 * n] = xy[0];
                xy[2 * n + 1] = xy[1];
                corner = Arrays.copyOf(corner, n + 1);
            }
        }
        return new PenLine(xy, corner, path.closed());
    }

    private static double[] controls(Segment s, double curve) {
        return switch (s.bend()) {
            case LINE, DOT ->
                new double[] {
                    s.x0(),
                    s.y0(),
                    s.x0() + (s.x3() - s.x0()) / 3,
                    s.y0() + (s.y3() - s.y0()) / 3,
                    s.x3() - (s.x3() - s.x0()) / 3,
                    s.y3() - (s.y3() - s.y0()) / 3,
                    s.x3(),
                    s.y3()
                };
            case LEVEL_FIRST ->
                new double[] {
                    s.x0(),
                    s.y0(),
                    s.x0() + curve * (s.x3() - s.x0()),
                    s.y0(),
                    s.x3(),
                    s.y3() - curve * (s.y3() - s.y0()),
                    s.x3(),
                    s.y3()
                };
            case UPRIGHT_FIRST ->
                new double[] {
                    s.x0(),
                    s.y0(),
                    s.x0(),
                    s.y0() + curve * (s.y3() - s.y0()),
                    s.x3() - curve * (s.x3() - s.x0()),
                    s.y3(),
                    s.x3(),
                    s.y3()
                };
            case CUBIC -> new double[] {s.x0(), s.y0(), s.x1(), s.y1(), s.x2(), s.y2(), s.x3(), s.y3()};
        };
    }

    private static int steps(Segment s, double[] c, Place place, boolean bent) {
        if (s.bend() == PenPath.Bend.LINE && !bent) {
            return 1;
        }
        double length = 0;
        for (int i = 2; i < 8; i += 2) {
            length += StrictMath.hypot(
                    place.x(c[i], c[i + 1]) - place.x(c[i - 2], c[i - 1]),
                    place.y(c[i], c[i + 1]) - place.y(c[i - 2], c[i - 1]));
        }
        return (int) Math.max(6, Math.ceil(length / STEP_MM));
    }

    double length() {
        return along[along.length - 1];
    }

    boolean closed() {
        return closed;
    }

    /** The line moved on straight beyond its ends. */
    PenLine extended(double beforeMm, double afterMm) {
        double[] longer = xy.clone();
        int n = along.length;
        double[] first = direction(0);
        double[] last = direction(length());
        longer[0] -= first[0] * beforeMm;
        longer[1] -= first[1] * beforeMm;
        longer[2 * n - 2] += last[0] * afterMm;
        longer[2 * n - 1] += last[1] * afterMm;
        return new PenLine(longer, corner, closed);
    }

    /** The line with its ends elsewhere; for single straight lines. */
    PenLine between(double x0, double y0, double x1, double y1) {
        return new PenLine(new double[] {x0, y0, x1, y1}, corner, closed);
    }

    double x(double at) {
        int i = segment(at);
        double t = share(at, i);
        return xy[2 * i] + (xy[2 * i + 2] - xy[2 * i]) * t;
    }

    double y(double at) {
        int i = segment(at);
        double t = share(at, i);
        return xy[2 * i + 1] + (xy[2 * i + 3] - xy[2 * i + 1]) * t;
    }

    private double share(double at, int i) {
        double size = along[i + 1] - along[i];
        return size <= 0 ? 0 : (at - along[i]) / size;
    }

    private int segment(double at) {
        int found = Arrays.binarySearch(along, at);
        int i = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(along.length - 2, i));
    }

    /** Unit vector of the way the pen goes, smoothed over curves but not over corners. */
    double[] direction(double at) {
        int i = segment(at);
        double middle = (along[i] + along[i + 1]) / 2;
        double dx = xy[2 * i + 2] - xy[2 * i];
        double dy = xy[2 * i + 3] - xy[2 * i + 1];
        int other = at < middle ? i - 1 : i + 1;
        if (closed) {
            other = Math.floorMod(other, along.length - 1);
        }
        if (other >= 0 && other < along.length - 1 && turn(i, other) < CORNER) {
            double ox = xy[2 * other + 2] - xy[2 * other];
            double oy = xy[2 * other + 3] - xy[2 * other + 1];
            double own = Math.max(1e-12, StrictMath.hypot(dx, dy));
            double its = Math.max(1e-12, StrictMath.hypot(ox, oy));
            double half = (along[i + 1] - along[i]) / 2;
            double t = half <= 0 ? 0 : Math.min(1, Math.abs(at - middle) / half) / 2;
            dx = dx / own * (1 - t) + ox / its * t;
            dy = dy / own * (1 - t) + oy / its * t;
        }
        double size = Math.max(1e-12, StrictMath.hypot(dx, dy));
        return new double[] {dx / size, dy / size};
    }

    /** Bends sharper than this between neighbouring pieces are corners. */
    private static final double CORNER = StrictMath.toRadians(14);

    private double turn(int a, int b) {
        double ax = xy[2 * a + 2] - xy[2 * a];
        double ay = xy[2 * a + 3] - xy[2 * a + 1];
        double bx = xy[2 * b + 2] - xy[2 * b];
        double by = xy[2 * b + 3] - xy[2 * b + 1];
        return Math.abs(StrictMath.atan2(ax * by - ay * bx, ax * bx + ay * by));
    }

    /** Places of the corners along the line; a closed line may have one at 0. */
    List<Double> corners() {
        List<Double> found = new ArrayList<>();
        int n = along.length;
        if (closed && turn(n - 2, 0) >= CORNER) {
            found.add(0.0);
        }
        for (int i = 1; i < n - 1; i++) {
            if (corner[i] && turn(i - 1, i) >= CORNER) {
                found.add(along[i]);
            }
        }
        return found;
    }

    /** Directions just before and just after a corner: dx, dy, dx, dy. */
    double[] around(double at) {
        int i = segment(at);
        int before = i == 0 ? along.length - 2 : i - 1;
        double[] in = unit(before);
        double[] out = unit(i);
        return new double[] {in[0], in[1], out[0], out[1]};
    }

    private double[] unit(int i) {
        double dx = xy[2 * i + 2] - xy[2 * i];
        double dy = xy[2 * i + 3] - xy[2 * i + 1];
        double size = Math.max(1e-12, StrictMath.hypot(dx, dy));
        return new double[] {dx / size, dy / size};
    }
}
