package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.batik.parser.DefaultTransformListHandler;
import org.apache.batik.parser.ParseException;
import org.apache.batik.parser.TransformListParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads transforms: attributes through Batik's parser, and what that refuses, as well as the style property, by the
 * rules of CSS with units.
 */
final class TransformReader {

    private TransformReader() {}

    /**
     * The map of a transform attribute; null when it cannot be read, which SVG treats as if it were not there.
     *
     * @throws IntakeException for numbers that are none or too large
     */
    static @Nullable Matrix attribute(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.equalsIgnoreCase("none")) {
            return Matrix.IDENTITY;
        }
        Collector collector = new Collector();
        try {
            TransformListParser parser = new TransformListParser();
            parser.setTransformListHandler(collector);
            parser.parse(stripped);
            return checked(collector.sum);
        } catch (ParseException e) {
            return css(stripped, new Lengths(0, 0, Lengths.MEDIUM_FONT));
        }
    }

    /** The map of a transform style property; null when it cannot be read. */
    static @Nullable Matrix css(String text, Lengths lengths) {
        Matrix sum = Matrix.IDENTITY;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (NumberScanner.isSpace(c) || c == ',') {
                at++;
                continue;
            }
            int open = text.indexOf('(', at);
            int close = text.indexOf(')', at);
            if (open < 0 || close < open) {
                return null;
            }
            Matrix next = function(
                    text.substring(at, open).strip().toLowerCase(Locale.ROOT),
                    text.substring(open + 1, close),
                    lengths);
            if (next == null) {
                return null;
            }
            sum = sum.times(next);
            at = close + 1;
        }
        return checked(sum);
    }

    private static Matrix checked(Matrix m) {
        if (!m.isFinite()) {
            throw Refusals.outOfRange();
        }
        return m;
    }

    private static @Nullable Matrix function(String name, String inside, Lengths lengths) {
        List<String> a = new ArrayList<>();
        for (String piece : inside.strip().split("\\s*,\\s*|\\s+")) {
            if (!piece.isEmpty()) {
                a.add(piece);
            }
        }
        double[] n = new double[a.size()];
        for (int i = 0; i < n.length; i++) {
            NumberScanner in = new NumberScanner(a.get(i));
            if (!in.number()) {
                return null;
            }
            n[i] = in.value();
        }
        int count = n.length;
        return switch (name) {
            case "matrix" -> count == 6 ? new Matrix(n[0], n[1], n[2], n[3], n[4], n[5]) : null;
            case "translate" ->
                count == 1 || count == 2
                        ? Matrix.translation(
                                lengths.length(a.get(0), Lengths.Of.WIDTH, 0),
                                count == 2 ? lengths.length(a.get(1), Lengths.Of.HEIGHT, 0) : 0)
                        : null;
            case "translatex" ->
                count == 1 ? Matrix.translation(lengths.length(a.get(0), Lengths.Of.WIDTH, 0), 0) : null;
            case "translatey" ->
                count == 1 ? Matrix.translation(0, lengths.length(a.get(0), Lengths.Of.HEIGHT, 0)) : null;
            case "scale" -> count == 1 || count == 2 ? Matrix.scaling(n[0], count == 2 ? n[1] : n[0]) : null;
            case "scalex" -> count == 1 ? Matrix.scaling(n[0], 1) : null;
            case "scaley" -> count == 1 ? Matrix.scaling(1, n[0]) : null;
            case "rotate" -> rotation(a, n);
            case "skew" ->
                count == 1 || count == 2
                        ? new Matrix(
                                1,
                                count == 2
                                        ? Matrix.skewY(degrees(a.get(1), n[1])).b()
                                        : 0,
                                Matrix.skewX(degrees(a.get(0), n[0])).c(),
                                1,
                                0,
                                0)
                        : null;
            case "skewx" -> count == 1 ? Matrix.skewX(degrees(a.get(0), n[0])) : null;
            case "skewy" -> count == 1 ? Matrix.skewY(degrees(a.get(0), n[0])) : null;
            default -> null;
        };
    }

    private static @Nullable Matrix rotation(List<String> a, double[] n) {
        if (n.length != 1 && n.length != 3) {
            return null;
        }
        Matrix turn = Matrix.rotation(degrees(a.get(0), n[0]));
        return n.length == 1 ? turn : around(turn, n[1], n[2]);
    }

    static Matrix around(Matrix map, double x, double y) {
        return Matrix.translation(x, y).times(map).times(Matrix.translation(-x, -y));
    }

    private static double degrees(String text, double number) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.endsWith("grad")) {
            return number * 0.9;
        } else if (lower.endsWith("rad")) {
            return StrictMath.toDegrees(number);
        } else if (lower.endsWith("turn")) {
            return number * 360;
        }
        return number;
    }

    /** Multiplies what Batik reads. Batik hands over single precision. */
    private static final class Collector extends DefaultTransformListHandler {

        private Matrix sum = Matrix.IDENTITY;

        private void then(Matrix next) {
            sum = sum.times(next);
        }

        @Override
        public void matrix(float a, float b, float c, float d, float e, float f) {
            then(new Matrix(a, b, c, d, e, f));
        }

        @Override
        public void rotate(float theta) {
            then(Matrix.rotation(theta));
        }

        @Override
        public void rotate(float theta, float cx, float cy) {
            then(around(Matrix.rotation(theta), cx, cy));
        }

        @Override
        public void translate(float tx) {
            then(Matrix.translation(tx, 0));
        }

        @Override
        public void translate(float tx, float ty) {
            then(Matrix.translation(tx, ty));
        }

        @Override
        public void scale(float sx) {
            then(Matrix.scaling(sx, sx));
        }

        @Override
        public void scale(float sx, float sy) {
            then(Matrix.scaling(sx, sy));
        }

        @Override
        public void skewX(float skx) {
            then(Matrix.skewX(skx));
        }

        @Override
        public void skewY(float sky) {
            then(Matrix.skewY(sky));
        }
    }
}
