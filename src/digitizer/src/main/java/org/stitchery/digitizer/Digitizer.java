package org.stitchery.digitizer;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.check.SewnCheck;
import org.stitchery.digitizer.classify.Region;
import org.stitchery.digitizer.classify.Regions;
import org.stitchery.digitizer.classify.ThreadChoice;
import org.stitchery.digitizer.geometry.CrossingBudget;
import org.stitchery.digitizer.geometry.PaintedPiece;
import org.stitchery.digitizer.geometry.Painting;
import org.stitchery.digitizer.geometry.Visible;
import org.stitchery.digitizer.sequence.Rounded;
import org.stitchery.digitizer.sequence.Sequencer;
import org.stitchery.digitizer.sequence.StitchPlan;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;

/**
 * Turns a drawing into stitches, without asking anybody anything.
 *
 * <p>Same artwork and settings, same bytes: on every machine, in every thread. Holds no state; safe to share.
 */
public final class Digitizer {

    private final DigitizeBudget budget;

    /** With the standard budget. */
    public Digitizer() {
        this(DigitizeBudget.STANDARD);
    }

    public Digitizer(DigitizeBudget budget) {
        this.budget = budget;
    }

    /**
     * Digitizes.
     *
     * @throws DigitizingException when the design would cost more than the budget allows
     * @throws java.util.concurrent.CancellationException when {@code progress} ends the work
     */
    public Digitized digitize(Artwork artwork, DigitizeSettings settings, Progress progress) {
        List<Finding> findings = new ArrayList<>(artwork.findings());
        Runnable pause = () -> progress.at(0);
        List<PaintedPiece> pieces = Painting.of(artwork, new CrossingBudget(budget.crossings()), findings, pause);
        List<Geometry> visible = Visible.of(pieces, pause);
        ThreadChoice choice = new ThreadChoice(settings.threads());
        int[] threads = pieces.stream().mapToInt(p -> choice.nearest(p.rgb())).toArray();
        List<Region> regions = Regions.of(pieces, threads, visible);
        StitchPlan plan = new Sequencer(settings.fabric(), choice::thread, pause).plan(regions);
        Rounded rounded = Rounded.of(plan.relieved(), settings.name());
        if (plan.blocks().isEmpty()) {
            findings.add(Finding.of(Severity.ERROR, "NOTHING_TO_SEW", "The drawing has nothing that can be sewn."));
        } else if (!settings.hoop().holds(rounded.pattern().extents())) {
            findings.add(Finding.of(
                    Severity.ERROR,
                    "OUTSIDE_HOOP",
                    String.format(
                            java.util.Locale.ROOT,
                            "The design is %.1f x %.1f mm, the hoop %s takes %.0f x %.0f mm. Please make it smaller or choose a larger hoop.",
                            rounded.pattern().extents().widthMm(),
                            rounded.pattern().extents().heightMm(),
                            settings.hoop().name(),
                            settings.hoop().widthMm(),
                            settings.hoop().heightMm())));
        }
        findings.addAll(SewnCheck.findings(pieces, threads, rounded, blockThreads(plan, choice), pause));
        progress.at(1);
        return new Digitized(rounded.pattern(), rounded.originXMm(), rounded.originYMm(), findings);
    }

    private static int[] blockThreads(StitchPlan plan, ThreadChoice choice) {
        return plan.blocks().stream()
                .mapToInt(block -> choice.indexOf(block.thread()))
                .toArray();
    }
}
