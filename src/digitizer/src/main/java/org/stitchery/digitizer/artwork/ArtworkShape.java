package org.stitchery.digitizer.artwork;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One drawn element after styles, transforms and references are resolved.
 *
 * @param element how findings name it: {@code #id}, or kind and number in document order such as {@code path[3]}
 * @param contours the geometry; a fill takes all of them together
 * @param fill how its inside is painted, null for none
 * @param stroke how its line is painted, null for none; painted after the fill
 * @param clips regions it is cut to, all of them; empty for none
 * @param hints how the file wants it sewn
 */
public record ArtworkShape(
        String element,
        List<Contour> contours,
        @Nullable Fill fill,
        @Nullable Stroke stroke,
        List<Region> clips,
        SewingHints hints) {

    public ArtworkShape {
        contours = List.copyOf(contours);
        clips = List.copyOf(clips);
        if (contours.isEmpty()) {
            throw new IllegalArgumentException("Shape " + element + " has no contour");
        }
    }

    /** One whose file has no wish. */
    public ArtworkShape(
            String element, List<Contour> contours, @Nullable Fill fill, @Nullable Stroke stroke, List<Region> clips) {
        this(element, contours, fill, stroke, clips, SewingHints.NONE);
    }

    /** How a point's inside is decided from several contours. */
    public enum FillRule {
        NONZERO,
        EVEN_ODD
    }

    /** An area: contours (each taken as closed) under a rule. */
    public record Region(List<Contour> contours, FillRule rule) {
        public Region {
            contours = List.copyOf(contours);
        }
    }

    /**
     * Paint of the inside.
     *
     * @param rgb 0xRRGGBB; gradients and patterns come as their mean colour, with a finding
     * @param opacity 0 to 1, all opacities of the ancestors multiplied in; the intake gives 1, since it has mixed what is
     *     see-through with what lies below
     */
    public record Fill(int rgb, double opacity, FillRule rule) {}

    /**
     * Paint of the line.
     *
     * @param rgb 0xRRGGBB
     * @param opacity 0 to 1, all opacities of the ancestors multiplied in; the intake gives 1, since it has mixed what is
     *     see-through with what lies below
     * @param widthMm width after transforms
     * @param miterLimit as in SVG, used with {@link Join#MITER}
     */
    public record Stroke(int rgb, double opacity, double widthMm, Cap cap, Join join, double miterLimit) {}

    /** End of an open line. */
    public enum Cap {
        BUTT,
        ROUND,
        SQUARE
    }

    /** Corner of a line. */
    public enum Join {
        MITER,
        ROUND,
        BEVEL
    }
}
