package org.stitchery.digitizer.artwork;

import java.util.List;
import org.stitchery.embroidery.model.Finding;

/**
 * A drawing made safe: shapes in paint order (first is lowest), in millimetres on the page, y downwards.
 *
 * @param widthMm page width after scaling
 * @param heightMm page height after scaling
 * @param shapes what is to be sewn, lowest first
 * @param findings what the intake left out or changed, and why
 * @param title the drawing's own, cleaned and at most 200 characters; empty for none
 */
public record Artwork(
        double widthMm, double heightMm, List<ArtworkShape> shapes, List<Finding> findings, String title) {

    public Artwork {
        shapes = List.copyOf(shapes);
        findings = List.copyOf(findings);
    }

    /** A drawing without a title. */
    public Artwork(double widthMm, double heightMm, List<ArtworkShape> shapes, List<Finding> findings) {
        this(widthMm, heightMm, shapes, findings, "");
    }
}
