package org.stitchery.digitizer.stitch;

/** The needle points and the thread in each square millimetre of the page, kept up as stitches come and go. */
final class Squares {

    /** More needle points in a square millimetre tear it: what twelve needles of 0.75 mm leave is half a hole. */
    private static final int MOST_POINTS = 12;

    /** More thread than this, mm in a square millimetre, is a lump: three layers and a half. */
    private static final double MOST_THREAD_MM = 8.8;

    private static final double STEP_MM = 0.25;

    private final double[] x;
    private final double[] y;
    private final int[] from;
    private final int left;
    private final int top;
    private final int columns;
    private final int lines;
    private final int[] points;
    private final double[] thread;

    /**
     * @param x of the needle points, at least one, page millimetres; may move, within the box of all
     * @param from where the thread begins that ends at a point, -1 for none
     */
    Squares(double[] x, double[] y, int[] from) {
        this.x = x;
        this.y = y;
        this.from = from.clone();
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            minX = Math.min(minX, x[i]);
            maxX = Math.max(maxX, x[i]);
            minY = Math.min(minY, y[i]);
            maxY = Math.max(maxY, y[i]);
        }
        left = (int) Math.floor(minX) - 1;
        top = (int) Math.floor(minY) - 1;
        columns = (int) Math.floor(maxX) - left + 2;
        lines = (int) Math.floor(maxY) - top + 2;
        points = new int[columns * lines];
        thread = new double[columns * lines];
        for (int i = 0; i < x.length; i++) {
            enter(x[i], y[i]);
            if (from[i] >= 0) {
                lay(from[i], i, 1);
            }
        }
    }

    /** Which threads reach into a square, as all lay at first. */
    ThreadsNear threadsNear() {
        return new ThreadsNear(x, y, from, left, top, columns, lines);
    }

    int count() {
        return points.length;
    }

    /** The number of the square a place is in. */
    int at(double px, double py) {
        return ((int) Math.floor(py) - top) * columns + (int) Math.floor(px) - left;
    }

    int points(int square) {
        return points[square];
    }

    void enter(double px, double py) {
        points[at(px, py)]++;
    }

    void leave(double px, double py) {
        points[at(px, py)]--;
    }

    /** Counts the thread between two needle points, or with -1 takes it back. */
    void lay(int a, int b, int sign) {
        double dx = x[b] - x[a];
        double dy = y[b] - y[a];
        double length = Math.sqrt(dx * dx + dy * dy);
        int parts = (int) Math.max(1, Math.ceil(length / STEP_MM));
        for (int p = 0; p < parts; p++) {
            double t = (p + 0.5) / parts;
            thread[at(x[a] + dx * t, y[a] + dy * t)] += sign * length / parts;
        }
    }

    boolean crowded(int square) {
        return points[square] > MOST_POINTS || lump(square);
    }

    boolean lump(int square) {
        return thread[square] > MOST_THREAD_MM;
    }

    /** True when one more needle point would not crowd it. */
    boolean hasRoom(int square) {
        return points[square] < MOST_POINTS;
    }

    boolean anyCrowded() {
        for (int square = 0; square < points.length; square++) {
            if (crowded(square)) {
                return true;
            }
        }
        return false;
    }
}
