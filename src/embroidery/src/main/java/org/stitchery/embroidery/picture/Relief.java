package org.stitchery.embroidery.picture;

import java.util.Arrays;

/**
 * Shadows, worked out from the heights on a {@link Canvas} after everything is drawn: what stands towards the light
 * darkens a point by how far it rises above the ray, and a point lower than its surroundings gets less of the light
 * that comes from everywhere.
 */
final class Relief {

    /** How far a shadow is looked for, in millimetres. Three layers of thread cast no longer ones. */
    static final double REACH_MM = 0.9;

    private static final int RAYS = 7;

    /** Width of the surroundings, in millimetres to each side. */
    private static final double AROUND_MM = 0.4;

    /** A ray passing this far below the top of something is fully blocked, in millimetres. */
    private static final float PENUMBRA_MM = 0.26f;

    /** Points are surveyed in blocks of 16 x 16, so that bare cloth costs nothing. */
    private static final int BLOCK = 4;

    private final Canvas canvas;
    private final int[] rayOffsetX = new int[RAYS];
    private final int[] rayOffsetY = new int[RAYS];
    private final float[] rayHeight = new float[RAYS];
    private final int around;
    private final float[] surroundings;
    private final float[] columnSums;
    private final int blockColumns;
    private final int blockRows;
    private final int blocksReached;
    private final float[] blockTops;
    private final float[] topsNearby;

    Relief(Canvas canvas, double pxPerMm) {
        this.canvas = canvas;
        this.around = Math.max(1, (int) Math.round(AROUND_MM * pxPerMm));
        this.surroundings = new float[canvas.width * canvas.height];
        this.columnSums = new float[canvas.width];
        this.blockColumns = (canvas.width >> BLOCK) + 1;
        this.blockRows = (canvas.height >> BLOCK) + 1;
        this.blocksReached = ((int) Math.ceil(REACH_MM * pxPerMm) >> BLOCK) + 1;
        this.blockTops = new float[blockColumns * blockRows];
        this.topsNearby = new float[blockColumns * blockRows];
        double flat = Math.sqrt(Light.X * Light.X + Light.Y * Light.Y);
        for (int r = 0; r < RAYS; r++) {
            double wayMm = REACH_MM * (r + 1) / RAYS;
            rayOffsetX[r] = (int) Math.round(Light.X / flat * wayMm * pxPerMm);
            rayOffsetY[r] = (int) Math.round(Light.Y / flat * wayMm * pxPerMm);
            rayHeight[r] = (float) (wayMm * Light.Z / flat);
        }
    }

    /** Finds the tops and averages around every point; to be called once everything is drawn. */
    void survey() {
        surveyTops();
        surveyAverages();
    }

    /** The highest point of every block, then of the blocks within a shadow's reach. */
    private void surveyTops() {
        Arrays.fill(blockTops, 0);
        for (int row = 0; row < canvas.height; row++) {
            int block = (row >> BLOCK) * blockColumns;
            int at = row * canvas.width;
            for (int column = 0; column < canvas.width; column++) {
                float height = canvas.heights[at + column];
                if (height > blockTops[block + (column >> BLOCK)]) {
                    blockTops[block + (column >> BLOCK)] = height;
                }
            }
        }
        for (int row = 0; row < blockRows; row++) {
            for (int column = 0; column < blockColumns; column++) {
                float top = 0;
                for (int r = Math.max(0, row - blocksReached); r <= Math.min(blockRows - 1, row + blocksReached); r++) {
                    for (int c = Math.max(0, column - blocksReached);
                            c <= Math.min(blockColumns - 1, column + blocksReached);
                            c++) {
                        top = Math.max(top, blockTops[r * blockColumns + c]);
                    }
                }
                topsNearby[row * blockColumns + column] = top;
            }
        }
    }

    private void surveyAverages() {
        int width = canvas.width;
        int height = canvas.height;
        Arrays.fill(columnSums, 0);
        for (int row = 0; row < Math.min(around, height); row++) {
            addRow(row, 1);
        }
        for (int row = 0; row < height; row++) {
            if (row + around < height) {
                addRow(row + around, 1);
            }
            if (row - around - 1 >= 0) {
                addRow(row - around - 1, -1);
            }
            int rows = Math.min(height - 1, row + around) - Math.max(0, row - around) + 1;
            float sum = 0;
            for (int column = 0; column < Math.min(around, width); column++) {
                sum += columnSums[column];
            }
            for (int column = 0; column < width; column++) {
                if (column + around < width) {
                    sum += columnSums[column + around];
                }
                if (column - around - 1 >= 0) {
                    sum -= columnSums[column - around - 1];
                }
                int columns = Math.min(width - 1, column + around) - Math.max(0, column - around) + 1;
                surroundings[row * width + column] = sum / (rows * columns);
            }
        }
    }

    private void addRow(int row, int sign) {
        int at = row * canvas.width;
        for (int column = 0; column < canvas.width; column++) {
            columnSums[column] += sign * canvas.heights[at + column];
        }
    }

    /** How much light reaches the point: 1 all, towards 0.4 in deep shadow. */
    float light(int column, int row) {
        float top = topsNearby[(row >> BLOCK) * blockColumns + (column >> BLOCK)];
        if (top == 0) {
            return 1;
        }
        int at = row * canvas.width + column;
        float own = canvas.heights[at];
        float blocked = 0;
        float room = top - own;
        for (int r = 0; r < RAYS && rayHeight[r] < room; r++) {
            int x = column + rayOffsetX[r];
            int y = row + rayOffsetY[r];
            if (x >= 0 && y >= 0 && x < canvas.width && y < canvas.height) {
                blocked = Math.max(blocked, canvas.heights[y * canvas.width + x] - own - rayHeight[r]);
            }
        }
        float shadow = Math.min(1, blocked / PENUMBRA_MM);
        float sunken = Math.min(1, Math.max(0, (surroundings[at] - own) / 0.30f));
        return (1 - 0.42f * shadow) * (1 - 0.24f * sunken);
    }
}
