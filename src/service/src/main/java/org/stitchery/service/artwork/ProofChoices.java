package org.stitchery.service.artwork;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.DigitizeSettings;
import org.stitchery.digitizer.fabric.FabricRecipe;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.digitizer.lettering.Inscription;
import org.stitchery.digitizer.worker.Wishes;
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
 * @param cloth its colour, null when nobody said
 * @param words to be sewn beside the drawing, null for none
 * @param leastLineMm thinner lines are drawn so wide, 0 leaves them as they are
 * @param onlyThreads codes of the chart's threads that may be used, empty for all
 */
public record ProofChoices(
        double widthMm,
        String fabric,
        String palette,
        String hoop,
        @Nullable ClothColor cloth,
        @Nullable Inscription words,
        double leastLineMm,
        List<String> onlyThreads) {

    /** Smaller than this nothing but a dot can be sewn. */
    public static final double NARROWEST_MM = 10;

    /** The largest hoop we know. */
    public static final double WIDEST_MM = 400;

    /** The drawing alone, on any cloth, as it is. */
    public ProofChoices(double widthMm, String fabric, String palette, String hoop) {
        this(widthMm, fabric, palette, hoop, null, null, 0, List.of());
    }

    public ProofChoices {
        onlyThreads = List.copyOf(onlyThreads);
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
        ThreadPalette chart = Palettes.byName(palette).orElseThrow();
        return new DigitizeSettings(
                name,
                recipe(),
                onlyThreads.isEmpty()
                        ? chart.threads()
                        : chart.only(onlyThreads).threads(),
                Hoops.named(hoop).orElseThrow());
    }

    /** What is wanted beyond the plain drawing, and advice. */
    Wishes wishes() {
        return new Wishes(words, leastLineMm, cloth == null ? null : cloth.rgb(), true);
    }

    ProofChoices withWords(@Nullable Inscription other) {
        return new ProofChoices(widthMm, fabric, palette, hoop, cloth, other, leastLineMm, onlyThreads);
    }

    ProofChoices withHoop(String other) {
        return new ProofChoices(widthMm, fabric, palette, other, cloth, words, leastLineMm, onlyThreads);
    }

    ProofChoices withLeastLineMm(double mm) {
        return new ProofChoices(widthMm, fabric, palette, hoop, cloth, words, mm, onlyThreads);
    }

    ProofChoices withOnlyThreads(List<String> codes) {
        return new ProofChoices(widthMm, fabric, palette, hoop, cloth, words, leastLineMm, codes);
    }
}
