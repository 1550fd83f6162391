package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Parts a gradient into bands of one colour each: as few as keep each band's colours so near to each other that its mean
 * stands for all of them, none too narrow to be sewn well. A gradient that fades out ends where it is too faint.
 */
final class GradientBands {

    /** Straight distance in RGB from end to end of a band: half of it is hardly seen beside the mean. */
    private static final double SPAN = 90;

    /** More threads in one shape are not worth changing for. */
    private static final int MOST = 6;

    /** Narrower than this rows bunch up at the edges: taste, a little more than the narrowest fill. */
    private static final double NARROWEST_MM = 2;

    private static final int STEPS = 96;

    private final Gradient gradient;
    private final double[] xy;
    private final double[] offsets;
    private final Box reach;

    /**
     * @param xy points spread over what is painted, x and y in turn
     * @param reach a box that what is painted does not leave
     */
    GradientBands(Gradient gradient, double[] xy, Box reach) {
        this.gradient = gradient;
        this.xy = xy;
        this.reach = reach;
        this.offsets = new double[xy.length / 2];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = gradient.offset(xy[2 * i], xy[2 * i + 1]);
        }
    }

    /**
     * The bands in order along the gradient; empty when nothing of it is seen.
     *
     * @param mmPerOffset how long the whole gradient is on the page
     * @param most no more bands than this
     */
    List<PaintResolver.Coat> coats(double mmPerOffset, int most) {
        MeanColor all = new MeanColor();
        List<double[]> ranges = gradient.solidRanges();
        for (double[] range : ranges) {
            add(range[0], range[1], all);
        }
        DrawnShape.Ink mean = all.mean();
        if (mean == null) {
            return List.of();
        }
        boolean fades = gradient.fades();
        List<double[]> bands = new ArrayList<>();
        double span = SPAN;
        do {
            bands.clear();
            for (double[] range : ranges) {
                split(range[0], range[1], span, NARROWEST_MM / mmPerOffset, bands);
            }
            span *= 1.5;
        } while (bands.size() > Math.max(ranges.size(), Math.min(MOST, most)));
        List<PaintResolver.Coat> coats = new ArrayList<>();
        for (double[] band : bands) {
            MeanColor own = new MeanColor();
            add(band[0], band[1], own);
            DrawnShape.Ink ink = own.mean();
            if (ink != null) {
                boolean whole = band[0] == Double.NEGATIVE_INFINITY && band[1] == Double.POSITIVE_INFINITY;
                Outline within = whole ? null : gradient.band(band[0], band[1], reach);
                coats.add(new PaintResolver.Coat(ink, within, fades ? mean.opacity() : 1));
            }
        }
        return coats;
    }

    private void add(double from, double to, MeanColor mean) {
        for (int i = 0; i < offsets.length; i++) {
            // A place that no circle of a radial gradient passes through is not painted.
            if (offsets[i] >= from && offsets[i] < to) {
                mean.add(gradient.argb(xy[2 * i], xy[2 * i + 1]));
            }
        }
    }

    /** Cuts where the colour has gone too far from where the band began. */
    private void split(double from, double to, double span, double narrowest, List<double[]> bands) {
        double[] inside =
                Arrays.stream(offsets).filter(t -> t >= from && t < to).sorted().toArray();
        if (inside.length == 0) {
            return;
        }
        double first = Math.max(0, inside[0]);
        double last = Math.min(1, inside[inside.length - 1]);
        double total = 0;
        double[] gone = new double[STEPS + 1];
        for (int i = 1; i <= STEPS; i++) {
            int before = gradient.argbAt(first + (last - first) * (i - 1) / STEPS);
            total += apart(before, gradient.argbAt(first + (last - first) * i / STEPS));
            gone[i] = total;
        }
        int count = (int) Math.max(1, Math.ceil(total / span));
        double begin = from;
        double latest = first;
        for (int k = 1; k < count; k++) {
            int step = 0;
            while (step < STEPS && gone[step] < total * k / count) {
                step++;
            }
            double cut = first + (last - first) * step / STEPS;
            if (cut - latest >= narrowest && last - cut >= narrowest) {
                bands.add(new double[] {begin, cut});
                begin = cut;
                latest = cut;
            }
        }
        bands.add(new double[] {begin, to});
    }

    /** How far apart two colours look on whatever lies below, white or black. */
    private static double apart(int a, int b) {
        return Math.max(apart(a, b, 0xFFFFFF), apart(a, b, 0));
    }

    private static double apart(int a, int b, int under) {
        int x = MeanColor.blend(ink(a), under);
        int y = MeanColor.blend(ink(b), under);
        double red = (x >> 16 & 0xFF) - (y >> 16 & 0xFF);
        double green = (x >> 8 & 0xFF) - (y >> 8 & 0xFF);
        double blue = (x & 0xFF) - (y & 0xFF);
        return Math.sqrt(red * red + green * green + blue * blue);
    }

    private static DrawnShape.Ink ink(int argb) {
        return new DrawnShape.Ink(argb & 0xFFFFFF, (argb >>> 24) / 255.0);
    }
}
