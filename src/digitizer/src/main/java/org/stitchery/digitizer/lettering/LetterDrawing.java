package org.stitchery.digitizer.lettering;

import java.util.ArrayList;
import java.util.List;
import org.stitchery.digitizer.lettering.PenPath.Bend;
import org.stitchery.digitizer.lettering.PenPath.Segment;
import org.stitchery.digitizer.lettering.Typeface.Serif;
import org.stitchery.digitizer.lettering.Typeface.Strokes;

/** Draws the columns of one character at its size. */
final class LetterDrawing {

    /** Room between a letter and the mark over it, share of the height. */
    private static final double MARK_GAP = 0.075;

    private static final double DOT = 1.14;

    private final Typeface face;
    private final double height;
    private final boolean small;
    private final double slope;
    private final double level;
    private final double stem;
    private final double widthFactor;
    private final Warp warp;
    private final Pen pen;
    private final boolean wearsSerifs;

    private LetterDrawing(Typeface face, int codePoint, double heightMm, Warp warp) {
        this.face = face;
        this.warp = warp;
        pen = face.pen(codePoint);
        wearsSerifs = face.ends().serif() != Serif.NONE && Character.isLetterOrDigit(codePoint);
        height = heightMm * face.sizeOf(codePoint);
        small = face.small(codePoint);
        slope = StrictMath.tan(StrictMath.toRadians(face.proportions().slantDegrees()));
        level = pen.width(1, 0) * height;
        stem = pen.width(0, -1) * height;
        widthFactor = width(face, codePoint) * height / 100;
    }

    /** Letters too wide for the one advance of a typewriter are drawn narrower. */
    private static double width(Typeface face, int codePoint) {
        double own = face.proportions().width();
        double advance = face.proportions().advance();
        if (advance > 0) {
            double widest = 0;
            for (Strokes strokes : face.strokes(codePoint)) {
                if (!strokes.mark()) {
                    double[] extent = extent(strokes.paths());
                    widest = Math.max(widest, (extent[1] - extent[0]) / 100 * own);
                }
            }
            double room = advance - face.pen().thick() - 2 * face.ends().serifLength() - 0.06;
            if (widest > room) {
                return own * room / widest;
            }
        }
        return own;
    }

    /** The columns of a character the face has, and where its neighbours join it. */
    static LetterShape of(Typeface face, int codePoint, double heightMm, Warp warp) {
        LetterDrawing drawing = new LetterDrawing(face, codePoint, heightMm, warp);
        List<Column> columns = new ArrayList<>();
        double middle = 0;
        double top = 0;
        double join = Double.NaN;
        for (Strokes strokes : face.strokes(codePoint)) {
            if (strokes.mark()) {
                double foot = strokes.markBelow() ? 0 : top + MARK_GAP * drawing.height;
                columns.addAll(Joints.opened(drawing.columns(strokes.paths(), drawing.markPlace(middle, foot), true)));
                if (!strokes.markBelow()) {
                    top = Math.max(top, foot + 0.2 * drawing.height);
                }
                continue;
            }
            double[] extent = extent(strokes.paths());
            middle = drawing.x((extent[0] + extent[1]) / 2);
            top = Math.max(top, drawing.y(extent[2]) + drawing.level / 2);
            columns.addAll(Joints.opened(drawing.columns(strokes.paths(), drawing.place(), false)));
            if (face.joined()) {
                join = drawing.joinX(strokes.paths());
            }
        }
        return new LetterShape(codePoint, columns, drawing.height, face.joined() && small(face, codePoint), join);
    }

    private static boolean small(Typeface face, int codePoint) {
        return face.small(codePoint);
    }

    /** Lowest and highest x, highest y of skeleton points. */
    private static double[] extent(List<PenPath> paths) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (PenPath path : paths) {
            for (Segment s : path.segments()) {
                least = Math.min(least, Math.min(s.x0(), s.x3()));
                most = Math.max(most, Math.max(s.x0(), s.x3()));
                high = Math.max(high, Math.max(s.y0(), s.y3()));
            }
        }
        return new double[] {least, most, high};
    }

    /** Where the stroke out of a joined letter ends, NaN when it has none. */
    private double joinX(List<PenPath> paths) {
        double join = Double.NaN;
        for (PenPath path : paths) {
            Segment last = path.segments().get(path.segments().size() - 1);
            if (Math.abs(last.y3() - 22) < 0.5 && last.x3() > 30) {
                join = Double.isNaN(join) ? last.x3() : Math.max(join, last.x3());
            }
        }
        return join * widthFactor;
    }

    private double x(double x) {
        return x * widthFactor + stem / 2;
    }

    private double y(double y) {
        return y(y, level);
    }

    /** @param thick of what has to lie within the lines: strokes, or a dot */
    private double y(double y, double thick) {
        double foot = thick / 2;
        if (y < 0) {
            double deepest = -face.proportions().descender() * height + thick / 2;
            return foot + y / -28 * (deepest - foot);
        }
        double head = height - thick / 2;
        if (!small || y > 100) {
            return y > 100 ? head + (y - 100) / 100 * height : foot + (head - foot) * y / 100;
        }
        double shoulder = face.proportions().xHeight() * height - thick / 2;
        return y <= 70 ? foot + (shoulder - foot) * y / 70 : shoulder + (head - shoulder) * (y - 70) / 30;
    }

    private PenLine.Place place() {
        return sheared(this::x, this::y);
    }

    private PenLine.Place markPlace(double middle, double foot) {
        return sheared(x -> middle + x / 100 * height * 0.9, y -> foot + y / 100 * height);
    }

    private PenLine.Place sheared(
            java.util.function.DoubleUnaryOperator mapX, java.util.function.DoubleUnaryOperator mapY) {
        return new PenLine.Place() {
            @Override
            public double x(double x, double y) {
                double up = mapY.applyAsDouble(y);
                return warp.moved(mapX.applyAsDouble(x) + slope * up, up)[0];
            }

            @Override
            public double y(double x, double y) {
                double up = mapY.applyAsDouble(y);
                return warp.moved(mapX.applyAsDouble(x) + slope * up, up)[1];
            }
        };
    }

    private List<Column> columns(List<PenPath> paths, PenLine.Place place, boolean mark) {
        List<Column> plain = new ArrayList<>();
        boolean serifs = wearsSerifs && !mark;
        if (serifs) {
            for (PenPath path : paths) {
                plain.add(path.dot() ? dot(path, place, false) : drawn(path, place, List.of(), -1, mark));
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            PenPath path = paths.get(i);
            columns.add(path.dot() ? dot(path, place, mark) : drawn(path, place, plain, i, mark));
        }
        return columns;
    }

    private Column drawn(PenPath path, PenLine.Place place, List<Column> others, int self, boolean mark) {
        PenLine line = PenLine.of(path, face.proportions().curve(), place, warp != Warp.NONE);
        Segment first = path.segments().get(0);
        Segment last = path.segments().get(path.segments().size() - 1);
        double length = line.length();
        StrokeEnd start = end(path, line, 0, first.y0(), path.plainStart(), path.thinStart(), others, self, mark);
        StrokeEnd end = end(path, line, length, last.y3(), path.plainEnd(), path.thinEnd(), others, self, mark);
        if (warp != Warp.NONE) {
            start = warped(start, place, first.x0(), first.y0(), leavesLevel(first));
            end = warped(end, place, last.x3(), last.y3(), arrivesLevel(last));
        }
        return new StrokeColumn(path, whole(path, line, start, end, mark), pen, height, slope, start, end).column();
    }

    private static boolean leavesLevel(Segment s) {
        return s.bend() == Bend.LEVEL_FIRST || s.bend() == Bend.LINE && s.y0() == s.y3();
    }

    private static boolean arrivesLevel(Segment s) {
        return s.bend() == Bend.UPRIGHT_FIRST || s.bend() == Bend.LINE && s.y0() == s.y3();
    }

    /** An end that lies along the frame's edge there. */
    private static StrokeEnd warped(StrokeEnd end, PenLine.Place place, double x, double y, boolean level) {
        if (end.kind() == StrokeEnd.Kind.ROUND) {
            return end;
        }
        if (end.kind() == StrokeEnd.Kind.SQUARE) {
            // What was level ends upright, else it would stick out beside the stem that it leaves.
            return level ? StrokeEnd.along(0, 1) : end;
        }
        double dx = place.x(x + 1, y) - place.x(x - 1, y);
        double dy = place.y(x + 1, y) - place.y(x - 1, y);
        double size = Math.max(1e-9, StrictMath.hypot(dx, dy));
        return StrokeEnd.along(dx / size, dy / size);
    }

    /**
     * The line to the very end of the letter. A slanted stroke keeps its foot where it is and changes its slope a little,
     * so that the two strokes of a V still meet.
     */
    private PenLine whole(PenPath path, PenLine line, StrokeEnd start, StrokeEnd end, boolean mark) {
        if (path.closed()) {
            return line;
        }
        Segment first = path.segments().get(0);
        Segment last = path.segments().get(path.segments().size() - 1);
        double length = line.length();
        boolean levels = start.kind() == StrokeEnd.Kind.LEVEL && end.kind() == StrokeEnd.Kind.LEVEL;
        if (path.straight() && levels && !mark && warp == Warp.NONE) {
            double fromY = full(first.y0(), line.y(0));
            double toY = full(last.y3(), line.y(length));
            return line.between(
                    line.x(0) + slope * (fromY - line.y(0)),
                    fromY,
                    line.x(length) + slope * (toY - line.y(length)),
                    toY);
        }
        return line.extended(beyond(start, line, 0, first.y0(), mark), beyond(end, line, length, last.y3(), mark));
    }

    /** The height at which a stroke on a line of the letter really ends. */
    private double full(double y, double drawn) {
        if (!guide(y)) {
            return drawn;
        }
        return drawn + (y == 0 || y == -28 ? -level / 2 : level / 2);
    }

    /** True for the heights at which letters stand and end. */
    private boolean guide(double y) {
        return y == 0 || y == 100 || y == -28 || y == 70 && small;
    }

    private double beyond(StrokeEnd end, PenLine line, double at, double y, boolean mark) {
        double[] d = line.direction(at);
        if (end.kind() == StrokeEnd.Kind.ROUND) {
            return pen.width(d[0], d[1]) * height / 2;
        }
        if (end.kind() == StrokeEnd.Kind.LEVEL && end.levelX() != 0 && guide(y) && !mark) {
            return level / 2 / Math.max(0.3, Math.abs(d[1]));
        }
        return 0;
    }

    private StrokeEnd end(
            PenPath path,
            PenLine line,
            double at,
            double y,
            boolean never,
            boolean thin,
            List<Column> others,
            int self,
            boolean mark) {
        double[] d = line.direction(at);
        Segment first = path.segments().get(0);
        Segment last = path.segments().get(path.segments().size() - 1);
        // A frame may tilt what is level in the skeleton.
        boolean lies = warp != Warp.NONE && (at == 0 ? leavesLevel(first) : arrivesLevel(last));
        boolean steep = Math.abs(d[1]) > 0.5 && !lies;
        if (path.closed() || thin) {
            return StrokeEnd.plain(StrokeEnd.Kind.SQUARE);
        }
        if (face.ends().round()) {
            return StrokeEnd.plain(StrokeEnd.Kind.ROUND);
        }
        boolean levelled = steep && (guide(y) || path.straight()) && !mark;
        StrokeEnd.Kind kind = levelled ? StrokeEnd.Kind.LEVEL : StrokeEnd.Kind.SQUARE;
        if (never || self < 0 || mark || others.isEmpty() || warp != Warp.NONE) {
            return StrokeEnd.plain(kind);
        }
        double x = line.x(at);
        double up = line.y(at);
        double length = face.ends().serifLength() * height;
        double flat = face.ends().serif() == Serif.SLAB ? level : 0.036 * height;
        double curve = face.ends().serif() == Serif.SLAB ? 0 : 0.09 * height;
        if (steep && guide(y)) {
            boolean upright = Math.abs(d[0] - slope * d[1]) < 0.1;
            boolean head = small && upright && (y == 70 || y == 100);
            double inwards = (y == 0 || y == -28 ? 0.2 : -0.2) * level;
            double reach = stem / 2 + 0.55 * length;
            double left = taken(x - reach, up + inwards, others, self) ? 0 : length;
            double right = head || taken(x + reach, up + inwards, others, self) ? 0 : length;
            return new StrokeEnd(kind, 1, 0, left, right, flat, curve);
        }
        boolean arm = !small && !steep && path.segments().get(0).bend() == Bend.LINE && path.straight();
        if (arm && !taken(x, up, others, self)) {
            boolean top = y == 100;
            boolean bottom = y == 0;
            double beak = length * (top || bottom ? 1.25 : 0.8);
            return new StrokeEnd(kind, 1, 0, top ? 0 : beak, bottom ? 0 : beak, flat * 0.9, curve);
        }
        return StrokeEnd.plain(kind);
    }

    private static boolean taken(double x, double y, List<Column> others, int self) {
        for (int i = 0; i < others.size(); i++) {
            if (i != self && others.get(i).contains(x, y)) {
                return true;
            }
        }
        return false;
    }

    private Column dot(PenPath path, PenLine.Place place, boolean mark) {
        Segment s = path.segments().get(0);
        double size = stem * DOT * path.width();
        double up = mark ? place.y(s.x0(), s.y0()) : y(s.y0(), size);
        double[] at = mark || warp != Warp.NONE
                ? new double[] {place.x(s.x0(), s.y0()), place.y(s.x0(), s.y0())}
                : new double[] {x(s.x0()) + slope * up, up};
        boolean round = face.ends().round() || pen.kind() != Pen.Kind.EVEN;
        int steps = (int) Math.max(4, Math.ceil(size / 0.3));
        double[] rungs = new double[4 * (steps + 1)];
        for (int k = 0; k <= steps; k++) {
            double t = -1 + 2.0 * k / steps;
            double half = round ? Math.max(0.25, Math.sqrt(Math.max(0, 1 - t * t))) * size / 2 : size / 2;
            double y = at[1] + t * size / 2;
            rungs[4 * k] = at[0] - half;
            rungs[4 * k + 1] = y;
            rungs[4 * k + 2] = at[0] + half;
            rungs[4 * k + 3] = y;
        }
        return new Column(rungs, false);
    }
}
