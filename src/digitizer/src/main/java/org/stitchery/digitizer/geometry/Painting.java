package org.stitchery.digitizer.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.artwork.ArtworkShape;
import org.stitchery.digitizer.artwork.ArtworkShape.Fill;
import org.stitchery.digitizer.artwork.ArtworkShape.Region;
import org.stitchery.digitizer.artwork.ArtworkShape.Stroke;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;

/**
 * Paints the drawing shape by shape, lowest first, as a pen plotter would: every fill and every line becomes one
 * {@link PaintedPiece}.
 *
 * <p>Thread cannot be thin air. A coat of less than half the cover is left out with a finding, as shadows and shines
 * are; a thicker one is sewn in the colour that it shows over what lies below its middle, or over white cloth.
 */
public final class Painting {

    /** Coats thinner than this are not sewn: half cover, where the eye no longer says which of two colours it is. */
    static final double LEAST_OPACITY = 0.5;

    /** Below this the machine could not take a single stitch. */
    private static final double LEAST_AREA_MM2 = 0.01;

    /** Parts without area told each; of more only the number. */
    private static final int MOST_TOLD = 10;

    private final CrossingBudget budget;
    private final List<Finding> findings;
    private int empty;
    private final List<PaintedPiece> pieces = new ArrayList<>();

    private Painting(CrossingBudget budget, List<Finding> findings) {
        this.budget = budget;
        this.findings = findings;
    }

    /**
     * All pieces, lowest first.
     *
     * @param findings receives what is left out
     */
    public static List<PaintedPiece> of(
            Artwork artwork, CrossingBudget budget, List<Finding> findings, Runnable betweenShapes) {
        Painting painting = new Painting(budget, findings);
        for (ArtworkShape shape : artwork.shapes()) {
            betweenShapes.run();
            painting.add(shape);
        }
        painting.tellTheRest();
        return painting.pieces;
    }

    private void add(ArtworkShape shape) {
        Fill fill = shape.fill();
        Stroke stroke = shape.stroke();
        int before = pieces.size();
        boolean thin = false;
        if (fill != null) {
            if (fill.opacity() < LEAST_OPACITY) {
                thin = fill.opacity() > 0;
            } else {
                Geometry area = clipped(FillArea.of(shape.contours(), fill.rule(), budget), shape);
                if (area.getArea() >= LEAST_AREA_MM2) {
                    int rgb = mixed(fill.rgb(), fill.opacity(), area);
                    pieces.add(PaintedPiece.fill(
                            shape.element(), rgb, area, shape.hints().ofFill()));
                }
            }
        }
        if (stroke != null && stroke.widthMm() > 0) {
            if (stroke.opacity() < LEAST_OPACITY) {
                thin |= stroke.opacity() > 0;
            } else {
                Geometry area = clipped(StrokeArea.of(shape.contours(), stroke), shape);
                if (!area.isEmpty()) {
                    int rgb = mixed(stroke.rgb(), stroke.opacity(), area);
                    pieces.add(new PaintedPiece(
                            shape.element(),
                            rgb,
                            area,
                            stroke,
                            shape.contours(),
                            shape.hints().ofLine()));
                }
            }
        }
        if (thin) {
            findings.add(Finding.of(
                    Severity.INFO,
                    "TOO_TRANSPARENT",
                    "Thread is opaque: a part covering less than half of what lies below it is left out.",
                    shape.element()));
        } else if (pieces.size() == before && ++empty <= MOST_TOLD) {
            findings.add(new Finding(
                    Severity.INFO,
                    "NO_AREA",
                    "This part has no area of its own, or lies outside its clip, so there is nothing to sew.",
                    shape.element(),
                    tenths(shape.contours().get(0).x(0)),
                    tenths(shape.contours().get(0).y(0))));
        }
    }

    private void tellTheRest() {
        if (empty > MOST_TOLD) {
            findings.add(Finding.of(
                    Severity.INFO,
                    "NO_AREA",
                    "The same goes for " + (empty - MOST_TOLD) + " more parts of this drawing."));
        }
    }

    private static double tenths(double mm) {
        return StrictMath.rint(mm * 10) / 10;
    }

    private Geometry clipped(Geometry area, ArtworkShape shape) {
        Geometry left = area;
        for (Region clip : shape.clips()) {
            if (left.isEmpty()) {
                break;
            }
            left = Grid.common(left, FillArea.of(clip.contours(), clip.rule(), budget));
        }
        return left;
    }

    private int mixed(int rgb, double opacity, Geometry area) {
        if (opacity >= 1) {
            return rgb;
        }
        int below = colourBelow(area);
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double top = (rgb >> shift) & 0xFF;
            double bottom = (below >> shift) & 0xFF;
            mixed |= (int) StrictMath.rint(top * opacity + bottom * (1 - opacity)) << shift;
        }
        return mixed;
    }

    private int colourBelow(Geometry area) {
        if (!area.isEmpty()) {
            Coordinate middle = area.getInteriorPoint().getCoordinate();
            Geometry point = Grid.FACTORY.createPoint(middle);
            for (int i = pieces.size() - 1; i >= 0; i--) {
                PaintedPiece piece = pieces.get(i);
                if (piece.area().getEnvelopeInternal().contains(middle)
                        && piece.area().intersects(point)) {
                    return piece.rgb();
                }
            }
        }
        return 0xFFFFFF;
    }
}
