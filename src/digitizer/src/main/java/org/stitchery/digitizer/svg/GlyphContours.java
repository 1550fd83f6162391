package org.stitchery.digitizer.svg;

/**
 * The contours of one simple TrueType glyph: points on the curve, and points off it that pull; between two that pull lies
 * one on the curve, not written down.
 */
final class GlyphContours {

    private static final int ON_CURVE = 0x01;
    private static final int X_SHORT = 0x02;
    private static final int Y_SHORT = 0x04;
    private static final int REPEAT = 0x08;
    private static final int X_SAME = 0x10;
    private static final int Y_SAME = 0x20;

    private final int[] ends;
    private final int[] flags;
    private final double[] xs;
    private final double[] ys;

    /** @throws FontException when it is damaged, or has more points than the limit */
    GlyphContours(FontBytes glyph, int contours, int pointLimit) {
        ends = new int[contours];
        int last = -1;
        for (int i = 0; i < contours; i++) {
            int end = glyph.u16(10 + 2 * i);
            if (end < last) {
                throw new FontException("a letter is damaged");
            }
            ends[i] = end;
            last = end;
        }
        int points = last + 1;
        if (points > pointLimit) {
            throw new FontException("a letter has too many points");
        }
        flags = new int[points];
        xs = new double[points];
        ys = new double[points];
        int at = 10 + 2 * contours;
        if (points > 0) {
            at += 2 + glyph.u16(at);
            at = flags(glyph, at);
            at = coordinates(glyph, at, xs, X_SHORT, X_SAME);
            coordinates(glyph, at, ys, Y_SHORT, Y_SAME);
        }
    }

    private int flags(FontBytes glyph, int from) {
        int at = from;
        for (int i = 0; i < flags.length; i++) {
            int flag = glyph.u8(at++);
            flags[i] = flag;
            if ((flag & REPEAT) != 0) {
                for (int n = glyph.u8(at++); n > 0 && i + 1 < flags.length; n--) {
                    flags[++i] = flag;
                }
            }
        }
        return at;
    }

    private int coordinates(FontBytes glyph, int from, double[] to, int isShort, int isSame) {
        int at = from;
        int value = 0;
        for (int i = 0; i < to.length; i++) {
            if ((flags[i] & isShort) != 0) {
                int step = glyph.u8(at++);
                value += (flags[i] & isSame) != 0 ? step : -step;
            } else if ((flags[i] & isSame) == 0) {
                value += glyph.s16(at);
                at += 2;
            }
            to[i] = value;
        }
        return at;
    }

    void draw(Matrix m, Outline.Builder out) {
        int from = 0;
        for (int end : ends) {
            contour(from, end, m, out);
            from = end + 1;
        }
    }

    private boolean isOn(int i) {
        return (flags[i] & ON_CURVE) != 0;
    }

    private void contour(int from, int end, Matrix m, Outline.Builder out) {
        int n = end - from + 1;
        if (n < 2) {
            return;
        }
        int first = from;
        while (first <= end && !isOn(first)) {
            first++;
        }
        double startX;
        double startY;
        int begin;
        if (first <= end) {
            startX = xs[first];
            startY = ys[first];
            begin = first + 1;
        } else {
            startX = (xs[from] + xs[end]) / 2;
            startY = (ys[from] + ys[end]) / 2;
            begin = from;
            first = from;
        }
        out.move(m.x(startX, startY), m.y(startX, startY));
        int left = begin == first ? n : n - 1;
        boolean pulled = false;
        double pullX = 0;
        double pullY = 0;
        for (int k = 0; k < left; k++) {
            int i = from + (begin - from + k) % n;
            if (isOn(i)) {
                to(pulled, pullX, pullY, xs[i], ys[i], m, out);
                pulled = false;
            } else {
                if (pulled) {
                    to(true, pullX, pullY, (pullX + xs[i]) / 2, (pullY + ys[i]) / 2, m, out);
                }
                pulled = true;
                pullX = xs[i];
                pullY = ys[i];
            }
        }
        if (pulled) {
            to(true, pullX, pullY, startX, startY, m, out);
        }
        out.close();
    }

    private static void to(
            boolean pulled, double pullX, double pullY, double x, double y, Matrix m, Outline.Builder out) {
        if (pulled) {
            out.quadratic(m.x(pullX, pullY), m.y(pullX, pullY), m.x(x, y), m.y(x, y));
        } else {
            out.line(m.x(x, y), m.y(x, y));
        }
    }
}
