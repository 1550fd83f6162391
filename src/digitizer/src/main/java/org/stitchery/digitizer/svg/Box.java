package org.stitchery.digitizer.svg;

/** An upright box; empty when it is turned inside out. */
record Box(double minX, double minY, double maxX, double maxY) {

    static final Box EMPTY = new Box(
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);

    static Box ofSize(double x, double y, double width, double height) {
        return new Box(x, y, x + width, y + height);
    }

    /** True when it holds not even a point. */
    boolean isEmpty() {
        return !(minX <= maxX && minY <= maxY);
    }

    double width() {
        return isEmpty() ? 0 : maxX - minX;
    }

    double height() {
        return isEmpty() ? 0 : maxY - minY;
    }

    Box union(Box other) {
        return new Box(
                Math.min(minX, other.minX),
                Math.min(minY, other.minY),
                Math.max(maxX, other.maxX),
                Math.max(maxY, other.maxY));
    }

    Box with(double x, double y) {
        return new Box(Math.min(minX, x), Math.min(minY, y), Math.max(maxX, x), Math.max(maxY, y));
    }

    Box intersection(Box other) {
        return new Box(
                Math.max(minX, other.minX),
                Math.max(minY, other.minY),
                Math.min(maxX, other.maxX),
                Math.min(maxY, other.maxY));
    }

    Box grown(double by) {
        return isEmpty() ? this : new Box(minX - by, minY - by, maxX + by, maxY + by);
    }

    boolean contains(Box other) {
        return minX <= other.minX && minY <= other.minY && maxX >= other.maxX && maxY >= other.maxY;
    }

    boolean contains(double x, double y) {
        return x >= minX && x <= maxX && y >= minY && y <= maxY;
    }

    boolean overlaps(Box other) {
        return minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY;
    }
}
