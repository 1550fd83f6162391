package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.List;
import org.stitchery.digitizer.artwork.ArtworkShape.Cap;

/** From an outline to the lines that are really stroked: dashed, and without pieces that have no length. */
final class StrokeFinisher {

    /** Where lengths grow up to this much more in one direction than across it, a stroke counts as of even width. */
    static final double EVEN_RATIO = 1.05;

    private StrokeFinisher() {}

    /** True when the stroke stays a stroke of one width under {@code space}. */
    static boolean isEven(Matrix space) {
        return space.largestScale() <= EVEN_RATIO * space.smallestScale();
    }

    /**
     * The stroked lines in the stroke's own space.
     *
     * @param outlineToSpace from the outline's coordinates to the stroke's space
     * @param tolerance in the stroke's space
     */
    static List<Polyline> lines(
            Outline outline,
            Matrix outlineToSpace,
            DrawnShape.Line stroke,
            double tolerance,
            Flattener flattener,
            Dasher dasher) {
        List<Polyline> lines = flattener.flatten(outline, outlineToSpace, tolerance);
        if (stroke.dashes().length > 0) {
            return dasher.dash(lines, stroke.dashes(), stroke.dashOffset(), stroke.cap());
        }
        List<Polyline> seen = new ArrayList<>(lines.size());
        for (Polyline line : lines) {
            if (line.size() > 1 || stroke.cap() != Cap.BUTT) {
                seen.add(line);
            }
        }
        return seen;
    }

    /** From the outline's coordinates to the space in which its stroke is measured. */
    static Matrix toSpace(DrawnShape shape, DrawnShape.Line stroke) {
        return stroke.space().equals(shape.toPage())
                ? Matrix.IDENTITY
                : stroke.space().inverse().times(shape.toPage());
    }

    /** The area a stroke covers in page millimetres, for the nonzero rule. */
    static Outline covered(
            DrawnShape shape, DrawnShape.Line stroke, double pageTolerance, IntakeBudget budget, Deadline deadline) {
        double tolerance = pageTolerance / stroke.space().largestScale();
        List<Polyline> lines = lines(
                shape.outline(),
                toSpace(shape, stroke),
                stroke,
                tolerance,
                new Flattener(budget.points(), deadline),
                new Dasher(budget.dashesPerPath(), deadline));
        return StrokeOutliner.outline(lines, stroke, tolerance, deadline).transformed(stroke.space());
    }
}
