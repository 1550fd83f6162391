package org.stitchery.digitizer.svg;

import org.stitchery.digitizer.artwork.Contour;

/**
 * A flattened subpath.
 *
 * @param xy x and y in turn, at least one point; a closed one does not repeat its first point
 */
record Polyline(double[] xy, boolean closed) {

    int size() {
        return xy.length / 2;
    }

    double x(int i) {
        return xy[2 * i];
    }

    double y(int i) {
        return xy[2 * i + 1];
    }

    /** Number of straight pieces, the closing one included. */
    int pieces() {
        return closed ? size() : size() - 1;
    }

    double length() {
        double sum = 0;
        for (int i = 0; i < pieces(); i++) {
            int j = (i + 1) % size();
            sum += Math.sqrt(square(x(j) - x(i)) + square(y(j) - y(i)));
        }
        return sum;
    }

    private static double square(double v) {
        return v * v;
    }

    Polyline transformed(Matrix m) {
        double[] to = new double[xy.length];
        for (int i = 0; i < xy.length; i += 2) {
            to[i] = m.x(xy[i], xy[i + 1]);
            to[i + 1] = m.y(xy[i], xy[i + 1]);
        }
        return new Polyline(to, closed);
    }

    Box box() {
        Box box = Box.EMPTY;
        for (int i = 0; i < size(); i++) {
            box = box.with(x(i), y(i));
        }
        return box;
    }

    Contour toContour() {
        return new Contour(xy, closed);
    }
}
