package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.artwork.ArtworkShape.Cap;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;
import org.stitchery.digitizer.artwork.ArtworkShape.Join;
import org.stitchery.digitizer.artwork.SewingHints;

/**
 * One painted element with everything resolved but the final scale: curves are still curves.
 *
 * @param name how findings name it
 * @param outline in the element's own coordinates
 * @param toPage from those to page millimetres
 * @param clips in page millimetres, all of them apply
 * @param hints how the file wants it sewn
 */
record DrawnShape(
        String name,
        Outline outline,
        Matrix toPage,
        @Nullable Ink fill,
        FillRule fillRule,
        @Nullable Line stroke,
        List<Clip> clips,
        SewingHints hints) {

    DrawnShape {
        clips = List.copyOf(clips);
    }

    /** A colour with its opacity, 0xRRGGBB and 0 to 1. */
    record Ink(int rgb, double opacity) {
        Ink faded(double by) {
            return new Ink(rgb, opacity * by);
        }
    }

    /**
     * How the outline is stroked.
     *
     * @param space in which widths and dashes are measured, to page millimetres; usually that of the outline
     * @param dashes lengths of dash and gap in turn, even in number; empty for a solid line
     */
    record Line(
            Ink ink,
            double width,
            Cap cap,
            Join join,
            double miterLimit,
            double[] dashes,
            double dashOffset,
            Matrix space) {}

    /** An area in page millimetres. */
    record Clip(Outline outline, FillRule rule) {}

    DrawnShape withClips(List<Clip> more) {
        List<Clip> all = new ArrayList<>(clips);
        all.addAll(more);
        return new DrawnShape(name, outline, toPage, fill, fillRule, stroke, all, hints);
    }

    /** A box in page millimetres, never smaller than what is seen before the page cuts it off. */
    Box hull() {
        Box box = outline.bounds(toPage);
        if (stroke != null) {
            double reach = stroke.join() == Join.MITER ? Math.min(stroke.miterLimit(), 4) : 1.5;
            box = box.grown(stroke.width() / 2 * stroke.space().largestScale() * reach);
        }
        for (Clip clip : clips) {
            box = box.intersection(clip.outline().bounds(Matrix.IDENTITY));
        }
        return box;
    }
}
