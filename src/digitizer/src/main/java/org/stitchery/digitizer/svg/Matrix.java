package org.stitchery.digitizer.svg;

/**
 * An affine map as SVG writes it, {@code matrix(a b c d e f)}: x' = a x + c y + e and y' = b x + d y + f. Immutable.
 */
record Matrix(double a, double b, double c, double d, double e, double f) {

    static final Matrix IDENTITY = new Matrix(1, 0, 0, 1, 0, 0);

    static Matrix translation(double dx, double dy) {
        return new Matrix(1, 0, 0, 1, dx, dy);
    }

    static Matrix scaling(double sx, double sy) {
        return new Matrix(sx, 0, 0, sy, 0, 0);
    }

    static Matrix rotation(double degrees) {
        double radians = StrictMath.toRadians(degrees);
        double cos = StrictMath.cos(radians);
        double sin = StrictMath.sin(radians);
        return new Matrix(cos, sin, -sin, cos, 0, 0);
    }

    static Matrix skewX(double degrees) {
        return new Matrix(1, 0, StrictMath.tan(StrictMath.toRadians(degrees)), 1, 0, 0);
    }

    static Matrix skewY(double degrees) {
        return new Matrix(1, StrictMath.tan(StrictMath.toRadians(degrees)), 0, 1, 0, 0);
    }

    /** The map that applies {@code inner} first and then this one. */
    Matrix times(Matrix inner) {
        return new Matrix(
                a * inner.a + c * inner.b,
                b * inner.a + d * inner.b,
                a * inner.c + c * inner.d,
                b * inner.c + d * inner.d,
                a * inner.e + c * inner.f + e,
                b * inner.e + d * inner.f + f);
    }

    double x(double px, double py) {
        return a * px + c * py + e;
    }

    double y(double px, double py) {
        return b * px + d * py + f;
    }

    double determinant() {
        return a * d - b * c;
    }

    boolean isFinite() {
        return Double.isFinite(a + b + c + d + e + f) && Double.isFinite(determinant());
    }

    /** True when it flattens everything to a line or a point, for all purposes here. */
    boolean isSingular() {
        double largest = largestScale();
        return !(largest > 1e-12) || !(smallestScale() > 1e-9 * largest);
    }

    /** The factor by which lengths grow in the direction in which they grow most: the larger singular value. */
    double largestScale() {
        return (plus() + minus()) / 2;
    }

    /** The factor in the direction across {@link #largestScale()}: the smaller singular value. */
    double smallestScale() {
        return Math.abs(plus() - minus()) / 2;
    }

    private double plus() {
        return StrictMath.hypot(a + d, b - c);
    }

    private double minus() {
        return StrictMath.hypot(a - d, b + c);
    }

    /** The factor of a square's side: the square root of the area factor. */
    double meanScale() {
        return Math.sqrt(Math.abs(determinant()));
    }

    /** The inverse of a map that is not singular. */
    Matrix inverse() {
        double det = determinant();
        return new Matrix(d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det);
    }
}
