package org.stitchery.embroidery.picture;

/**
 * Draws one piece of thread after the other onto a {@link Canvas}.
 *
 * <p>A piece is a slightly flattened cylinder that bends down into the cloth at both ends, twisted from two plies. What
 * the eye sees of it is worked out from its direction:
 *
 * <ul>
 *   <li>diffuse light by the surface's normal, brighter for thread that lies across the light than along it;
 *   <li>sheen as on all fibres (Kajiya and Kay, "Rendering fur with three dimensional textures", 1989): a highlight
 *       wherever the thread's tangent is at right angles to the half-way vector. As the piece is bent, the highlight
 *       wanders along it with its direction; side by side in a satin column these highlights make the band of light by
 *       which people know embroidery;
 *   <li>the twist, as fine slanting furrows;
 *   <li>dark ends, where it enters the cloth.
 * </ul>
 *
 * All of this depends on at most two of: the place across, the place along, the distance to the nearer end. So each is
 * a small table, made anew for every piece, and a pixel costs a few look-ups. Which piece is seen where two cross is
 * decided by height at every point.
 */
final class ThreadBrush {

    private static final int ACROSS = 64;
    private static final int ALONG = 64;
    private static final int ENDS = 64;
    private static final int PHASES = 64;

    /** Directions around half a circle. */
    private static final int DIRECTIONS = 64;

    /** Pieces that differ by more than 17 degrees cross rather than lie side by side. Taste. */
    private static final int CROSSING = 6;

    /** Length over which a piece rises from its hole to its full height, in thread thicknesses. Taste. */
    private static final float RISE = 1.3f;

    /** Length of one turn of the twist, in thread thicknesses; two plies make two furrows a turn. Taste. */
    private static final float TURN = 2.6f;

    /** Height of a piece over its width: stitched thread flattens. */
    private static final float FLATNESS = 0.62f;

    private static final float[] NORMAL_Z = new float[ACROSS];
    private static final float[] TWIST_SHIFT = new float[ACROSS];
    private static final float[] FURROW = new float[PHASES];
    private static final float[] POWER_SHEEN = powers(46);
    private static final float[] POWER_GLOSS = powers(9);

    static {
        for (int i = 0; i < ACROSS; i++) {
            double u = (i + 0.5) * 2 / ACROSS - 1;
            NORMAL_Z[i] = (float) Math.sqrt(1 - u * u);
            TWIST_SHIFT[i] = (float) (StrictMath.asin(u) / Math.PI * 0.9 * PHASES);
        }
        for (int i = 0; i < PHASES; i++) {
            double wave = Math.abs(StrictMath.sin(Math.PI * 2 * i / PHASES));
            FURROW[i] = (float) (1.04 - 0.20 * (1 - wave) * (1 - wave));
        }
    }

    private final Canvas canvas;
    private final float pxPerMm;
    private final float threadPx;
    private final float radius;
    private final float threadMm;

    private final float[] diffuse = new float[ACROSS];
    private final float[] gloss = new float[ACROSS];
    private final float[] sheen = new float[ALONG];
    private final float[] endWidth = new float[ENDS + 1];
    private final float[] endHeight = new float[ENDS + 1];
    private final float[] endShade = new float[ENDS + 1];

    /** @param pxPerMm of the canvas */
    ThreadBrush(Canvas canvas, double pxPerMm, double threadMm) {
        this.canvas = canvas;
        this.pxPerMm = (float) pxPerMm;
        this.threadMm = (float) threadMm;
        this.threadPx = (float) (threadMm * pxPerMm);
        this.radius = threadPx / 2;
        for (int i = 0; i <= ENDS; i++) {
            double e = (double) i / ENDS;
            double smooth = e * e * (3 - 2 * e);
            endWidth[i] = (float) (0.80 + 0.20 * Math.min(1, e * 1.6));
            endHeight[i] = (float) (0.26 + 0.74 * smooth);
            endShade[i] = (float) (0.80 + 0.20 * Math.min(1, e * 1.5) * (2 - Math.min(1, e * 1.5)));
        }
    }

    /**
     * Draws a piece.
     *
     * @param x0 its start on the whole fine picture, in pixels
     * @param underside height above the cloth in millimetres
     * @param color of the thread, 0xRRGGBB
     * @param seed any number, the same for the same piece: no two pieces of thread are quite alike
     */
    void draw(double x0, double y0, double x1, double y1, float underside, int color, int seed) {
        float dx = (float) (x1 - x0);
        float dy = (float) (y1 - y0);
        float length = (float) Math.sqrt(dx * dx + dy * dy);
        int firstRow = (int) Math.max(0, Math.floor(Math.min(y0, y1) - radius) - canvas.topRow);
        int lastRow = (int) Math.min(canvas.height - 1, Math.ceil(Math.max(y0, y1) + radius) - canvas.topRow);
        if (firstRow > lastRow || length == 0) {
            return;
        }
        float tx = dx / length;
        float ty = dy / length;
        float lengthMm = length / pxPerMm;
        light(tx, ty, lengthMm);
        int noise = scramble(seed);
        float alike = 1 + ((noise & 0xFF) - 127.5f) / 127.5f * 0.03f;
        float red = (color >> 16 & 0xFF) * alike;
        float green = (color >> 8 & 0xFF) * alike;
        float blue = (color & 0xFF) * alike;
        float sheenRed = 42 + red * 0.46f;
        float sheenGreen = 42 + green * 0.46f;
        float sheenBlue = 42 + blue * 0.46f;
        float phase = (noise >>> 8 & 0xFF) / 256f * PHASES;
        float perTurn = PHASES / (TURN * threadPx);
        float thick = threadMm * FLATNESS;
        float arch = Math.min(0.35f, lengthMm * 0.04f) * threadMm;
        float riseLength = Math.min(RISE * threadPx, length * 0.5f);
        float toEnds = ENDS / (RISE * threadPx);
        float toAlong = (ALONG - 1) / length;
        float cap = radius * 0.6f;
        byte direction = (byte) ((int) (StrictMath.atan2(ty, tx) / Math.PI * DIRECTIONS) & DIRECTIONS - 1);

        for (int row = firstRow; row <= lastRow; row++) {
            float ry = (float) (canvas.topRow + row + 0.5 - y0);
            float from = -1e9f;
            float to = 1e9f;
            if (Math.abs(ty) > 1e-6f) {
                float a = (ry * tx - radius) / ty;
                float b = (ry * tx + radius) / ty;
                from = Math.min(a, b);
                to = Math.max(a, b);
            } else if (Math.abs(ry) > radius) {
                continue;
            }
            if (Math.abs(tx) > 1e-6f) {
                float a = (-cap - ry * ty) / tx;
                float b = (length + cap - ry * ty) / tx;
                from = Math.max(from, Math.min(a, b));
                to = Math.min(to, Math.max(a, b));
            }
            int firstColumn = Math.max(0, (int) Math.ceil(from + x0 - 0.5));
            int lastColumn = Math.min(canvas.width - 1, (int) Math.floor(to + x0 - 0.5));
            int at = row * canvas.width + firstColumn;
            for (int column = firstColumn; column <= lastColumn; column++, at++) {
                float rx = (float) (column + 0.5 - x0);
                float along = rx * tx + ry * ty;
                float across = ry * tx - rx * ty;
                float toEnd = Math.min(along, length - along);
                int end = toEnd <= 0
                        ? 0
                        : toEnd >= riseLength ? (int) Math.min(ENDS, riseLength * toEnds) : (int) (toEnd * toEnds);
                float u = across / (radius * endWidth[end]);
                float rounded = toEnd < 0 ? u * u + toEnd * toEnd / (cap * cap) : u * u;
                if (rounded >= 1) {
                    continue;
                }
                int ui = across(u);
                float middle = along * (length - along) * 4 / (length * length);
                float height = underside * (0.35f + 0.65f * endHeight[end])
                        + (thick * (0.35f + 0.65f * NORMAL_Z[ui])) * endHeight[end]
                        + arch * Math.max(0, middle);
                if (height <= canvas.heights[at]) {
                    int turned = direction - canvas.directions[at] & DIRECTIONS - 1;
                    if (turned <= CROSSING || turned >= DIRECTIONS - CROSSING) {
                        continue;
                    }
                }
                canvas.directions[at] = direction;
                canvas.heights[at] = height;
                int si = along <= 0 ? 0 : along >= length ? ALONG - 1 : (int) (along * toAlong);
                float furrow = FURROW[(int) (along * perTurn + TWIST_SHIFT[ui] + phase + 4 * PHASES) & (PHASES - 1)];
                float body = diffuse[ui] * endShade[end] * furrow;
                float shine = gloss[ui] * sheen[si] * endShade[end] * furrow * furrow;
                canvas.colors[at] = 0xFF000000
                        | clamp(red * body + sheenRed * shine) << 16
                        | clamp(green * body + sheenGreen * shine) << 8
                        | clamp(blue * body + sheenBlue * shine);
            }
        }
    }

    /** The tables that depend on the direction. */
    private void light(float tx, float ty, float lengthMm) {
        float alongLight = tx * Light.X + ty * Light.Y;
        float acrossLight = -ty * Light.X + tx * Light.Y;
        float acrossHalf = -ty * Light.HALF_X + tx * Light.HALF_Y;
        float alongHalf = tx * Light.HALF_X + ty * Light.HALF_Y;
        float lit = 0.80f + 0.20f * (float) Math.sqrt(1 - alongLight * alongLight);
        for (int i = 0; i < ACROSS; i++) {
            float u = (i + 0.5f) * 2 / ACROSS - 1;
            float nz = NORMAL_Z[i];
            float facing = Math.max(0, u * acrossLight + nz * Light.Z);
            diffuse[i] = (0.54f + 0.66f * facing) * lit * (0.83f + 0.17f * nz);
            float mirror = Math.max(0, u * acrossHalf + nz * Light.HALF_Z);
            gloss[i] = 0.30f + 0.70f * power(POWER_GLOSS, mirror);
        }
        float bend = Math.min(0.62f, 0.25f + 0.09f * lengthMm);
        for (int i = 0; i < ALONG; i++) {
            float tilt = bend * (1 - 2f * (i + 0.5f) / ALONG);
            float level = 1 - tilt * tilt / 2;
            float onHalf = level * alongHalf + tilt * Light.HALF_Z;
            sheen[i] = 1.4f * power(POWER_SHEEN, (float) Math.sqrt(Math.max(0, 1 - onHalf * onHalf)));
        }
    }

    /** The table's place for a place across the thread, -1 to 1 without these; the last one below 1 rounds up to 1. */
    static int across(float u) {
        return Math.min(ACROSS - 1, (int) ((u + 1) * (ACROSS / 2)));
    }

    private static float power(float[] table, float base) {
        return table[(int) (Math.min(1, base) * (table.length - 1))];
    }

    private static float[] powers(double exponent) {
        float[] table = new float[1025];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) StrictMath.pow(i / 1024.0, exponent);
        }
        return table;
    }

    private static int clamp(float value) {
        return value >= 255 ? 255 : value <= 0 ? 0 : (int) value;
    }

    /** Spreads neighbouring numbers apart; the finalizer of MurmurHash3, Austin Appleby, public domain. */
    static int scramble(int seed) {
        int h = seed * 0x9E3779B9 + 0x7F4A7C15;
        h ^= h >>> 16;
        h *= 0x85EBCA6B;
        h ^= h >>> 13;
        h *= 0xC2B2AE35;
        return h ^ h >>> 16;
    }
}
