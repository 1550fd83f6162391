package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.artwork.ArtworkShape;
import org.stitchery.digitizer.artwork.ArtworkShape.Fill;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;
import org.stitchery.digitizer.artwork.ArtworkShape.Region;
import org.stitchery.digitizer.artwork.ArtworkShape.Stroke;
import org.stitchery.digitizer.artwork.Contour;

/** One coat of paint of a shape, its fill or its stroke, asked where it covers. */
final class PaintedLayer {

    private final ArtworkShape shape;
    private final @Nullable Stroke stroke;
    private final int rgb;
    private final Polygons area;
    private final List<Polygons> clips = new ArrayList<>();
    private final Box box;
    private final int edges;

    private PaintedLayer(ArtworkShape shape, @Nullable Stroke stroke, int rgb, FillRule rule) {
        this.shape = shape;
        this.stroke = stroke;
        this.rgb = rgb;
        List<Polyline> lines = polylines(shape.contours());
        this.area = new Polygons(lines, rule);
        int count = 1;
        for (Polyline line : lines) {
            count += line.size();
        }
        for (Region clip : shape.clips()) {
            List<Polyline> rings = polylines(clip.contours());
            clips.add(new Polygons(rings, clip.rule()));
            for (Polyline ring : rings) {
                count += ring.size();
            }
        }
        this.edges = count;
        this.box = DrawnExtents.of(shape);
    }

    static @Nullable PaintedLayer fill(ArtworkShape shape) {
        Fill fill = shape.fill();
        return fill == null ? null : new PaintedLayer(shape, null, fill.rgb(), fill.rule());
    }

    static @Nullable PaintedLayer stroke(ArtworkShape shape) {
        Stroke stroke = shape.stroke();
        return stroke == null ? null : new PaintedLayer(shape, stroke, stroke.rgb(), FillRule.NONZERO);
    }

    private static List<Polyline> polylines(List<Contour> contours) {
        List<Polyline> lines = new ArrayList<>(contours.size());
        for (Contour contour : contours) {
            double[] xy = new double[2 * contour.size()];
            for (int i = 0; i < contour.size(); i++) {
                xy[2 * i] = contour.x(i);
                xy[2 * i + 1] = contour.y(i);
            }
            lines.add(new Polyline(xy, contour.closed()));
        }
        return lines;
    }

    int rgb() {
        return rgb;
    }

    /** What looking at one point costs. */
    int edges() {
        return edges;
    }

    boolean covers(double x, double y) {
        return box.contains(x, y)
                && (stroke == null ? area.contains(x, y) : area.isNear(x, y, stroke.widthMm() / 2))
                && isInClips(x, y);
    }

    Box box() {
        return box;
    }

    private boolean isInClips(double x, double y) {
        for (Polygons clip : clips) {
            if (!clip.contains(x, y)) {
                return false;
            }
        }
        return true;
    }

    /** Points spread over what is covered, x and y in turn; the middle of the box when it is thinner than the grid. */
    double[] samples(int across, int along) {
        double[] all = stroke == null ? area.samples(across) : area.samplesAlong(along);
        double[] seen = new double[all.length];
        int n = 0;
        for (int i = 0; i < all.length; i += 2) {
            if (isInClips(all[i], all[i + 1])) {
                seen[n++] = all[i];
                seen[n++] = all[i + 1];
            }
        }
        if (n == 0) {
            return new double[] {(box.minX() + box.maxX()) / 2, (box.minY() + box.maxY()) / 2};
        }
        return Arrays.copyOf(seen, n);
    }

    /** The covered area as regions, all of which apply. */
    List<Region> regions(Deadline deadline) {
        List<Region> all = new ArrayList<>(shape.clips());
        Fill fill = shape.fill();
        if (stroke == null) {
            all.add(new Region(shape.contours(), fill == null ? FillRule.NONZERO : fill.rule()));
            return all;
        }
        DrawnShape.Line line = new DrawnShape.Line(
                new DrawnShape.Ink(rgb, 1),
                stroke.widthMm(),
                stroke.cap(),
                stroke.join(),
                stroke.miterLimit(),
                new double[0],
                0,
                Matrix.IDENTITY);
        Outline outline = StrokeOutliner.outline(polylines(shape.contours()), line, Contour.FLATNESS_MM, deadline);
        all.add(new Region(StrokeOutliner.rings(outline), FillRule.NONZERO));
        return all;
    }
}
