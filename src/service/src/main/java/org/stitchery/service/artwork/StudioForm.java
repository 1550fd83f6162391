package org.stitchery.service.artwork;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.fabric.FabricRecipe;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.embroidery.model.Hoop;
import org.stitchery.embroidery.thread.Palettes;

/**
 * What the studio page offers, and what is chosen on it at first.
 *
 * @param title of the drawing or pattern
 * @param action where the form goes
 * @param picture of the pattern, null for a drawing that has none yet
 * @param aspect height over width of what is drawn, 0 while unknown
 * @param leastMm end of the size slider
 * @param mostMm end of the size slider
 * @param chosen what is chosen at first; its hoop {@value #SMALLEST} is "the smallest that fits"
 * @param colours of the drawing, empty while unknown
 */
record StudioForm(
        String title,
        String action,
        @Nullable String picture,
        double aspect,
        long leastMm,
        long mostMm,
        Chosen chosen,
        List<String> colours) {

    /** The choice that leaves the hoop to us. */
    static final String SMALLEST = "smallest";

    StudioForm {
        colours = List.copyOf(colours);
    }

    /** What is chosen at first. */
    record Chosen(long widthMm, String fabric, String palette, String hoop) {

        static Chosen usual(double widthMm) {
            return new Chosen(
                    Math.round(widthMm), FabricRecipes.standard().name(), Palettes.STITCHERY_40.name(), SMALLEST);
        }
    }

    public List<FabricRecipe> fabrics() {
        return FabricRecipes.all();
    }

    public List<String> palettes() {
        return Palettes.all().stream().map(palette -> palette.name()).toList();
    }

    public List<Hoop> hoops() {
        return Hoops.all();
    }
}
