package org.stitchery.digitizer.classify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;
import org.stitchery.digitizer.geometry.Skeleton;

/**
 * Finds the satin columns in an area that was drawn as a fill: letters, outlines, leaves, limbs.
 *
 * <p>Its medial axis says where the middle of such columns runs and how wide they are. Where the axis is nearer than
 * {@value #WIDEST_MM} mm to the outline, and the width does not swell as it does where a limb enters a body, there is a
 * column. Side columns end a little inside the one they meet. Sharp bends become mitres as in drawn lines. Whatever is
 * left over is a body, and somebody else fills it.
 */
final class AxisCourses {

    /** Half of the widest satin, on the average of a column. */
    private static final double WIDEST_MM = 2.4;

    /** In places a column may be wider: better split stitches than two methods in turn. */
    private static final double WIDEST_IN_PLACES_MM = 3.0;

    /** Faster growth of the radius along the axis is a limb entering a body. */
    private static final double SWELLING = 0.72;

    /** Columns shorter than this, in widths and their round ends apart, are part of what they grow from. */
    private static final double STUMP = 0.6;

    /** Columns wider than this are worth it only when they are long. */
    private static final double STUBBY_FROM_MM = 4;

    /** Shorter ones, in widths, leave their place to rows. */
    private static final double STUBBY = 1.6;

    /** A side column reaches so deep into the circle at its fork. */
    private static final double INTO_FORK = 0.1;

    /** Rungs may be this much longer than the radius says, because the axis is found from samples. */
    private static final double LEEWAY = 1.12;

    private static final double LEEWAY_MM = 0.2;

    private static final double MITRE_RADIANS = StrictMath.toRadians(65);

    /** Mitred columns reach this far beyond the seam: between the needle points of one lie those of the other. */
    private static final double SEAM_MM = 0.08;

    private final List<Course> courses = new ArrayList<>();

    private AxisCourses() {}

    static List<Course> of(Polygon area) {
        AxisCourses found = new AxisCourses();
        for (AxisPath path : AxisPaths.of(new Skeleton(area).boughs())) {
            found.divide(path);
        }
        return found.courses;
    }

    /** Takes the narrow stretches of a way. */
    private void divide(AxisPath raw) {
        AxisPath path = raw.smoothed();
        int n = path.size();
        if (n < 2) {
            dot(path);
            return;
        }
        boolean[] narrow = new boolean[n];
        boolean all = true;
        for (int i = 0; i < n; i++) {
            narrow[i] = path.radius()[i] <= WIDEST_IN_PLACES_MM && swelling(path, i) <= SWELLING;
            all &= narrow[i];
        }
        if (path.closed()) {
            if (all && path.meanRadius() <= WIDEST_MM) {
                bend(path);
            }
            return;
        }
        int from = -1;
        for (int i = 0; i <= n; i++) {
            boolean here = i < n && narrow[i];
            if (here && from < 0) {
                from = i;
            } else if (!here && from >= 0) {
                limb(path, from, i - 1);
                from = -1;
            }
        }
    }

    private static double swelling(AxisPath path, int i) {
        int a = Math.max(0, i - 1);
        int b = Math.min(path.size() - 1, i + 1);
        double far = path.distance(a, b);
        return far < 1e-6 ? 0 : Math.abs(path.radius()[b] - path.radius()[a]) / far;
    }

    private void limb(AxisPath path, int from, int to) {
        int a = from;
        int b = to;
        if (a == 0 && path.fromFork() >= 0) {
            double into = INTO_FORK * path.radius()[0];
            while (a < b && path.distance(0, a) < into) {
                a++;
            }
        }
        int end = path.size() - 1;
        if (b == end && path.toFork() >= 0) {
            double into = INTO_FORK * path.radius()[end];
            while (b > a && path.distance(end, b) < into) {
                b--;
            }
        }
        if (b - a < 1) {
            if (path.fromFork() < 0 && path.toFork() < 0) {
                dot(path);
            }
            return;
        }
        AxisPath part = path.part(a, b);
        boolean tipStart = a == 0 && path.fromFork() < 0;
        boolean tipEnd = b == end && path.toFork() < 0;
        double caps = (tipStart ? part.radius()[0] : 0) + (tipEnd ? part.radius()[b - a] : 0);
        double width = 2 * part.meanRadius();
        if (width > 2 * WIDEST_MM) {
            return;
        }
        boolean alone = tipStart && tipEnd;
        if (!alone && width > STUBBY_FROM_MM && part.length() + caps < STUBBY * width) {
            return;
        }
        if (!alone && part.length() + caps < STUMP * width + 0.5) {
            return;
        }
        bend(new AxisPath(part.x(), part.y(), part.radius(), false, tipStart ? -1 : 0, tipEnd ? -1 : 0));
    }

    /** A spot without a way through it: one column across its middle. */
    private void dot(AxisPath path) {
        double r = path.radius()[0];
        if (r > WIDEST_MM) {
            return;
        }
        double x = path.x()[0];
        double y = path.y()[0];
        double d = 0.05;
        courses.add(new Course(
                new double[] {x - d, y - d, x + d, y + d},
                Course.same(r * LEEWAY * 1.3 + LEEWAY_MM, 2),
                false,
                r * 1.5 + 0.3,
                r * 1.5 + 0.3,
                null,
                null));
    }

    /** Cuts a way at its sharp bends. */
    private void bend(AxisPath path) {
        int n = path.size();
        List<Bend> bends = new ArrayList<>();
        int i = 1;
        while (i < n - 1) {
            Bend bend = bendAt(path, i);
            if (bend == null) {
                i++;
            } else {
                Bend sharpest = bend;
                int look = i + 1;
                while (look < n - 1 && path.distance(i, look) < 2 * path.radius()[i]) {
                    Bend next = bendAt(path, look);
                    if (next != null && next.turn() > sharpest.turn()) {
                        sharpest = next;
                    }
                    look++;
                }
                bends.add(sharpest);
                i = Math.max(look, sharpest.after() + 1);
            }
        }
        if (path.closed()) {
            closed(path, bends);
            return;
        }
        Bend before = null;
        for (int k = 0; k <= bends.size(); k++) {
            Bend after = k < bends.size() ? bends.get(k) : null;
            int a = before == null ? 0 : before.after();
            int b = after == null ? n - 1 : after.before();
            if (b >= a) {
                stretch(path, a, b, before, after);
            }
            before = after;
        }
    }

    private void closed(AxisPath path, List<Bend> bends) {
        int n = path.size();
        if (bends.isEmpty()) {
            double[] line = new double[2 * n];
            double[] half = new double[n];
            for (int i = 0; i < n; i++) {
                line[2 * i] = path.x()[i];
                line[2 * i + 1] = path.y()[i];
                half[i] = path.radius()[i] * LEEWAY + LEEWAY_MM;
            }
            courses.add(new Course(line, half, true, 0, 0, null, null));
            return;
        }
        for (int k = 0; k < bends.size(); k++) {
            Bend before = bends.get(k);
            Bend after = bends.get((k + 1) % bends.size());
            int a = before.after();
            int b = after.before();
            int count = (b - a + n) % n + 1;
            double[] x = new double[count];
            double[] y = new double[count];
            double[] r = new double[count];
            for (int i = 0; i < count; i++) {
                x[i] = path.x()[(a + i) % n];
                y[i] = path.y()[(a + i) % n];
                r[i] = path.radius()[(a + i) % n];
            }
            stretch(new AxisPath(x, y, r, false, 0, 0), 0, count - 1, before, after);
        }
    }

    /** Where two straight legs meet: the last place of the one, the first of the other, and the corner between them. */
    private record Bend(int before, int after, double x, double y, double[] in, double[] out, double turn) {}

    private static @Nullable Bend bendAt(AxisPath path, int i) {
        int n = path.size();
        double r = path.radius()[i];
        int before = step(path, i, -1, 0.9 * r);
        int after = step(path, i, 1, 0.9 * r);
        int start = step(path, i, -1, 2.4 * r);
        int end = step(path, i, 1, 2.4 * r);
        if (before < 0 || after < 0 || start < 0 || end < 0 || start == before || end == after) {
            return null;
        }
        double[] in = direction(path, start, before);
        double[] out = direction(path, after, end);
        double cross = in[0] * out[1] - in[1] * out[0];
        double turn = Math.abs(StrictMath.atan2(cross, in[0] * out[0] + in[1] * out[1]));
        if (turn < MITRE_RADIANS || Math.abs(cross) < 0.2) {
            return null;
        }
        double gx = path.x()[after] - path.x()[before];
        double gy = path.y()[after] - path.y()[before];
        double t = (gx * out[1] - gy * out[0]) / cross;
        double s = (gx * in[1] - gy * in[0]) / cross;
        if (t < 0 || s > 0 || t > 4 * r || s < -4 * r) {
            return null;
        }
        return new Bend(
                before % n, after % n, path.x()[before] + in[0] * t, path.y()[before] + in[1] * t, in, out, turn);
    }

    /** The place about so far away, -1 beyond an open end. */
    private static int step(AxisPath path, int from, int direction, double far) {
        int n = path.size();
        int steps = (int) Math.max(1, Math.rint(far / AxisPath.STEP_MM));
        int to = from + direction * steps;
        if (path.closed()) {
            return (to % n + n) % n;
        }
        return to < 0 || to >= n ? -1 : to;
    }

    private static double[] direction(AxisPath path, int from, int to) {
        double dx = path.x()[to] - path.x()[from];
        double dy = path.y()[to] - path.y()[from];
        double size = Math.max(1e-9, Math.sqrt(dx * dx + dy * dy));
        return new double[] {dx / size, dy / size};
    }

    private void stretch(AxisPath path, int a, int b, @Nullable Bend before, @Nullable Bend after) {
        int extra = (before == null ? 0 : 1) + (after == null ? 0 : 1);
        int count = b - a + 1 + extra;
        if (count < 2) {
            return;
        }
        double[] line = new double[2 * count];
        double[] half = new double[count];
        int k = 0;
        if (before != null) {
            line[0] = before.x();
            line[1] = before.y();
            half[0] = path.radius()[a] * LEEWAY + LEEWAY_MM;
            k = 1;
        }
        for (int i = a; i <= b; i++, k++) {
            line[2 * k] = path.x()[i];
            line[2 * k + 1] = path.y()[i];
            half[k] = path.radius()[i] * LEEWAY + LEEWAY_MM;
        }
        if (after != null) {
            line[2 * k] = after.x();
            line[2 * k + 1] = after.y();
            half[k] = path.radius()[b] * LEEWAY + LEEWAY_MM;
        }
        boolean tipStart = before == null && a == 0 && path.fromFork() < 0;
        boolean tipEnd = after == null && b == path.size() - 1 && path.toFork() < 0;
        courses.add(new Course(
                line,
                half,
                false,
                before != null ? mitre(before, half[0]) : tipStart ? half[0] * 1.5 + 0.3 : 0,
                after != null ? mitre(after, half[count - 1]) : tipEnd ? half[count - 1] * 1.5 + 0.3 : 0,
                before == null ? null : cut(before, -1),
                after == null ? null : cut(after, 1)));
    }

    private static double mitre(Bend bend, double half) {
        return half * Math.min(4, StrictMath.tan(bend.turn() / 2)) + SEAM_MM;
    }

    private static @Nullable HalfPlane cut(Bend bend, int side) {
        double nx = bend.in()[0] + bend.out()[0];
        double ny = bend.in()[1] + bend.out()[1];
        double size = Math.sqrt(nx * nx + ny * ny);
        if (size < 0.1) {
            return null;
        }
        nx = side * nx / size;
        ny = side * ny / size;
        return new HalfPlane(bend.x() + nx * SEAM_MM, bend.y() + ny * SEAM_MM, nx, ny);
    }
}
