package org.stitchery.digitizer.stitch;

import java.util.List;
import org.stitchery.digitizer.artwork.SewingHints;
import org.stitchery.digitizer.fabric.FabricRecipe;
import org.stitchery.digitizer.fabric.Underlay;

/** A fabric's recipe as one element's file wants it changed. */
final class Wishes {

    private static final double UNDERLAY_ROWS_MM = 1.2;

    private Wishes() {}

    /**
     * The recipe this element is sewn by.
     *
     * @param hints the element's wishes; what they leave open stays as the fabric has it
     */
    static FabricRecipe applied(SewingHints hints, FabricRecipe recipe) {
        if (hints.equals(SewingHints.NONE)) {
            return recipe;
        }
        double row = hints.rowSpacingMm() == null ? recipe.rowSpacingMm() : hints.rowSpacingMm();
        double satin = hints.rowSpacingMm() == null ? recipe.satinSpacingMm() : hints.rowSpacingMm();
        double stitch = hints.stitchMm() == null ? recipe.fillStitchMm() : hints.stitchMm();
        boolean pull = hints.pullMm() != null;
        double pullMm = hints.pullMm() == null ? recipe.pullCompensationMm() : hints.pullMm();
        List<Underlay> satinUnderlay = recipe.satinUnderlay();
        List<Underlay> fillUnderlay = recipe.fillUnderlay();
        double underlayRows = recipe.underlaySpacingMm();
        if (hints.underlay() != null) {
            boolean wanted = hints.underlay();
            satinUnderlay = !wanted
                    ? List.of()
                    : satinUnderlay.isEmpty() ? List.of(Underlay.CENTRE, Underlay.ZIGZAG) : satinUnderlay;
            fillUnderlay = !wanted ? List.of() : fillUnderlay.isEmpty() ? List.of(Underlay.ROWS) : fillUnderlay;
            underlayRows = !wanted ? 0 : underlayRows > 0 ? underlayRows : UNDERLAY_ROWS_MM;
        }
        return new FabricRecipe(
                recipe.name(),
                row,
                satin,
                stitch,
                pullMm,
                pull ? 0 : recipe.pullPerMm(),
                pull ? pullMm : recipe.mostPullMm(),
                satinUnderlay,
                fillUnderlay,
                underlayRows,
                recipe.shortestStitchMm(),
                recipe.needle(),
                recipe.backing(),
                recipe.topping(),
                recipe.advice());
    }
}
