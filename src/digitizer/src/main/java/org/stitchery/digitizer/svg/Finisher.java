package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.artwork.ArtworkShape;
import org.stitchery.digitizer.artwork.ArtworkShape.Fill;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;
import org.stitchery.digitizer.artwork.ArtworkShape.Region;
import org.stitchery.digitizer.artwork.ArtworkShape.Stroke;
import org.stitchery.digitizer.artwork.Contour;
import org.stitchery.embroidery.model.Finding.Severity;

/**
 * Gives drawn shapes their final scale: flattens curves, cuts dashes, turns uneven strokes into areas, and leaves out
 * what cannot be seen. Used once for each scale.
 */
final class Finisher {

    /** So many points lying on top of each other in one drawing are worth telling. */
    private static final int MANY_MERGED = 1_000;

    private final Matrix scale;
    private final @Nullable Box page;
    private final FindingList findings;
    private final Deadline deadline;
    private final Flattener flattener;
    private final Dasher dasher;
    private final Map<DrawnShape.Clip, Region> regions = new IdentityHashMap<>();
    private final Map<DrawnShape.Clip, Box> regionBoxes = new IdentityHashMap<>();

    /**
     * @param scale from page millimetres as drawn to final millimetres
     * @param page in final millimetres; null when it has no borders
     */
    Finisher(Matrix scale, @Nullable Box page, IntakeBudget budget, Deadline deadline, FindingList findings) {
        this.scale = scale;
        this.page = page;
        this.findings = findings;
        this.deadline = deadline;
        this.flattener = new Flattener(budget.points(), deadline);
        this.dasher = new Dasher(budget.dashesPerPath(), deadline);
    }

    List<ArtworkShape> finish(List<DrawnShape> drawn) {
        List<ArtworkShape> out = new ArrayList<>(drawn.size());
        for (DrawnShape shape : drawn) {
            one(shape, out);
        }
        if (flattener.merged() >= MANY_MERGED) {
            findings.about(
                    Severity.INFO,
                    FindingCode.DEGENERATE,
                    "The drawing has " + flattener.merged()
                            + " points too close together to be sewn apart; they were merged.");
        }
        return out;
    }

    private void one(DrawnShape shape, List<ArtworkShape> out) {
        Matrix toFinal = scale.times(shape.toPage());
        DrawnShape.Line line = shape.stroke();
        List<Polyline> outline = flattener.flatten(shape.outline(), toFinal, Contour.FLATNESS_MM);
        Fill fill = shape.fill() == null || !hasArea(outline)
                ? null
                : new Fill(shape.fill().rgb(), shape.fill().opacity(), shape.fillRule());
        int before = out.size();
        if (line == null) {
            add(shape, outline, fill, null, out);
        } else {
            stroked(shape, line, outline, fill, out);
        }
        if (out.size() == before
                && !findings.has(FindingCode.CLIPPED_AWAY, shape.name())
                && !findings.has(FindingCode.OUTSIDE_PAGE, shape.name())) {
            findings.note(
                    FindingCode.DEGENERATE,
                    shape.name(),
                    "This element has no size or draws nothing, so it is left out.");
        }
    }

    private void stroked(
            DrawnShape shape,
            DrawnShape.Line line,
            List<Polyline> outline,
            @Nullable Fill fill,
            List<ArtworkShape> out) {
        Matrix space = scale.times(line.space());
        boolean even = StrokeFinisher.isEven(space);
        boolean plain = line.dashes().length == 0;
        Stroke stroke = stroke(line, line.width() * space.meanScale());
        if (even && plain) {
            List<Polyline> seen = withoutLoosePoints(outline, line);
            if (fill != null || !seen.isEmpty()) {
                add(shape, fill == null ? seen : outline, fill, seen.isEmpty() ? null : stroke, out);
            }
            return;
        }
        List<Polyline> lines = StrokeFinisher.lines(
                shape.outline(),
                StrokeFinisher.toSpace(shape, line),
                line,
                Contour.FLATNESS_MM / space.largestScale(),
                flattener,
                dasher);
        add(shape, outline, fill, null, out);
        if (lines.isEmpty()) {
            return;
        }
        if (even) {
            add(shape, lines.stream().map(l -> l.transformed(space)).toList(), null, stroke, out);
            return;
        }
        double half = Contour.FLATNESS_MM / 2;
        Outline area = StrokeOutliner.outline(lines, line, half / space.largestScale(), deadline);
        List<Polyline> rings = flattener.flatten(area, space, half);
        add(shape, rings, new Fill(line.ink().rgb(), line.ink().opacity(), FillRule.NONZERO), null, out);
    }

    private static Stroke stroke(DrawnShape.Line line, double widthMm) {
        return new Stroke(line.ink().rgb(), line.ink().opacity(), widthMm, line.cap(), line.join(), line.miterLimit());
    }

    private static List<Polyline> withoutLoosePoints(List<Polyline> outline, DrawnShape.Line line) {
        if (line.cap() != ArtworkShape.Cap.BUTT) {
            return outline;
        }
        return outline.stream().filter(l -> l.size() > 1).toList();
    }

    private static boolean hasArea(List<Polyline> lines) {
        for (Polyline line : lines) {
            if (line.size() > 2) {
                return true;
            }
        }
        return false;
    }

    /** Adds a shape unless nothing of it can be seen. */
    private void add(
            DrawnShape shape,
            List<Polyline> lines,
            @Nullable Fill fill,
            @Nullable Stroke stroke,
            List<ArtworkShape> out) {
        if (lines.isEmpty() || (fill == null && stroke == null)) {
            return;
        }
        List<Contour> contours = lines.stream().map(Polyline::toContour).toList();
        Box box = DrawnExtents.of(new ArtworkShape(shape.name(), contours, fill, stroke, List.of()));
        List<Region> clips = new ArrayList<>(shape.clips().size());
        if (page != null && !page.contains(box)) {
            if (!page.overlaps(box)) {
                findings.note(
                        FindingCode.OUTSIDE_PAGE,
                        shape.name(),
                        "This lies outside the page and is not seen, so it is left out. Move it onto the page.");
                return;
            }
            clips.add(region(Outline.rectangle(page), FillRule.NONZERO, Matrix.IDENTITY));
        }
        for (DrawnShape.Clip clip : shape.clips()) {
            Region region = regions.computeIfAbsent(clip, c -> region(c.outline(), c.rule(), scale));
            Box around = regionBoxes.computeIfAbsent(clip, c -> c.outline().bounds(scale));
            if (region.contours().isEmpty() || !around.overlaps(box)) {
                findings.note(
                        FindingCode.CLIPPED_AWAY,
                        shape.name(),
                        "This is cut away by its clipping path or mask, so nothing of it is sewn.");
                return;
            }
            if (!(isRectangle(region) && around.contains(box))) {
                clips.add(region);
            }
        }
        out.add(new ArtworkShape(shape.name(), contours, fill, stroke, clips, shape.hints()));
    }

    private Region region(Outline outline, FillRule rule, Matrix m) {
        List<Contour> contours = new ArrayList<>();
        for (Polyline line : flattener.flatten(outline, m, Contour.FLATNESS_MM)) {
            if (line.size() > 2) {
                contours.add(new Contour(line.xy(), true));
            }
        }
        return new Region(contours, rule);
    }

    private static boolean isRectangle(Region region) {
        if (region.contours().size() != 1 || region.contours().get(0).size() != 4) {
            return false;
        }
        Contour c = region.contours().get(0);
        for (int i = 0; i < 4; i++) {
            int j = (i + 1) % 4;
            if (Math.abs(c.x(i) - c.x(j)) > 1e-9 && Math.abs(c.y(i) - c.y(j)) > 1e-9) {
                return false;
            }
        }
        return true;
    }
}
