package org.stitchery.digitizer.lettering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;
import org.stitchery.digitizer.Digitized;
import org.stitchery.digitizer.Progress;
import org.stitchery.digitizer.classify.Ladder;
import org.stitchery.digitizer.classify.RowDirection;
import org.stitchery.digitizer.classify.RunningStitch;
import org.stitchery.digitizer.classify.SatinColumn;
import org.stitchery.digitizer.classify.StitchObject;
import org.stitchery.digitizer.classify.TatamiFill;
import org.stitchery.digitizer.fabric.FabricRecipe;
import org.stitchery.digitizer.geometry.Grid;
import org.stitchery.digitizer.sequence.ColorBlock;
import org.stitchery.digitizer.sequence.Rounded;
import org.stitchery.digitizer.sequence.StitchPlan;
import org.stitchery.digitizer.sequence.Ties;
import org.stitchery.digitizer.stitch.Piece;
import org.stitchery.digitizer.stitch.Strand;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.Hoop;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * Sews text that was set, letter after letter in reading order.
 *
 * <p>Into each letter the thread comes where it lies closest to the one before, walks along the middle of its columns to
 * where it is closest to the next, and sews the letter from there, so that satin covers the walk and the thread ends at
 * the next letter. Where two letters are no further apart than {@value #JOIN_MM} mm the thread goes over; elsewhere it is
 * tied and cut.
 */
public final class LetterSewing {

    /** Gaps up to this are sewn over: short enough to vanish in the cloth, and less than a trim costs in looks. */
    static final double JOIN_MM = 1.0;

    /** Wider columns snag (McGraphix: 7 mm); a letter whose columns are wider is filled. */
    private static final double WIDEST_SATIN_MM = 7;

    private static final double WALK_MM = 2;

    /** Pull compensation lets satin be drawn a little narrower than it may be sewn. */
    private static final double NARROWER = 0.75;

    /** Runs follow a letter in steps of at least this: more points would only make shorter stitches. */
    private static final double RUN_STEP_MM = 0.8;

    /** Small letters need closer ones, as a share of their height, to stay round. */
    private static final double RUN_STEP_HEIGHTS = 0.13;

    /** Letters as low as this get {@value #SMALL_SPACING} times the usual spacing, those of the next height the usual. */
    private static final double SMALL_LETTER_MM = 8;

    private static final double USUAL_LETTER_MM = 13;

    private static final double SMALL_SPACING = 1.12;

    private final FabricRecipe fabric;
    private final ThreadColor color;
    private final Hoop hoop;

    public LetterSewing(FabricRecipe fabric, ThreadColor color, Hoop hoop) {
        this.fabric = fabric;
        this.color = color;
        this.hoop = hoop;
    }

    /**
     * Sews.
     *
     * @param name the design's
     * @throws java.util.concurrent.CancellationException when {@code progress} ends the work
     */
    public Digitized sew(Lettered text, String name, Progress progress) {
        FabricRecipe recipe = lighter(fabric.with(text.thread()), text.letterMm());
        List<Finding> findings = new ArrayList<>(text.findings());
        List<Part> parts = new ArrayList<>();
        for (SetLetter letter : text.letters()) {
            parts.addAll(parts(letter, text, findings));
        }
        Strand.Writer open = new Strand.Writer();
        double half = 0;
        for (int i = 0; i < parts.size(); i++) {
            progress.at((double) i / parts.size());
            half = sew(parts.get(i), i + 1 < parts.size() ? parts.get(i + 1) : null, half, recipe, open);
        }
        List<Strand> strands = open.strands().stream().map(Ties::tied).toList();
        StitchPlan plan = new StitchPlan(strands.isEmpty() ? List.of() : List.of(new ColorBlock(color, strands)), 0);
        Rounded rounded = Rounded.of(plan.relieved(), name);
        tellHoop(rounded, findings);
        progress.at(1);
        return new Digitized(rounded.pattern(), rounded.originXMm(), rounded.originYMm(), findings);
    }

    /** Columns of small letters are hardly wider than two threads: bulk fills them, and underlay takes up more of them. */
    private static FabricRecipe lighter(FabricRecipe recipe, double letterMm) {
        double share = Math.max(0, Math.min(1, (USUAL_LETTER_MM - letterMm) / (USUAL_LETTER_MM - SMALL_LETTER_MM)));
        return recipe.withSatinSpacing(recipe.satinSpacingMm() * (1 + (SMALL_SPACING - 1) * share));
    }

    private record Part(LetterPart shape, List<StitchObject> objects, boolean apart) {}

    private static List<Part> parts(SetLetter letter, Lettered text, List<Finding> findings) {
        List<Part> parts = new ArrayList<>();
        for (LetterPart shape : LetterPart.of(letter.columns())) {
            parts.add(new Part(shape, objects(shape, letter.element(), text, findings), letter.apart()));
        }
        return parts;
    }

    private static List<StitchObject> objects(LetterPart shape, String element, Lettered text, List<Finding> findings) {
        List<StitchObject> objects = new ArrayList<>();
        double widest = 0;
        for (Column column : shape.columns()) {
            widest = Math.max(widest, column.medianWidth());
        }
        if (widest > WIDEST_SATIN_MM) {
            findings.add(Finding.of(
                    Severity.INFO,
                    "LETTER_FILLED",
                    String.format(
                            Locale.ROOT,
                            "Its columns are %.1f mm wide; satin wider than %.0f mm snags, so it is filled with rows.",
                            widest,
                            WIDEST_SATIN_MM),
                    element));
            for (Polygon polygon : Grid.polygons(Lettered.area(new SetLetter(element, shape.columns())), 0.5)) {
                objects.add(new TatamiFill(0, element, polygon, RowDirection.best(polygon)));
            }
            return objects;
        }
        for (Column column : shape.columns()) {
            double width = column.medianWidth();
            double least = text.thread().narrowestSatinMm() * (text.face().sewnAsRuns() ? 1 : NARROWER);
            if (width < least) {
                objects.add(new RunningStitch(0, element, middle(column, text.letterMm()), column.closed(), width));
            } else {
                objects.add(new SatinColumn(0, element, new Ladder(column.rungs(), column.closed())));
            }
        }
        return objects;
    }

    private static double[] middle(Column column, double letterMm) {
        double step = Math.min(RUN_STEP_MM, RUN_STEP_HEIGHTS * letterMm);
        int n = column.size();
        double[] line = new double[2 * n];
        int size = 0;
        for (int i = 0; i < n; i++) {
            double x = column.middleX(i);
            double y = column.middleY(i);
            boolean last = i == n - 1 && !column.closed();
            boolean near = size > 0 && StrictMath.hypot(x - line[size - 2], y - line[size - 1]) < step;
            if (near && last && size > 2) {
                size -= 2;
            }
            if (!near || last) {
                line[size++] = x;
                line[size++] = y;
            }
        }
        return Arrays.copyOf(line, size);
    }

    /**
     * Sews one part.
     *
     * @param lastHalf half the width of the column where the thread comes from
     * @return half the width of the column where it ends
     */
    private static double sew(
            Part part, @Nullable Part after, double lastHalf, FabricRecipe recipe, Strand.Writer open) {
        LetterPart shape = part.shape();
        if (part.apart()) {
            open.cut();
        }
        int in = open.threaded() ? shape.nearest(open.x(), open.y()) : shape.nearest(-1e6, 0);
        int[] leap = after == null || after.apart() ? null : shape.closest(after.shape());
        int out = leap == null ? in : leap[0];
        if (open.threaded()) {
            double gap = StrictMath.hypot(shape.x(in) - open.x(), shape.y(in) - open.y());
            if (gap - shape.half(in) - lastHalf > JOIN_MM) {
                open.cut();
            }
        }
        if (in != out) {
            walk(shape.way(in, out), open);
        }
        Strand.Writer own = new Strand.Writer();
        double[] place = {shape.x(out), shape.y(out)};
        for (Piece piece : Piece.of(part.objects())) {
            piece.sew(place, place, recipe, own);
            own.cut();
        }
        boolean first = true;
        for (Strand strand : own.strands()) {
            if (!first) {
                open.cut();
            }
            first = false;
            open.along(strand);
        }
        return shape.half(out);
    }

    private static void walk(double[] way, Strand.Writer open) {
        double since = WALK_MM;
        for (int i = 0; i < way.length; i += 2) {
            boolean last = i + 2 >= way.length;
            if (i > 0) {
                since += StrictMath.hypot(way[i] - way[i - 2], way[i + 1] - way[i - 1]);
            }
            if (since >= WALK_MM || last && since > 0.4) {
                open.to(way[i], way[i + 1]);
                since = 0;
            }
        }
    }

    private void tellHoop(Rounded rounded, List<Finding> findings) {
        if (rounded.pattern().threads().isEmpty()) {
            findings.add(Finding.of(Severity.ERROR, "NOTHING_TO_SEW", "The text has nothing that can be sewn."));
        } else if (!hoop.holds(rounded.pattern().extents())) {
            findings.add(Finding.of(
                    Severity.ERROR,
                    "OUTSIDE_HOOP",
                    String.format(
                            Locale.ROOT,
                            "The text is %.1f x %.1f mm, the hoop %s takes %.0f x %.0f mm. Please make it smaller or choose"
                                    + " a larger hoop.",
                            rounded.pattern().extents().widthMm(),
                            rounded.pattern().extents().heightMm(),
                            hoop.name(),
                            hoop.widthMm(),
                            hoop.heightMm())));
        }
    }
}
