package org.stitchery.digitizer.measure;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What {@link QualityMeter} found. Shares are in percent, lengths in millimetres.
 *
 * @param stitches needle penetrations
 * @param trims thread cuts
 * @param colorChanges stops for another thread
 * @param floats uncut jumps longer than 3 mm
 * @param drawingMm2 area of what the drawing shows
 * @param threadPerArea millimetres of thread for each square millimetre of the drawing
 * @param bare share of the drawing without thread
 * @param bareInside the same without the outermost 0.3 mm
 * @param widestGap across the largest bare spot
 * @param edge95 distance of the drawing's edge to the thread's edge; 95 of 100 places are better
 * @param outside share of thread that lies more than 0.5 mm beyond the drawing
 * @param density99 millimetres of thread in a square millimetre inside; 99 of 100 squares have less
 * @param densest the most of all squares
 * @param unevenness spread of those inside as a share of their mean (1 = 100 %); 0 when there are none
 * @param mostHoles needle holes in the fullest square millimetre
 * @param crowded squares with more than 12 holes
 * @param below03 share of stitches shorter than 0.3 mm
 * @param below05 share of stitches shorter than 0.5 mm
 * @param longest stitch
 * @param wrongColor share of the drawing covered in a colour that an eye tells from its own
 * @param wrongOrBare the same with what is bare
 * @param minutes on a machine with 800 stitches a minute, 6 s for a trim, 12 s for a colour change
 */
record Quality(
        int stitches,
        int trims,
        int colorChanges,
        int floats,
        double drawingMm2,
        double threadPerArea,
        double bare,
        double bareInside,
        double widestGap,
        double edge95,
        double outside,
        double density99,
        double densest,
        double unevenness,
        int mostHoles,
        int crowded,
        double below03,
        double below05,
        double longest,
        double wrongColor,
        double wrongOrBare,
        double minutes) {

    /** One column of a table. */
    record Column(String title, int digits, ToDoubleFunction<Quality> value) {}

    /** In the order in which they are best read. */
    static List<Column> columns() {
        return List.of(
                new Column("stitches", 0, Quality::stitches),
                new Column("trims", 0, Quality::trims),
                new Column("changes", 0, Quality::colorChanges),
                new Column("floats", 0, Quality::floats),
                new Column("bare%", 2, Quality::bare),
                new Column("inside%", 2, Quality::bareInside),
                new Column("gap", 2, Quality::widestGap),
                new Column("edge95", 2, Quality::edge95),
                new Column("out%", 2, Quality::outside),
                new Column("mm/mm2", 2, Quality::threadPerArea),
                new Column("dens99", 1, Quality::density99),
                new Column("densest", 1, Quality::densest),
                new Column("cv", 2, Quality::unevenness),
                new Column("holes", 0, Quality::mostHoles),
                new Column(">12", 0, Quality::crowded),
                new Column("<0.3%", 2, Quality::below03),
                new Column("<0.5%", 2, Quality::below05),
                new Column("longest", 1, Quality::longest),
                new Column("wrong%", 2, Quality::wrongOrBare),
                new Column("minutes", 1, Quality::minutes));
    }

    /** The value in the middle; of an even count the mean of both. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return quantile(sorted, 0.5);
    }

    /** The value below which that part of the sorted values lies, between two of them in proportion; 0 for none. */
    static double quantile(double[] sorted, double part) {
        if (sorted.length == 0) {
            return 0;
        }
        double at = part * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
    }
}
