package org.stitchery.embroidery.picture;

/**
 * How high each piece of thread lies above the cloth, by what was sewn under it before.
 *
 * <p>Kept on a coarse grid, once for the whole design, so that it does not matter in which portions the picture is
 * drawn. Among pieces of its own colour block a piece rests on the average of what is along it, so that neighbours in
 * a fill stay level. On what earlier blocks left it lies as on firm ground: thread is stiff and under tension and
 * touches the highest places.
 */
final class Layering {

    /** Grid step: half a thread, so that neighbours side by side do not count as lying on each other. */
    private static final double STEP_MM = 0.2;

    /** A layer adds this share of its thickness; the rest is pressed into the one beneath. Taste. */
    private static final float SPRING = 0.5f;

    /** Thread does not pile up endlessly; it moves aside. In thread thicknesses. Taste. */
    private static final float HIGHEST = 3f;

    /** How much the highest places count on firm ground, against their average. Taste. */
    private static final float STIFFNESS = 0.6f;

    /** A design larger than this on a side gets a coarser grid: 2000 steps are 400 mm. */
    private static final int MOST_STEPS = 2000;

    private final float[] heights;
    private final float[] ground;
    private final int columns;
    private final int rows;
    private final double stepMm;
    private final double leftMm;
    private final double topMm;

    private Layering(double leftMm, double topMm, double widthMm, double heightMm) {
        this.stepMm = Math.max(STEP_MM, Math.max(widthMm, heightMm) / MOST_STEPS);
        this.leftMm = leftMm;
        this.topMm = topMm;
        this.columns = (int) (widthMm / stepMm) + 2;
        this.rows = (int) (heightMm / stepMm) + 2;
        this.heights = new float[columns * rows];
        this.ground = new float[columns * rows];
    }

    /** Height of the underside of every piece, in millimetres above the cloth. The box holds all pieces. */
    static float[] of(
            SewnThread thread, double threadMm, double leftMm, double topMm, double widthMm, double heightMm) {
        Layering layers = new Layering(leftMm, topMm, widthMm, heightMm);
        float thickness = (float) threadMm;
        float[] undersides = new float[thread.count()];
        int block = -1;
        for (int i = 0; i < undersides.length; i++) {
            if (thread.block[i] != block) {
                block = thread.block[i];
                System.arraycopy(layers.heights, 0, layers.ground, 0, layers.ground.length);
            }
            undersides[i] = layers.lay(
                    thread.fromX[i] / 10.0,
                    thread.fromY[i] / 10.0,
                    thread.toX[i] / 10.0,
                    thread.toY[i] / 10.0,
                    thickness);
        }
        return undersides;
    }

    private float lay(double x0, double y0, double x1, double y1, float thickness) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        int steps = Math.max(2, (int) Math.ceil(Math.sqrt(dx * dx + dy * dy) / stepMm));
        float sum = 0;
        float groundSum = 0;
        float groundTop = 0;
        for (int s = 1; s < steps; s++) {
            int cell = cell(x0 + dx * s / steps, y0 + dy * s / steps);
            sum += heights[cell];
            groundSum += ground[cell];
            groundTop = Math.max(groundTop, ground[cell]);
        }
        int inner = steps - 1;
        float onGround = (1 - STIFFNESS) * groundSum / inner + STIFFNESS * groundTop;
        float underside = Math.min(Math.max(sum / inner, onGround), HIGHEST * thickness);
        float full = Math.min(1, inner * (float) stepMm / (2.5f * thickness));
        float top = underside + SPRING * thickness * full;
        for (int s = 1; s < steps; s++) {
            int cell = cell(x0 + dx * s / steps, y0 + dy * s / steps);
            heights[cell] = Math.max(heights[cell], top);
        }
        return underside;
    }

    private int cell(double xMm, double yMm) {
        int column = (int) ((xMm - leftMm) / stepMm);
        int row = (int) ((yMm - topMm) / stepMm);
        return Math.min(Math.max(row, 0), rows - 1) * columns + Math.min(Math.max(column, 0), columns - 1);
    }
}
