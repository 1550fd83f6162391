package org.stitchery.digitizer.fabric;

/**
 * Density, underlay and compensation for one fabric. Lengths in millimetres.
 *
 * @param name how people call it and choose it: {@code twill}, {@code towel}
 * @param rowSpacingMm distance of tatami rows; satin goes by {@link #satinSpacingMm()}
 * @param fillStitchMm length of a tatami stitch
 * @param pullCompensationMm how far each end of a satin or tatami stitch is moved outwards
 * @param underlaySpacingMm distance of tatami underlay rows
 * @param edgeRun true when an edge run is sewn under satin and fills
 * @param backing what is hooped behind it, for the work order
 * @param topping what lies over it, empty for nothing
 */
public record FabricRecipe(
        String name,
        double rowSpacingMm,
        double fillStitchMm,
        double pullCompensationMm,
        double underlaySpacingMm,
        boolean edgeRun,
        String backing,
        String topping) {

    /**
     * Distance of needle points on one side of a satin column: that of rows, because at the column's edge only the
     * points themselves lie side by side.
     */
    public double satinSpacingMm() {
        return rowSpacingMm;
    }
}
