package org.stitchery.service.artwork;

import java.util.Arrays;
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

    /** The choice that leaves the cloth's colour open. */
    static final String ANY_CLOTH = "any";

    /** What is chosen at first. */
    record Chosen(long widthMm, String fabric, String palette, String hoop, String cloth, WordsForm words) {

        static Chosen usual(double widthMm) {
            return new Chosen(
                    Math.round(widthMm),
                    FabricRecipes.standard().name(),
                    Palettes.STITCHERY_40.name(),
                    SMALLEST,
                    ANY_CLOTH,
                    WordsForm.USUAL);
        }

        /** What somebody has chosen already and should not have to choose again. */
        static Chosen of(StudioWish wish, Chosen usual) {
            double width = ProofDesk.number(wish.width);
            return new Chosen(
                    Double.isNaN(width) ? usual.widthMm : Math.round(width),
                    wish.fabric == null ? usual.fabric : wish.fabric,
                    wish.palette == null ? usual.palette : wish.palette,
                    wish.hoop == null ? usual.hoop : wish.hoop,
                    wish.cloth == null ? usual.cloth : wish.cloth,
                    wish.asked().filled());
        }
    }

    /** The same form with what somebody has chosen already. */
    StudioForm kept(StudioWish wish) {
        return new StudioForm(title, action, picture, aspect, leastMm, mostMm, Chosen.of(wish, chosen), colours);
    }

    /** A choice with its words for people. */
    record Option(String name, String words) {}

    public List<Option> kinds() {
        return List.of(
                new Option("text", "a name or a line of text"),
                new Option(WordsForm.NAMES, "a list of names, one garment for each line"),
                new Option("monogram", "a monogram of three initials"),
                new Option("monogram_circle", "a monogram in a circle"),
                new Option("monogram_diamond", "a monogram in a diamond"));
    }

    public List<TypefaceSamples.Face> faces() {
        return TypefaceSamples.faces();
    }

    public List<String> cloths() {
        return Arrays.stream(ClothColor.values()).map(ClothColor::word).toList();
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
