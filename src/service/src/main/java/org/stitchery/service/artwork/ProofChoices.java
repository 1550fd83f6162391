package org.stitchery.service.artwork;

import org.stitchery.digitizer.DigitizeSettings;
import org.stitchery.digitizer.fabric.FabricRecipe;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.embroidery.model.Hoop;
import org.stitchery.embroidery.thread.Palettes;
import org.stitchery.embroidery.thread.ThreadPalette;
import org.stitchery.service.platform.ProblemException;

/**
 * What a person chose for a drawing; every name is one we know.
 *
 * @param widthMm width of what is drawn, {@value #NARROWEST_MM} to {@value #WIDEST_MM}
 * @param fabric name of a {@link FabricRecipe}
 * @param palette name of a {@link ThreadPalette}
 * @param hoop name of a {@link Hoop}
 */
public record ProofChoices(double widthMm, String fabric, String palette, String hoop) {

    /** Smaller than this nothing but a dot can be sewn. */
    public static final double NARROWEST_MM = 10;

    /** The largest hoop we know. */
    public static final double WIDEST_MM = 400;

    public ProofChoices {
        if (!(widthMm >= NARROWEST_MM && widthMm <= WIDEST_MM)) {
            throw ProblemException.unprocessable(
                    "WIDTH_RANGE", "Choose a width from " + (int) NARROWEST_MM + " to " + (int) WIDEST_MM + " mm.");
        }
        if (FabricRecipes.named(fabric).isEmpty()) {
            throw ProblemException.unprocessable("FABRIC_UNKNOWN", "Choose one of the fabrics on the list.");
        }
        if (Palettes.byName(palette).isEmpty()) {
            throw ProblemException.unprocessable("PALETTE_UNKNOWN", "Choose one of the thread charts on the list.");
        }
        if (Hoops.named(hoop).isEmpty()) {
            throw ProblemException.unprocessable("HOOP_UNKNOWN", "Choose one of the hoops on the list.");
        }
    }

    FabricRecipe recipe() {
        return FabricRecipes.named(fabric).orElseThrow();
    }

    DigitizeSettings settings(String name) {
        return new DigitizeSettings(
                name,
                recipe(),
                Palettes.byName(palette).orElseThrow().threads(),
                Hoops.named(hoop).orElseThrow());
    }
}
