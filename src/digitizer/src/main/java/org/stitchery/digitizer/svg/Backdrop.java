package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.artwork.ArtworkShape;
import org.stitchery.digitizer.artwork.ArtworkShape.Fill;
import org.stitchery.digitizer.artwork.ArtworkShape.Region;
import org.stitchery.digitizer.artwork.ArtworkShape.Stroke;
import org.stitchery.digitizer.artwork.Contour;

/**
 * Thread is opaque, so a see-through shape gets the colour in which it is seen: mixed with what lies below it, white
 * where nothing does. Where several colours lie below, their mean over the shape is taken. Each is told in a finding.
 */
final class Backdrop {

    private static final int FABRIC = 0xFFFFFF;
    private static final int ACROSS = 8;
    private static final int ALONG = 24;

    /** Less than this and nobody sees the difference to an opaque one. */
    private static final double OPAQUE = 0.995;

    /** Edges looked at before the rest is mixed with white, so that many layers cannot cost seconds. */
    private static final long MOST_EDGES = 20_000_000;

    private final FindingList findings;
    private final Deadline deadline;
    private final List<Layer> below = new ArrayList<>();
    private long edges;

    Backdrop(FindingList findings, Deadline deadline) {
        this.findings = findings;
        this.deadline = deadline;
    }

    private record Layer(ArtworkShape shape, Polygons area, List<Polygons> clips, Box box, int edges) {}

    /** The same shapes, all of them opaque. */
    List<ArtworkShape> blended(List<ArtworkShape> shapes) {
        boolean any = shapes.stream().anyMatch(s -> isSeeThrough(s.fill()) || isSeeThrough(s.stroke()));
        if (!any) {
            return shapes;
        }
        List<ArtworkShape> out = new ArrayList<>(shapes.size());
        for (ArtworkShape shape : shapes) {
            ArtworkShape opaque = opaque(shape);
            out.add(opaque);
            below.add(layer(opaque));
        }
        return out;
    }

    private static boolean isSeeThrough(@Nullable Fill fill) {
        return fill != null && fill.opacity() < OPAQUE;
    }

    private static boolean isSeeThrough(@Nullable Stroke stroke) {
        return stroke != null && stroke.opacity() < OPAQUE;
    }

    private ArtworkShape opaque(ArtworkShape shape) {
        Fill fill = shape.fill();
        Stroke stroke = shape.stroke();
        if (!isSeeThrough(fill) && !isSeeThrough(stroke)) {
            return shape;
        }
        findings.note(
                FindingCode.OPACITY_BLENDED,
                shape.element(),
                "This is see-through; it is sewn in the colour that results from what lies below it.");
        Layer own = layer(shape);
        if (fill != null) {
            int rgb = isSeeThrough(fill)
                    ? mixed(new DrawnShape.Ink(fill.rgb(), fill.opacity()), own.area.samples(ACROSS), own)
                    : fill.rgb();
            fill = new Fill(rgb, 1, fill.rule());
        }
        if (stroke != null) {
            int rgb = isSeeThrough(stroke)
                    ? mixed(new DrawnShape.Ink(stroke.rgb(), stroke.opacity()), own.area.samplesAlong(ALONG), own)
                    : stroke.rgb();
            stroke = new Stroke(rgb, 1, stroke.widthMm(), stroke.cap(), stroke.join(), stroke.miterLimit());
        }
        return new ArtworkShape(shape.element(), shape.contours(), fill, stroke, shape.clips());
    }

    private int mixed(DrawnShape.Ink ink, double[] xy, Layer own) {
        MeanColor mean = new MeanColor();
        for (int i = 0; i < xy.length; i += 2) {
            if (isInAll(own.clips, xy[i], xy[i + 1])) {
                mean.add(0xFF000000 | MeanColor.blend(ink, colorAt(xy[i], xy[i + 1])));
            }
        }
        DrawnShape.Ink found = mean.mean();
        if (found != null) {
            return found.rgb();
        }
        double x = (own.box.minX() + own.box.maxX()) / 2;
        double y = (own.box.minY() + own.box.maxY()) / 2;
        return MeanColor.blend(ink, colorAt(x, y));
    }

    private static boolean isInAll(List<Polygons> clips, double x, double y) {
        for (Polygons clip : clips) {
            if (!clip.contains(x, y)) {
                return false;
            }
        }
        return true;
    }

    private int colorAt(double x, double y) {
        for (int i = below.size() - 1; i >= 0 && edges < MOST_EDGES; i--) {
            Layer layer = below.get(i);
            if (!layer.box.contains(x, y)) {
                continue;
            }
            edges += layer.edges;
            deadline.tick();
            Stroke stroke = layer.shape.stroke();
            Fill fill = layer.shape.fill();
            boolean onStroke = stroke != null && layer.area.isNear(x, y, stroke.widthMm() / 2);
            if ((onStroke || (fill != null && layer.area.contains(x, y))) && isInAll(layer.clips, x, y)) {
                return onStroke && stroke != null ? stroke.rgb() : fill == null ? FABRIC : fill.rgb();
            }
        }
        return FABRIC;
    }

    private static Layer layer(ArtworkShape shape) {
        List<Polyline> lines = shape.contours().stream().map(Backdrop::polyline).toList();
        List<Polygons> clips = new ArrayList<>();
        for (Region clip : shape.clips()) {
            clips.add(new Polygons(
                    clip.contours().stream().map(Backdrop::polyline).toList(), clip.rule()));
        }
        Fill fill = shape.fill();
        Polygons area = new Polygons(lines, fill == null ? ArtworkShape.FillRule.NONZERO : fill.rule());
        int edges = 1;
        for (Polyline line : lines) {
            edges += line.size();
        }
        return new Layer(shape, area, clips, DrawnExtents.of(shape), edges);
    }

    private static Polyline polyline(Contour contour) {
        double[] xy = new double[2 * contour.size()];
        for (int i = 0; i < contour.size(); i++) {
            xy[2 * i] = contour.x(i);
            xy[2 * i + 1] = contour.y(i);
        }
        return new Polyline(xy, contour.closed());
    }
}
