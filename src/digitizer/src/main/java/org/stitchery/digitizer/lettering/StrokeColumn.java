package org.stitchery.digitizer.lettering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Thickens a line to a column: rungs square to it, as wide as the pen draws in that direction.
 *
 * <p>At level ends the rungs turn until they lie along the line the letter stands on, so that stems end flush; a straight
 * stroke with two level ends has all its rungs level, which is how slanted stems of letters are sewn. At corners the rungs
 * fan around the inner point. Serifs are no strokes of their own: the column flares, so that nothing overlaps.
 */
final class StrokeColumn {

    /** Distance of rungs: underlay runs from rung to rung in bends, and its stitches should not be shorter than this. */
    private static final double STEP_MM = 0.56;

    /** Rungs turn over so many widths from a level end. */
    private static final double TURNING_WIDTHS = 1.6;

    /** How thin a stroke branches off, against its width, and over which share of the letter's height it grows. */
    private static final double BRANCH = 0.62;

    private static final double BRANCH_HEIGHTS = 0.3;

    /** A hand presses and lets go over a way: width grows and shrinks by no more than this share of the way. */
    private static final double PRESSING = 0.1;

    private static final double PRESSING_STEP_MM = 0.1;

    private final PenLine line;
    private final PenPath path;
    private final Pen pen;
    private final double height;
    private final StrokeEnd start;
    private final StrokeEnd end;
    private final List<Double> corners;
    private final double slope;
    /** Half widths along the line, evenly spaced, of a pen that is pressed; empty for others. */
    private final double[] pressed;

    /**
     * @param height of a capital, mm
     * @param slope shear of the letter, which the pen does not feel
     */
    StrokeColumn(PenPath path, PenLine line, Pen pen, double height, double slope, StrokeEnd start, StrokeEnd end) {
        this.path = path;
        this.line = line;
        this.pen = pen;
        this.height = height;
        this.slope = slope;
        this.start = start;
        this.end = end;
        corners = line.corners();
        pressed = pen.kind() == Pen.Kind.PRESSURE && !line.closed() ? pressed() : new double[0];
    }

    /** Where a stroke turns from the way down to the way up at once, the thick part would stand out like an ear. */
    private double[] pressed() {
        int n = 2 + (int) (line.length() / PRESSING_STEP_MM);
        double[] halves = new double[n];
        double most = PRESSING * line.length() / (n - 1);
        for (int i = 0; i < n; i++) {
            double at = line.length() * i / (n - 1);
            double[] d = line.direction(at);
            halves[i] = drawn(at, d[0], d[1]);
            halves[i] = i == 0 ? halves[i] : Math.min(halves[i], halves[i - 1] + most);
        }
        for (int i = n - 2; i >= 0; i--) {
            halves[i] = Math.min(halves[i], halves[i + 1] + most);
        }
        return halves;
    }

    Column column() {
        double length = line.length();
        TreeSet<Double> stations = new TreeSet<>();
        List<Double> bounds = new ArrayList<>();
        bounds.add(0.0);
        for (double corner : corners) {
            if (corner > 0) {
                bounds.add(corner);
            }
        }
        bounds.add(length);
        for (int p = 1; p < bounds.size(); p++) {
            double from = bounds.get(p - 1) + (p > 1 || cornerAt(0) ? reach(bounds.get(p - 1)) : 0);
            double to = bounds.get(p) - (p < bounds.size() - 1 || cornerAt(0) ? reach(bounds.get(p) % length) : 0);
            if (to <= from) {
                from = (from + to) / 2;
                to = from;
            }
            int steps = (int) Math.max(1, Math.rint((to - from) / STEP_MM));
            for (int k = 0; k <= steps; k++) {
                stations.add(from + (to - from) * k / steps);
            }
        }
        stations.addAll(corners);
        if (!line.closed()) {
            atEnd(start, 0, 1, stations);
            atEnd(end, length, -1, stations);
        } else {
            stations.remove(length);
        }
        double[] rungs = new double[4 * stations.size()];
        int k = 0;
        for (double at : stations) {
            System.arraycopy(rung(at), 0, rungs, k, 4);
            k += 4;
        }
        return new Column(k == 4 ? Arrays.copyOf(rungs, 4) : rungs, line.closed());
    }

    private boolean cornerAt(double at) {
        return corners.contains(at);
    }

    /** From a corner to where rungs are square to the stroke again. */
    private double reach(double corner) {
        double[] d = line.around(corner);
        double turn = Math.abs(StrictMath.atan2(d[0] * d[3] - d[1] * d[2], d[0] * d[2] + d[1] * d[3]));
        return half(corner, d[0], d[1]) * Math.min(2, StrictMath.tan(turn / 2));
    }

    private void atEnd(StrokeEnd how, double place, int inwards, TreeSet<Double> stations) {
        double length = line.length();
        if (how.kind() == StrokeEnd.Kind.ROUND) {
            double[] d = line.direction(place);
            double radius = half(place, d[0], d[1]);
            for (int k = 1; k <= 6; k++) {
                double in = radius * (1 - StrictMath.cos(StrictMath.PI / 12 * k));
                if (in < length / 2) {
                    stations.add(place + inwards * in);
                }
            }
            // The very tip has no width.
            stations.remove(place);
        }
        if (how.serif()) {
            double[] ins = {
                how.serifFlat() - 0.01,
                how.serifFlat() + 0.01,
                how.serifFlat() + how.serifCurve() / 4,
                how.serifFlat() + how.serifCurve() / 2,
                how.serifFlat() + how.serifCurve()
            };
            for (double in : ins) {
                if (in > 0 && in < length) {
                    stations.add(place + inwards * in);
                }
            }
        }
    }

    /** Half the width there. */
    private double half(double at, double dx, double dy) {
        if (pressed.length == 0) {
            return drawn(at, dx, dy);
        }
        double place = Math.max(0, Math.min(1, at / line.length())) * (pressed.length - 1);
        int i = Math.min(pressed.length - 2, (int) place);
        return pressed[i] + (pressed[i + 1] - pressed[i]) * (place - i);
    }

    /** Half the pen's width, thinner where the stroke branches off another. */
    private double drawn(double at, double dx, double dy) {
        double half = pen.width(dx - slope * dy, dy) * height * path.width() / 2;
        double grown = BRANCH_HEIGHTS * height;
        if (path.thinStart()) {
            half *= BRANCH + (1 - BRANCH) * Math.min(1, at / grown);
        }
        if (path.thinEnd()) {
            half *= BRANCH + (1 - BRANCH) * Math.min(1, (line.length() - at) / grown);
        }
        return half;
    }

    private double[] rung(double at) {
        double x = line.x(at);
        double y = line.y(at);
        if (cornerAt(at)) {
            return mitre(at, x, y);
        }
        double[] d = line.direction(at);
        double half = half(at, d[0], d[1]);
        half *= round(start, at, half) * round(end, line.length() - at, half);
        double nx = d[1];
        double ny = -d[0];
        double atStart = level(start, at, half);
        double atEnd = level(end, line.length() - at, half);
        if (atStart + atEnd > 0) {
            double square = Math.max(0, 1 - atStart - atEnd);
            double first = nx * start.levelX() + ny * start.levelY() >= 0 ? atStart : -atStart;
            double last = nx * end.levelX() + ny * end.levelY() >= 0 ? atEnd : -atEnd;
            double ex = nx * square + first * start.levelX() + last * end.levelX();
            double ey = ny * square + first * start.levelY() + last * end.levelY();
            double size = StrictMath.hypot(ex, ey);
            ex /= size;
            ey /= size;
            half /= Math.max(0.3, ex * nx + ey * ny);
            nx = ex;
            ny = ey;
        }
        double toRight = half;
        double toLeft = half;
        for (StrokeEnd how : List.of(start, end)) {
            if (how.serif()) {
                double flare = how.flare(how == start ? at : line.length() - at);
                // The rung's own right is the page's right, or for level strokes the way down, only half of the time.
                boolean turned = Math.abs(nx) >= Math.abs(ny) ? nx < 0 : ny > 0;
                toRight += flare * (turned ? how.serifLeft() : how.serifRight());
                toLeft += flare * (turned ? how.serifRight() : how.serifLeft());
            }
        }
        return new double[] {x - nx * toLeft, y - ny * toLeft, x + nx * toRight, y + ny * toRight};
    }

    private double[] mitre(double at, double x, double y) {
        double[] d = line.around(at);
        double half = half(at, d[0], d[1]);
        double mx = d[1] + d[3];
        double my = -d[0] - d[2];
        double size = Math.max(1e-9, StrictMath.hypot(mx, my));
        mx /= size;
        my /= size;
        double longer = half / Math.max(0.4, mx * d[1] - my * d[0]);
        return new double[] {x - mx * longer, y - my * longer, x + mx * longer, y + my * longer};
    }

    private double level(StrokeEnd how, double fromEnd, double half) {
        if (line.closed() || how.kind() != StrokeEnd.Kind.LEVEL) {
            return 0;
        }
        if (path.straight() && start.kind() == end.kind()) {
            return 1 - fromEnd / Math.max(1e-9, line.length());
        }
        return Math.max(0, 1 - fromEnd / (2 * half * TURNING_WIDTHS));
    }

    private double round(StrokeEnd how, double fromEnd, double half) {
        if (line.closed() || how.kind() != StrokeEnd.Kind.ROUND || fromEnd >= half) {
            return 1;
        }
        double t = 1 - fromEnd / half;
        return Math.max(0.12, Math.sqrt(Math.max(0, 1 - t * t)));
    }
}
