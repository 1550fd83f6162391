package org.stitchery.service.artwork;

import java.time.Duration;
import java.util.List;
import org.stitchery.digitizer.fabric.FabricRecipe;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.embroidery.sewing.SewingEstimate;

/**
 * A design in numbers.
 *
 * @param stitches needle penetrations
 * @param trims thread cuts
 * @param colours different threads
 * @param threads the thread of each colour block, in the order they are sewn
 * @param widthMm of the box around all penetrations
 * @param heightMm of the box around all penetrations
 * @param sewing estimated time at a usual machine, hooping not included
 * @param threadMetres upper thread of all colours together
 * @param backing what is hooped behind
 * @param topping what lies over it, empty for nothing
 */
public record DesignFigures(
        int stitches,
        int trims,
        int colours,
        List<ThreadColor> threads,
        double widthMm,
        double heightMm,
        Duration sewing,
        double threadMetres,
        String backing,
        String topping) {

    public DesignFigures {
        threads = List.copyOf(threads);
    }

    /** The numbers of a design. */
    public static DesignFigures of(DesignRecord design) {
        StitchPattern pattern = design.pattern();
        Extents box = pattern.extents();
        SewingEstimate estimate = SewingEstimate.of(pattern);
        FabricRecipe recipe = FabricRecipes.named(design.fabric()).orElseGet(FabricRecipes::standard);
        return new DesignFigures(
                pattern.count(StitchCommand.STITCH),
                pattern.count(StitchCommand.TRIM),
                (int) pattern.threads().stream().distinct().count(),
                pattern.threads(),
                box.widthMm(),
                box.heightMm(),
                estimate.machineTime(),
                estimate.threadMm() / 1000,
                recipe.backing(),
                recipe.topping());
    }

    /** Begun minutes at the machine, at least one. */
    public long wholeMinutes() {
        return Math.max(1, (sewing.toSeconds() + 59) / 60);
    }
}
