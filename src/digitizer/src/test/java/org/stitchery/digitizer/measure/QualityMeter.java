package org.stitchery.digitizer.measure;

import java.util.Arrays;
import java.util.List;
import org.stitchery.digitizer.Digitized;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * Measures stitches against the drawing they were made of.
 *
 * <p>What the drawing shows is what the intake made of it: a gradient is compared with the bands it became, and what the
 * intake did not see is not missed.
 *
 * <p>Thread is {@value ThreadCover#WIDTH_MM} mm wide, pixels are a tenth of a millimetre. Fabric does not pull here, so
 * an overlap under neighbours is not asked for though it is needed.
 */
final class QualityMeter {

    /** Further out than this thread is a fault; nearer it may be pull compensation. */
    private static final double OUTSIDE_MM = 0.5;

    /** The edge itself is judged by its own measure. */
    private static final double EDGE_MM = 0.3;

    private static final int MOST_HOLES = 12;

    /** Straight distance in RGB from which colours look different side by side. */
    private static final double DIFFERENT_RGB = 60;

    private final PageRaster raster;
    private final SeenArtwork seen;
    private final boolean[] drawing;
    private final StitchPattern pattern;
    private final SewnThread sewn;
    private final ThreadCover cover;
    private final boolean[] thread;
    private final List<Finding> findings;

    /** Draws both; the measures come after. */
    QualityMeter(Artwork artwork, Digitized digitized) {
        findings = digitized.findings();
        raster = PageRaster.of(artwork.widthMm(), artwork.heightMm());
        seen = SeenArtwork.of(artwork, raster);
        drawing = seen.mask();
        pattern = digitized.pattern();
        sewn = SewnThread.of(pattern, digitized.originXMm(), digitized.originYMm());
        cover = ThreadCover.of(sewn, raster);
        thread = cover.mask();
    }

    /** @throws IllegalArgumentException when the drawing shows nothing on its page */
    static Quality measure(Artwork artwork, Digitized digitized) {
        return new QualityMeter(artwork, digitized).quality();
    }

    /** Where the drawing lies in the measures' pixels. */
    PageRaster raster() {
        return raster;
    }

    /** Where our intake sees something of the drawing. */
    boolean[] drawing() {
        return drawing.clone();
    }

    /**
     * What of a drawing is sewn, what is told not to be, and of what nobody hears.
     *
     * @param shown where another program shows something of the drawing
     */
    SewnOrNamed sewnOrNamed(boolean[] shown) {
        return SewnOrNamed.of(shown, thread, seen, findings, raster);
    }

    /** The density that 99 of 100 squares stay below, of those that are at least half drawing: for shapes without inside. */
    static double density99OfHalves(Artwork artwork, Digitized digitized) {
        QualityMeter meter = new QualityMeter(artwork, digitized);
        DensityMap density = new DensityMap(meter.raster);
        density.add(meter.sewn, Distances.straight(meter.drawing, meter.raster.width(), meter.raster.height()), 0);
        return Quality.quantile(density.covered(meter.drawing, 0.5), 0.99);
    }

    /** @throws IllegalArgumentException when the drawing shows nothing on its page */
    Quality quality() {
        int area = count(drawing);
        if (area == 0) {
            throw new IllegalArgumentException("Nothing of the drawing is to be seen on its page");
        }
        boolean[] bare = without(drawing, thread);
        boolean[] inner = Distances.shrunk(drawing, raster.width(), raster.height(), raster.wholePixels(EDGE_MM));
        double widest = 0;
        float[] toThread = Distances.straight(thread, raster.width(), raster.height());
        for (int i = 0; i < drawing.length; i++) {
            widest = drawing[i] ? Math.max(widest, 2 * toThread[i] / raster.pxPerMm()) : widest;
        }
        DensityMap density = new DensityMap(raster);
        float[] toDrawing = Distances.straight(drawing, raster.width(), raster.height());
        double outside = density.add(sewn, toDrawing, OUTSIDE_MM * raster.pxPerMm());
        double[] inside = density.inside(drawing);
        double[] lengths = sewn.pieces().stream()
                .mapToDouble(SewnThread.Piece::length)
                .sorted()
                .toArray();
        double total = Arrays.stream(lengths).sum();
        int wrong = wrongColor();
        int bareArea = count(bare);
        double mm2 = area / (raster.pxPerMm() * raster.pxPerMm());
        return new Quality(
                sewn.holes().size(),
                sewn.trims(),
                sewn.colorChanges(),
                sewn.floats(),
                mm2,
                total / mm2,
                percent(bareArea, area),
                percent(count(without(inner, thread)), count(inner)),
                widest,
                edge95(),
                percent(outside, total),
                Quality.quantile(inside, 0.99),
                density.densest(),
                unevenness(inside),
                density.mostHoles(),
                density.squaresWithMoreHolesThan(MOST_HOLES),
                percent(below(lengths, 0.3), lengths.length),
                percent(below(lengths, 0.5), lengths.length),
                lengths.length == 0 ? 0 : lengths[lengths.length - 1],
                percent(wrong, area),
                percent(wrong + bareArea, area),
                sewn.holes().size() / 800.0 + (6 * sewn.trims() + 12 * sewn.colorChanges()) / 60.0);
    }

    /** Closing small notches first: the eye does not see the ends of single threads. */
    private double edge95() {
        int width = raster.width();
        int height = raster.height();
        int small = raster.wholePixels(EDGE_MM);
        boolean[] closed = Distances.shrunk(Distances.grown(thread, width, height, small), width, height, small);
        float[] toRim = Distances.straight(Distances.rim(closed, width, height), width, height);
        boolean[] rim = Distances.rim(drawing, width, height);
        double[] errors = new double[count(rim)];
        int n = 0;
        for (int i = 0; i < rim.length; i++) {
            if (rim[i]) {
                errors[n++] = toRim[i] / raster.pxPerMm();
            }
        }
        Arrays.sort(errors);
        return Quality.quantile(errors, 0.95);
    }

    private int wrongColor() {
        boolean[] inner = Distances.shrunk(drawing, raster.width(), raster.height(), 1);
        List<ThreadColor> threads = pattern.threads();
        int wrong = 0;
        for (int i = 0; i < inner.length; i++) {
            if (inner[i]
                    && thread[i]
                    && apart(seen.rgb(i), threads.get(cover.block(i)).rgb()) > DIFFERENT_RGB) {
                wrong++;
            }
        }
        return wrong;
    }

    private static double apart(int a, int b) {
        int red = (a >> 16 & 0xFF) - (b >> 16 & 0xFF);
        int green = (a >> 8 & 0xFF) - (b >> 8 & 0xFF);
        int blue = (a & 0xFF) - (b & 0xFF);
        return Math.sqrt(red * red + green * green + blue * blue);
    }

    private static double unevenness(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        if (mean == 0) {
            return 0;
        }
        double variance = Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0);
        return Math.sqrt(variance) / mean;
    }

    private static int below(double[] sorted, double limit) {
        int n = 0;
        // Lengths of stitches on a grid of tenths: 0.3 mm must not fall below itself by rounding.
        while (n < sorted.length && sorted[n] < limit - 1e-9) {
            n++;
        }
        return n;
    }

    private static boolean[] without(boolean[] set, boolean[] other) {
        boolean[] rest = new boolean[set.length];
        for (int i = 0; i < set.length; i++) {
            rest[i] = set[i] && !other[i];
        }
        return rest;
    }

    private static int count(boolean[] set) {
        int n = 0;
        for (boolean b : set) {
            n += b ? 1 : 0;
        }
        return n;
    }

    private static double percent(double part, double whole) {
        return whole == 0 ? 0 : 100 * part / whole;
    }
}
