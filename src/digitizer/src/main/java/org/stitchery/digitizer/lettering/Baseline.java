package org.stitchery.digitizer.lettering;

import org.stitchery.digitizer.artwork.Contour;

/** The line text stands on. Page millimetres, y downwards; a straight one begins at (0, 0). */
public sealed interface Baseline permits Baseline.Straight, Baseline.Arc, Baseline.Along {

    /** Where a letter stands and the direction of the line there, a unit vector. */
    record Spot(double x, double y, double dx, double dy) {}

    /**
     * The place of a letter's middle.
     *
     * @param at along the text from its beginning
     * @param total length of the text
     */
    Spot spot(double at, double total);

    /** How much room the text takes on the line, against a straight one: letters inside a bend would meet at their heads. */
    default double stretch(double heightMm) {
        return 1;
    }

    /** How long the line is; text beyond it goes on straight. */
    default double lengthMm() {
        return Double.POSITIVE_INFINITY;
    }

    /** Level, from (0, 0) to the right. */
    static Baseline straight() {
        return new Straight();
    }

    /**
     * Around a circle, the middle of the text on its crown.
     *
     * @param radiusMm positive for text over the top, read clockwise; negative for text along the bottom, standing upright
     *     inside the circle
     * @throws IllegalArgumentException for 0 or a number that is none
     */
    static Baseline arc(double radiusMm) {
        return new Arc(radiusMm);
    }

    /** Along a line, the middle of the text on its middle. */
    static Baseline along(Contour line) {
        return new Along(line);
    }

    /** See {@link Baseline#straight()}. */
    record Straight() implements Baseline {
        @Override
        public Spot spot(double at, double total) {
            return new Spot(at, 0, 1, 0);
        }
    }

    /** See {@link Baseline#arc(double)}. The circle's middle is (0, 0). */
    record Arc(double radiusMm) implements Baseline {

        public Arc {
            if (!Double.isFinite(radiusMm) || radiusMm == 0) {
                throw new IllegalArgumentException("An arc needs a radius, got " + radiusMm);
            }
        }

        @Override
        public Spot spot(double at, double total) {
            double angle = (at - total / 2) / Math.abs(radiusMm);
            double sine = StrictMath.sin(angle);
            double cosine = StrictMath.cos(angle);
            if (radiusMm > 0) {
                return new Spot(radiusMm * sine, -radiusMm * cosine, cosine, sine);
            }
            return new Spot(-radiusMm * sine, -radiusMm * cosine, cosine, -sine);
        }

        @Override
        public double stretch(double heightMm) {
            double bend = heightMm / Math.abs(radiusMm);
            return radiusMm > 0 ? 1 : 1 + 0.75 * bend;
        }

        @Override
        public double lengthMm() {
            return 2 * StrictMath.PI * Math.abs(radiusMm);
        }
    }

    /** See {@link Baseline#along(Contour)}. */
    record Along(Contour line) implements Baseline {

        public Along {
            if (line.size() < 2) {
                throw new IllegalArgumentException("Text needs a line of at least two points");
            }
        }

        @Override
        public Spot spot(double at, double total) {
            double place = lengthMm() / 2 + at - total / 2;
            int last = line.closed() ? line.size() : line.size() - 1;
            double reach = Math.min(1, lengthMm() / 20);
            double[] before = point(place - reach, last);
            double[] after = point(place + reach, last);
            double[] here = point(place, last);
            double dx = after[0] - before[0];
            double dy = after[1] - before[1];
            double size = Math.max(1e-9, StrictMath.hypot(dx, dy));
            return new Spot(here[0], here[1], dx / size, dy / size);
        }

        /** The line goes on straight beyond its ends. */
        private double[] point(double at, int last) {
            double left = at;
            for (int i = 0; i < last; i++) {
                int j = (i + 1) % line.size();
                double dx = line.x(j) - line.x(i);
                double dy = line.y(j) - line.y(i);
                double size = StrictMath.hypot(dx, dy);
                if (size > 0 && (left <= size || i == last - 1)) {
                    return new double[] {line.x(i) + dx * left / size, line.y(i) + dy * left / size};
                }
                left -= size;
            }
            return new double[] {line.x(0), line.y(0)};
        }

        @Override
        public double lengthMm() {
            double length = 0;
            for (int i = 0; i < (line.closed() ? line.size() : line.size() - 1); i++) {
                int j = (i + 1) % line.size();
                length += StrictMath.hypot(line.x(j) - line.x(i), line.y(j) - line.y(i));
            }
            return length;
        }
    }
}
