package org.stitchery.digitizer.measure;

/**
 * The page as pixels, with a border of {@value #BORDER_MM} mm around it for what is sewn outside.
 *
 * @param pxPerMm pixels per millimetre
 * @param borderPx the border on each side
 * @param width pixels across, borders included
 * @param height pixels down, borders included
 */
record PageRaster(double pxPerMm, int borderPx, int width, int height) {

    static final double BORDER_MM = 5;

    /** A tenth of a millimetre is what a machine can tell apart. */
    private static final double FINEST_PX_PER_MM = 10;

    private static final double MOST_PIXELS = 36e6;

    static PageRaster of(double widthMm, double heightMm) {
        double pxPerMm = FINEST_PX_PER_MM;
        while ((widthMm + 2 * BORDER_MM) * (heightMm + 2 * BORDER_MM) * pxPerMm * pxPerMm > MOST_PIXELS) {
            pxPerMm *= 0.8;
        }
        int border = (int) Math.round(BORDER_MM * pxPerMm);
        return new PageRaster(
                pxPerMm,
                border,
                Math.max(1, (int) Math.round(widthMm * pxPerMm)) + 2 * border,
                Math.max(1, (int) Math.round(heightMm * pxPerMm)) + 2 * border);
    }

    int pixels() {
        return width * height;
    }

    /** The pixel of a place on the page, the nearest one for places beyond the border. */
    int at(double xMm, double yMm) {
        return clamp(yMm, height) * width + clamp(xMm, width);
    }

    private int clamp(double mm, int size) {
        return Math.min(size - 1, Math.max(0, (int) Math.floor(mm * pxPerMm) + borderPx));
    }

    /** Millimetres as whole pixels, at least one. */
    int wholePixels(double mm) {
        return Math.max(1, (int) Math.round(mm * pxPerMm));
    }
}
