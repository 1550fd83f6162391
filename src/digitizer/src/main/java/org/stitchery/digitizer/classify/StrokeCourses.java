package org.stitchery.digitizer.classify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.artwork.Contour;

/**
 * Divides a drawn line into courses for satin columns. Gentle bends stay in one course and are fanned; at a corner
 * sharper than {@value #MITRE_DEGREES} degrees two columns meet in a mitre, since a fan there would drive a dozen needle
 * points into the same spot. A bend much tighter than the line is wide counts as a corner.
 */
final class StrokeCourses {

    private static final double MITRE_DEGREES = 40;

    /** Mitred columns reach this far beyond the seam: between the needle points of one lie those of the other. */
    private static final double SEAM_MM = 0.08;

    private StrokeCourses() {}

    /** The courses of one contour of a line. */
    static List<Course> of(Contour contour, double widthMm) {
        double[] line = cleaned(contour, widthMm);
        int n = line.length / 2;
        List<Course> courses = new ArrayList<>();
        if (n < 2) {
            return courses;
        }
        boolean closed = contour.closed() && n >= 3;
        if (!closed && n >= 4 && meets(line)) {
            // Drawn back to where it began: sewn open, it would be sewn twice there.
            closed = true;
            n--;
            line = java.util.Arrays.copyOf(line, 2 * n);
        }
        List<Integer> corners = new ArrayList<>();
        for (int i = closed ? 0 : 1; i < (closed ? n : n - 1); i++) {
            if (turn(line, (i + n - 1) % n, i, (i + 1) % n) > StrictMath.toRadians(MITRE_DEGREES)) {
                corners.add(i);
            }
        }
        double half = widthMm / 2;
        if (closed && corners.isEmpty()) {
            courses.add(Course.closed(line, half));
            return courses;
        }
        if (closed) {
            for (int c = 0; c < corners.size(); c++) {
                int from = corners.get(c);
                int to = corners.get((c + 1) % corners.size());
                int steps = to > from ? to - from : to + n - from;
                courses.add(course(line, from, steps, true, true, half));
            }
            return courses;
        }
        int from = 0;
        for (int c = 0; c <= corners.size(); c++) {
            int to = c < corners.size() ? corners.get(c) : n - 1;
            courses.add(course(line, from, to - from, from > 0, to < n - 1, half));
            from = to;
        }
        return courses;
    }

    private static boolean meets(double[] line) {
        int end = line.length - 2;
        return Math.abs(line[0] - line[end]) < 0.02 && Math.abs(line[1] - line[end + 1]) < 0.02;
    }

    private static Course course(
            double[] line, int from, int steps, boolean cornerAtStart, boolean cornerAtEnd, double half) {
        int n = line.length / 2;
        double[] part = new double[2 * (steps + 1)];
        for (int i = 0; i <= steps; i++) {
            part[2 * i] = line[2 * ((from + i) % n)];
            part[2 * i + 1] = line[2 * ((from + i) % n) + 1];
        }
        int to = (from + steps) % n;
        HalfPlane start = cornerAtStart ? cut(line, (from + n - 1) % n, from, (from + 1) % n, -1) : null;
        HalfPlane end = cornerAtEnd ? cut(line, (to + n - 1) % n, to, (to + 1) % n, 1) : null;
        double beyondStart = beyond(cornerAtStart, line, from, half);
        double beyondEnd = beyond(cornerAtEnd, line, to, half);
        return new Course(part, Course.same(half, steps + 1), false, beyondStart, beyondEnd, start, end);
    }

    /** At a free end as far as a square cap goes; at a corner to the tip of the mitre, but no spike. */
    private static double beyond(boolean corner, double[] line, int at, double half) {
        if (!corner) {
            return half + 0.1;
        }
        int n = line.length / 2;
        double turn = turn(line, (at + n - 1) % n, at, (at + 1) % n);
        return half * Math.min(4, StrictMath.tan(turn / 2)) + SEAM_MM;
    }

    private static @Nullable HalfPlane cut(double[] line, int before, int at, int after, int side) {
        double[] in = direction(line, before, at);
        double[] out = direction(line, at, after);
        double nx = in[0] + out[0];
        double ny = in[1] + out[1];
        double size = Math.sqrt(nx * nx + ny * ny);
        if (size < 0.1) {
            return null;
        }
        nx = side * nx / size;
        ny = side * ny / size;
        return new HalfPlane(line[2 * at] + nx * SEAM_MM, line[2 * at + 1] + ny * SEAM_MM, nx, ny);
    }

    private static double[] direction(double[] line, int from, int to) {
        double dx = line[2 * to] - line[2 * from];
        double dy = line[2 * to + 1] - line[2 * from + 1];
        double size = Math.max(1e-12, Math.sqrt(dx * dx + dy * dy));
        return new double[] {dx / size, dy / size};
    }

    /** Unsigned change of direction, radians. */
    private static double turn(double[] line, int before, int at, int after) {
        double[] in = direction(line, before, at);
        double[] out = direction(line, at, after);
        return Math.abs(StrictMath.atan2(in[0] * out[1] - in[1] * out[0], in[0] * out[0] + in[1] * out[1]));
    }

    /** Without points so close that the column's width swallows the bend between them. */
    private static double[] cleaned(Contour contour, double widthMm) {
        double least = Math.max(0.01, 0.1 * widthMm);
        int n = contour.size();
        double[] kept = new double[2 * n];
        int size = 0;
        for (int i = 0; i < n; i++) {
            double x = contour.x(i);
            double y = contour.y(i);
            if (size > 0) {
                double dx = x - kept[size - 2];
                double dy = y - kept[size - 1];
                if (dx * dx + dy * dy < least * least) {
                    if (i == n - 1 && !contour.closed() && size > 2) {
                        kept[size - 2] = x;
                        kept[size - 1] = y;
                    }
                    continue;
                }
            }
            kept[size++] = x;
            kept[size++] = y;
        }
        if (contour.closed() && size > 2) {
            double dx = kept[0] - kept[size - 2];
            double dy = kept[1] - kept[size - 1];
            if (dx * dx + dy * dy < least * least) {
                size -= 2;
            }
        }
        return java.util.Arrays.copyOf(kept, size);
    }
}
