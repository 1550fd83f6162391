package org.stitchery.digitizer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.artwork.Contour;
import org.stitchery.digitizer.classify.Region;
import org.stitchery.digitizer.classify.Regions;
import org.stitchery.digitizer.classify.RowAngle;
import org.stitchery.digitizer.classify.RunningStitch;
import org.stitchery.digitizer.classify.StitchObject;
import org.stitchery.digitizer.classify.TatamiFill;
import org.stitchery.digitizer.classify.ThreadChoice;
import org.stitchery.digitizer.geometry.CrossingBudget;
import org.stitchery.digitizer.geometry.Grid;
import org.stitchery.digitizer.geometry.PaintedPiece;
import org.stitchery.digitizer.geometry.Painting;
import org.stitchery.digitizer.geometry.Visible;
import org.stitchery.digitizer.sequence.ColorBlock;
import org.stitchery.digitizer.sequence.Rounded;
import org.stitchery.digitizer.sequence.StitchPlan;
import org.stitchery.digitizer.stitch.Needlework;
import org.stitchery.digitizer.stitch.Strand;
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
        Map<Integer, Strand.Writer> byThread = new LinkedHashMap<>();
        for (Region region : regions) {
            Strand.Writer out = byThread.computeIfAbsent(region.thread(), t -> new Strand.Writer());
            for (StitchObject object : objects(region)) {
                out.cut();
                Needlework.sew(object, settings.fabric(), 0, 0, out);
            }
            out.cut();
        }
        List<ColorBlock> blocks = new ArrayList<>();
        byThread.forEach((thread, out) -> blocks.add(new ColorBlock(
                choice.thread(thread),
                out.strands().stream()
                        .map(org.stitchery.digitizer.sequence.Ties::tied)
                        .toList())));
        Rounded rounded = Rounded.of(new StitchPlan(blocks), settings.name());
        if (blocks.isEmpty()) {
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
        progress.at(1);
        return new Digitized(rounded.pattern(), rounded.originXMm(), rounded.originYMm(), findings);
    }

    private static List<StitchObject> objects(Region region) {
        List<StitchObject> objects = new ArrayList<>();
        if (region.stroke() != null && region.stroke().widthMm() < 0.8) {
            for (Contour contour : region.lines()) {
                double[] line = new double[2 * contour.size()];
                for (int i = 0; i < contour.size(); i++) {
                    line[2 * i] = contour.x(i);
                    line[2 * i + 1] = contour.y(i);
                }
                objects.add(new RunningStitch(
                        region.thread(),
                        region.element(),
                        region.visible(),
                        line,
                        contour.closed(),
                        region.stroke().widthMm()));
            }
            return objects;
        }
        for (Polygon polygon : Grid.polygons(region.visible(), 0)) {
            objects.add(new TatamiFill(region.thread(), region.element(), polygon, RowAngle.of(polygon)));
        }
        return objects;
    }
}
