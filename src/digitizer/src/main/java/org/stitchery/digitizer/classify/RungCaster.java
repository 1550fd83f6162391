package org.stitchery.digitizer.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.geometry.OpenCloth;
import org.stitchery.digitizer.geometry.Outline;

/**
 * Lays a ladder across an area along a given course.
 *
 * <p>At stations along the course a rung is cast to both sides, square to the course's direction there, until it meets
 * the area's outline, the column's own half width or a mitre's cut. Where the middle leaves the area, the ladder ends;
 * the place is found by halving, so that columns reach their ends. On the inside of bends tighter than the column is wide
 * rungs would cross: there they turn around a common point.
 */
final class RungCaster {

    /** Distance of stations, mm. Between them a ladder is straight: the sagitta of a 5 mm bend is 0.006 mm. */
    private static final double STEP_MM = 0.5;

    private static final double LEAST_RUNG_MM = 0.05;

    /** What lies so far beyond the end of a column must be sewn by somebody else. */
    private static final double BEYOND_END_MM = 0.12;

    /** Beside a column that is there already only rungs from this length on are worth sewing, mm. */
    private static final double LEAST_BESIDE_MM = 0.5;

    /** So many half widths from a corner its mitre can reach along the column: the tangent of half the sharpest turn. */
    private static final double CUT_HALF_WIDTHS = 4.5;

    /** Where to look for room beside the middle, in half widths; the nearest first. */
    private static final double[] ASIDE = {0.15, -0.15, 0.3, -0.3, 0.45, -0.45, 0.6, -0.6, 0.75, -0.75, 0.9, -0.9};

    private final Outline outline;
    private final List<Outline> taken;
    private final OpenCloth cloth;
    private final Course course;
    private final double[] along;
    private final double length;

    /**
     * @param taken what other columns cover already
     * @param cloth tells how wide the gaps beside the column are
     */
    RungCaster(Outline outline, List<Outline> taken, OpenCloth cloth, Course course) {
        this.outline = outline;
        this.taken = taken;
        this.cloth = cloth;
        this.course = course;
        int n = course.points();
        along = new double[n + 1];
        for (int i = 1; i <= n; i++) {
            double[] line = course.line();
            int a = 2 * (i - 1);
            int b = 2 * (i % n);
            double dx = line[b] - line[a];
            double dy = line[b + 1] - line[a + 1];
            along[i] = along[i - 1] + Math.sqrt(dx * dx + dy * dy);
        }
        length = course.closed() ? along[n] : along[n - 1];
    }

    /** All ladders the course gives, in its direction. */
    List<Ladder> ladders() {
        List<Ladder> ladders = new ArrayList<>();
        if (length <= 0) {
            return ladders;
        }
        double from = course.closed() ? 0 : -course.beyondStart();
        double to = course.closed() ? length : length + course.beyondEnd();
        int steps = (int) Math.max(1, Math.ceil((to - from) / STEP_MM));
        Rungs rungs = new Rungs();
        double[] last = null;
        double lastAt = from;
        boolean whole = true;
        int count = course.closed() ? steps : steps + 1;
        for (int k = 0; k < count; k++) {
            double at = from + (to - from) * k / steps;
            double[] rung = rung(at);
            if (rung == null) {
                whole = false;
                if (last != null) {
                    rungs.add(edge(lastAt, at));
                    rungs.finish(ladders);
                }
            } else {
                if (last == null && k > 0) {
                    rungs.add(edge(at, lastAt));
                }
                rungs.add(rung);
            }
            last = rung;
            lastAt = at;
        }
        if (course.closed() && whole) {
            rungs.finishClosed(ladders);
        } else {
            rungs.finish(ladders);
        }
        return ladders;
    }

    /** The last rung there is between a place that has one and a place that has none. */
    private double @Nullable [] edge(double good, double bad) {
        double[] best = null;
        double inside = good;
        double outside = bad;
        for (int i = 0; i < 6; i++) {
            double middle = (inside + outside) / 2;
            double[] rung = rung(middle);
            if (rung == null) {
                outside = middle;
            } else {
                inside = middle;
                best = rung;
            }
        }
        return best;
    }

    private double @Nullable [] rung(double at) {
        double half = halfAt(at);
        double reach = Math.max(0.1, half / 2);
        double[] behind = point(at - reach);
        double[] ahead = point(at + reach);
        double dx = ahead[0] - behind[0];
        double dy = ahead[1] - behind[1];
        double size = Math.sqrt(dx * dx + dy * dy);
        if (size < 1e-9) {
            return null;
        }
        double nx = dy / size;
        double ny = -dx / size;
        double[] middle = point(at);
        double high = half;
        double low = -half;
        // A cut is there for the corner it was made for, not for what the course does when it comes round again.
        double near = CUT_HALF_WIDTHS * half;
        for (HalfPlane cut : new HalfPlane[] {course.startCut(), course.endCut()}) {
            if (cut != null && (cut == course.startCut() ? at : length - at) < near) {
                double excess = cut.excess(middle[0], middle[1]);
                double speed = nx * cut.normalX() + ny * cut.normalY();
                if (Math.abs(speed) < 1e-9) {
                    if (excess > 0) {
                        return null;
                    }
                } else if (speed > 0) {
                    high = Math.min(high, -excess / speed);
                } else {
                    low = Math.max(low, -excess / speed);
                }
            }
        }
        if (high - low < LEAST_RUNG_MM) {
            return null;
        }
        double seed = low < 0 && high > 0 ? 0 : low >= 0 ? low + 0.02 : high - 0.02;
        double sx = middle[0] + nx * seed;
        double sy = middle[1] + ny * seed;
        boolean inside = outline.contains(sx, sy);
        boolean beyondEnd = !course.closed() && (at < 0 || at > length);
        if (!inside && !beyondEnd) {
            return null;
        }
        double least = LEAST_RUNG_MM;
        if (!inside || taken(sx, sy)) {
            double beside = roomBeside(middle, nx, ny, low, high);
            if (Double.isNaN(beside)) {
                return null;
            }
            seed = beside;
            sx = middle[0] + nx * seed;
            sy = middle[1] + ny * seed;
            // A slender tip may bend away from the course that leads into it; follow it to its point.
            least = inside ? LEAST_BESIDE_MM : LEAST_RUNG_MM;
        }
        double right = seed + reach(sx, sy, nx, ny, high - seed);
        double left = seed - reach(sx, sy, -nx, -ny, seed - low);
        if (right - left < least) {
            return null;
        }
        double lx = middle[0] + nx * left;
        double ly = middle[1] + ny * left;
        double rx = middle[0] + nx * right;
        double ry = middle[1] + ny * right;
        return new double[] {lx, ly, rx, ry, cloth.gap(lx, ly, -nx, -ny), cloth.gap(rx, ry, nx, ny)};
    }

    private boolean taken(double x, double y) {
        for (Outline other : taken) {
            if (other.contains(x, y)) {
                return true;
            }
        }
        return false;
    }

    private double reach(double x, double y, double dx, double dy, double most) {
        double far = outline.reach(x, y, dx, dy, most);
        for (Outline other : taken) {
            far = other.reach(x, y, dx, dy, far);
        }
        return far;
    }

    /** A place along the rung that is inside and free, NaN when there is none. */
    private double roomBeside(double[] middle, double nx, double ny, double low, double high) {
        for (double share : ASIDE) {
            double seed = share > 0 ? share * high : share * -low;
            double x = middle[0] + nx * seed;
            double y = middle[1] + ny * seed;
            if (seed > low && seed < high && outline.contains(x, y) && !taken(x, y)) {
                return seed;
            }
        }
        return Double.NaN;
    }

    private double[] point(double at) {
        double[] line = course.line();
        int n = course.points();
        double s = at;
        if (course.closed()) {
            s = at - Math.floor(at / length) * length;
        }
        int i = segment(s);
        int a = 2 * i;
        int b = 2 * ((i + 1) % n);
        double size = along[i + 1] - along[i];
        double t = size <= 0 ? 0 : (s - along[i]) / size;
        return new double[] {line[a] + (line[b] - line[a]) * t, line[a + 1] + (line[b + 1] - line[a + 1]) * t};
    }

    private double halfAt(double at) {
        double s = course.closed() ? at - Math.floor(at / length) * length : Math.max(0, Math.min(length, at));
        int i = segment(s);
        double size = along[i + 1] - along[i];
        double t = size <= 0 ? 0 : (s - along[i]) / size;
        double[] half = course.half();
        return half[i] + (half[(i + 1) % half.length] - half[i]) * t;
    }

    /** The segment of the course a place lies on; the first and the last go on for ever. */
    private int segment(double s) {
        int segments = course.closed() ? course.points() : course.points() - 1;
        int found = Arrays.binarySearch(along, 0, segments + 1, s);
        int i = found >= 0 ? found : -found - 2;
        i = Math.max(0, Math.min(segments - 1, i));
        while (i < segments - 1 && along[i + 1] - along[i] <= 0) {
            i++;
        }
        return i;
    }

    /** Rungs of the ladder being laid. */
    private final class Rungs {

        private double[] xy = new double[64];
        private double[] room = new double[32];
        private int size;

        void add(double @Nullable [] rung) {
            if (rung == null) {
                return;
            }
            if (size + 4 > xy.length) {
                xy = Arrays.copyOf(xy, 2 * xy.length);
                room = Arrays.copyOf(room, 2 * room.length);
            }
            System.arraycopy(rung, 0, xy, size, 4);
            System.arraycopy(rung, 4, room, size / 2, 2);
            size += 4;
        }

        void finish(List<Ladder> ladders) {
            if (size >= 8) {
                ladders.add(uncrossed(false));
            }
            size = 0;
        }

        void finishClosed(List<Ladder> ladders) {
            if (size >= 12) {
                ladders.add(uncrossed(true));
            }
            size = 0;
        }

        /** True when the area goes on beyond an end of the ladder, somewhere along its rung. */
        private boolean goesOn(double[] rungs, int end, int before) {
            double dx = rungs[end] + rungs[end + 2] - rungs[before] - rungs[before + 2];
            double dy = rungs[end + 1] + rungs[end + 3] - rungs[before + 1] - rungs[before + 3];
            double share = BEYOND_END_MM / Math.max(1e-9, Math.sqrt(dx * dx + dy * dy));
            for (double t = 0.1; t < 1; t += 0.2) {
                double x = rungs[end] + (rungs[end + 2] - rungs[end]) * t + dx * share;
                double y = rungs[end + 1] + (rungs[end + 3] - rungs[end + 1]) * t + dy * share;
                if (outline.contains(x, y)) {
                    return true;
                }
            }
            return false;
        }

        /** Where an end would step back against the ladder's direction it stays where it is. */
        private Ladder uncrossed(boolean closed) {
            double[] rungs = Arrays.copyOf(xy, size);
            for (int i = 4; i < size; i += 4) {
                double dx = rungs[i] + rungs[i + 2] - rungs[i - 4] - rungs[i - 2];
                double dy = rungs[i + 1] + rungs[i + 3] - rungs[i - 3] - rungs[i - 1];
                for (int side = 0; side <= 2; side += 2) {
                    double step = (rungs[i + side] - rungs[i - 4 + side]) * dx
                            + (rungs[i + 1 + side] - rungs[i - 3 + side]) * dy;
                    if (step < 0) {
                        rungs[i + side] = rungs[i - 4 + side];
                        rungs[i + 1 + side] = rungs[i - 3 + side];
                    }
                }
            }
            return new Ladder(
                    rungs,
                    Arrays.copyOf(room, size / 2),
                    closed,
                    !closed && goesOn(rungs, 0, 4),
                    !closed && goesOn(rungs, size - 4, size - 8));
        }
    }
}
