package org.stitchery.digitizer.svg;

import org.apache.batik.parser.DefaultPreserveAspectRatioHandler;
import org.apache.batik.parser.ParseException;
import org.apache.batik.parser.PreserveAspectRatioParser;
import org.jspecify.annotations.Nullable;

/** The part of a drawing that fills its viewport. */
record ViewBox(double x, double y, double width, double height) {

    /** Programs that count in nanometres reach a thousand million; more than that is no drawing. */
    private static final double LARGEST = 1e9;

    /** Reads four numbers; null when there are not four. */
    static @Nullable ViewBox read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        NumberScanner in = new NumberScanner(text);
        double[] n = new double[4];
        in.skipSpace();
        for (int i = 0; i < 4; i++) {
            if (!in.number()) {
                return null;
            }
            n[i] = in.value();
            in.skipComma();
        }
        return new ViewBox(n[0], n[1], n[2], n[3]);
    }

    /** False for one that switches drawing off. */
    boolean isDrawable() {
        return width > 0 && height > 0;
    }

    boolean isInRange() {
        return width <= LARGEST && height <= LARGEST && Math.abs(x) <= LARGEST && Math.abs(y) <= LARGEST;
    }

    /** From this box to a viewport of the size, as {@code preserveAspectRatio} asks. */
    Matrix into(double toWidth, double toHeight, @Nullable String preserveAspectRatio) {
        Fit fit = Fit.read(preserveAspectRatio);
        double sx = toWidth / width;
        double sy = toHeight / height;
        if (!fit.stretch) {
            sx = fit.slice ? Math.max(sx, sy) : Math.min(sx, sy);
            sy = sx;
        }
        double dx = -x * sx + (toWidth - width * sx) * fit.alignX;
        double dy = -y * sy + (toHeight - height * sy) * fit.alignY;
        return new Matrix(sx, 0, 0, sy, dx, dy);
    }

    /** How a box is fitted; alignments are 0, one half or 1. Filled by Batik's parser. */
    private static final class Fit extends DefaultPreserveAspectRatioHandler {
        private boolean stretch;
        private boolean slice;
        private double alignX = 0.5;
        private double alignY = 0.5;

        static Fit read(@Nullable String text) {
            Fit fit = new Fit();
            if (text == null || text.isBlank()) {
                return fit;
            }
            try {
                PreserveAspectRatioParser parser = new PreserveAspectRatioParser();
                parser.setPreserveAspectRatioHandler(fit);
                parser.parse(text.strip());
                return fit;
            } catch (ParseException e) {
                return new Fit();
            }
        }

        private void align(double x, double y) {
            alignX = x;
            alignY = y;
        }

        @Override
        public void none() {
            stretch = true;
        }

        @Override
        public void slice() {
            slice = true;
        }

        @Override
        public void xMinYMin() {
            align(0, 0);
        }

        @Override
        public void xMidYMin() {
            align(0.5, 0);
        }

        @Override
        public void xMaxYMin() {
            align(1, 0);
        }

        @Override
        public void xMinYMid() {
            align(0, 0.5);
        }

        @Override
        public void xMidYMid() {
            align(0.5, 0.5);
        }

        @Override
        public void xMaxYMid() {
            align(1, 0.5);
        }

        @Override
        public void xMinYMax() {
            align(0, 1);
        }

        @Override
        public void xMidYMax() {
            align(0.5, 1);
        }

        @Override
        public void xMaxYMax() {
            align(1, 1);
        }
    }
}
