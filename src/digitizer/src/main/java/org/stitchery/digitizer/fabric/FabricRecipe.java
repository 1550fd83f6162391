package org.stitchery.digitizer.fabric;

import java.util.List;

/**
 * Density, underlay and compensation for one fabric, with 40 weight thread. Lengths in millimetres.
 *
 * @param name how people call it and choose it: {@code twill}, {@code towel}
 * @param rowSpacingMm distance of tatami rows
 * @param satinSpacingMm distance of needle points on one side of a satin column
 * @param fillStitchMm length of a tatami stitch
 * @param pullCompensationMm how far each end of a stitch of usual length, {@value #USUAL_WIDTH_MM} mm, is moved outwards
 * @param pullPerMm how much more for each millimetre that a stitch is longer, and less where it is shorter
 * @param mostPullMm more than this would show as a frayed edge
 * @param satinUnderlay what goes under columns, in sewing order
 * @param fillUnderlay what goes under fills, in sewing order; empty for none
 * @param underlaySpacingMm distance of tatami underlay rows
 * @param shortestStitchMm shorter stitches cut this cloth or its thread
 * @param needle size and point
 * @param backing what is hooped behind it, for the work order
 * @param topping what lies over it, empty for nothing
 * @param advice a sentence for the person at the machine
 */
public record FabricRecipe(
        String name,
        double rowSpacingMm,
        double satinSpacingMm,
        double fillStitchMm,
        double pullCompensationMm,
        double pullPerMm,
        double mostPullMm,
        List<Underlay> satinUnderlay,
        List<Underlay> fillUnderlay,
        double underlaySpacingMm,
        double shortestStitchMm,
        String needle,
        String backing,
        String topping,
        String advice) {

    /** Stitches of this length have the plain pull compensation: a usual tatami stitch. */
    public static final double USUAL_WIDTH_MM = 4;

    private static final double LEAST_SHARE = 0.8;

    public FabricRecipe {
        satinUnderlay = List.copyOf(satinUnderlay);
        fillUnderlay = List.copyOf(fillUnderlay);
        if (!(rowSpacingMm > 0 && satinSpacingMm > 0 && fillStitchMm > 0 && pullCompensationMm >= 0)) {
            throw new IllegalArgumentException("The recipe " + name + " needs spacings and stitch length above zero");
        }
    }

    /** A recipe of one's own: satin as dense as rows, the same compensation for all widths, usual needle. */
    public FabricRecipe(
            String name,
            double rowSpacingMm,
            double fillStitchMm,
            double pullCompensationMm,
            double underlaySpacingMm,
            boolean edgeRun,
            String backing,
            String topping) {
        this(
                name,
                rowSpacingMm,
                rowSpacingMm,
                fillStitchMm,
                pullCompensationMm,
                0,
                pullCompensationMm,
                List.of(Underlay.CENTRE, Underlay.EDGE, Underlay.ZIGZAG),
                edgeRun ? List.of(Underlay.EDGE, Underlay.ROWS) : List.of(Underlay.ROWS),
                underlaySpacingMm,
                0.5,
                "75/11",
                backing,
                topping,
                "");
    }

    /** True when an edge run is sewn under fills. */
    public boolean edgeRun() {
        return fillUnderlay.contains(Underlay.EDGE);
    }

    /** How far each end of a stitch of this length is moved outwards: long ones draw the cloth together more. */
    public double pullCompensationMm(double widthMm) {
        double wanted = pullCompensationMm + pullPerMm * (widthMm - USUAL_WIDTH_MM);
        return Math.max(LEAST_SHARE * pullCompensationMm, Math.min(Math.max(mostPullMm, pullCompensationMm), wanted));
    }

    /** The same cloth with satin more open or closer. */
    public FabricRecipe withSatinSpacing(double mm) {
        return new FabricRecipe(
                name,
                rowSpacingMm,
                mm,
                fillStitchMm,
                pullCompensationMm,
                pullPerMm,
                mostPullMm,
                satinUnderlay,
                fillUnderlay,
                underlaySpacingMm,
                shortestStitchMm,
                needle,
                backing,
                topping,
                advice);
    }

    /** The same cloth sewn with another thread: spacings go with the thread's width, and finer thread with its needle. */
    public FabricRecipe with(ThreadWeight thread) {
        if (thread == ThreadWeight.W40) {
            return this;
        }
        return new FabricRecipe(
                name,
                rowSpacingMm * thread.spacing(),
                satinSpacingMm * thread.spacing(),
                fillStitchMm,
                pullCompensationMm,
                pullPerMm,
                mostPullMm,
                satinUnderlay,
                fillUnderlay,
                underlaySpacingMm * thread.spacing(),
                shortestStitchMm,
                thread.needle(),
                backing,
                topping,
                advice);
    }
}
