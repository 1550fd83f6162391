package org.stitchery.digitizer.measure;

/**
 * Thread and needle holes in each square millimetre of the page. Means and spread are taken over the squares that lie at
 * least a millimetre inside the drawing; the greatest over all.
 */
final class DensityMap {

    private static final double SAMPLE_MM = 0.1;
    private static final double INSIDE_MM = 1;
    private static final double WHOLE = 0.98;

    private final PageRaster raster;
    private final int across;
    private final double[] threadMm;
    private final int[] holes;

    DensityMap(PageRaster raster) {
        this.raster = raster;
        this.across = (int) Math.ceil(raster.width() / raster.pxPerMm()) + 1;
        int down = (int) Math.ceil(raster.height() / raster.pxPerMm()) + 1;
        this.threadMm = new double[across * down];
        this.holes = new int[across * down];
    }

    /** Adds all thread; gives the length of what lies further than {@code beyondPx} from the drawing. */
    double add(SewnThread sewn, float[] toDrawing, double beyondPx) {
        double outside = 0;
        for (SewnThread.Piece piece : sewn.pieces()) {
            double length = piece.length();
            int samples = Math.max(1, (int) Math.ceil(length / SAMPLE_MM));
            for (int s = 0; s < samples; s++) {
                double part = (s + 0.5) / samples;
                int pixel = raster.at(
                        piece.fromX() + (piece.toX() - piece.fromX()) * part,
                        piece.fromY() + (piece.toY() - piece.fromY()) * part);
                threadMm[cell(pixel)] += length / samples;
                if (toDrawing[pixel] > beyondPx) {
                    outside += length / samples;
                }
            }
        }
        for (double[] hole : sewn.holes()) {
            holes[cell(raster.at(hole[0], hole[1]))]++;
        }
        return outside;
    }

    private int cell(int pixel) {
        int x = pixel % raster.width();
        int y = pixel / raster.width();
        return (int) (y / raster.pxPerMm()) * across + (int) (x / raster.pxPerMm());
    }

    /** Millimetres of thread in each square wholly inside the drawing, sorted. */
    double[] inside(boolean[] drawing) {
        boolean[] inner = Distances.shrunk(drawing, raster.width(), raster.height(), raster.wholePixels(INSIDE_MM));
        int[] pixels = new int[threadMm.length];
        for (int i = 0; i < inner.length; i++) {
            if (inner[i]) {
                pixels[cell(i)]++;
            }
        }
        double whole = WHOLE * raster.pxPerMm() * raster.pxPerMm();
        return java.util.stream.IntStream.range(0, pixels.length)
                .filter(c -> pixels[c] >= whole)
                .mapToDouble(c -> threadMm[c])
                .sorted()
                .toArray();
    }

    /** Millimetres of thread in each square of which at least that share is drawing, sorted. */
    double[] covered(boolean[] drawing, double share) {
        int[] pixels = new int[threadMm.length];
        for (int i = 0; i < drawing.length; i++) {
            if (drawing[i]) {
                pixels[cell(i)]++;
            }
        }
        double least = share * raster.pxPerMm() * raster.pxPerMm();
        return java.util.stream.IntStream.range(0, pixels.length)
                .filter(c -> pixels[c] >= least)
                .mapToDouble(c -> threadMm[c])
                .sorted()
                .toArray();
    }

    double densest() {
        double most = 0;
        for (double mm : threadMm) {
            most = Math.max(most, mm);
        }
        return most;
    }

    int mostHoles() {
        int most = 0;
        for (int n : holes) {
            most = Math.max(most, n);
        }
        return most;
    }

    int squaresWithMoreHolesThan(int limit) {
        int n = 0;
        for (int h : holes) {
            n += h > limit ? 1 : 0;
        }
        return n;
    }
}
