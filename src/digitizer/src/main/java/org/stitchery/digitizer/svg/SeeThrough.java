package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.artwork.ArtworkShape;
import org.stitchery.digitizer.artwork.ArtworkShape.Fill;
import org.stitchery.digitizer.artwork.ArtworkShape.Region;
import org.stitchery.digitizer.artwork.ArtworkShape.Stroke;

/**
 * Thread is opaque, so a see-through shape becomes opaque ones in the colours in which it is seen: one over the fabric,
 * taken as white, and one for each shape below it that shows through, cut to that shape. Which of them show is found by
 * looking at points spread over the shape. Each shape changed is told in a finding.
 */
final class SeeThrough {

    private static final int FABRIC = 0xFFFFFF;
    private static final int ACROSS = 12;
    private static final int ALONG = 40;

    /** Above this nobody sees the difference to an opaque one. */
    private static final double OPAQUE = 0.995;

    /** Of the points looked at, how many must show a shape for it to be worth a piece. */
    private static final double WORTH_SHARE = 0.04;

    private static final int MOST_PIECES = 8;

    /** Edges looked at before the rest is mixed with white, so that many layers cannot cost seconds. */
    private static final long MOST_EDGES = 20_000_000;

    /** Points of layers kept to look at, for the same reason with memory; what comes later is not seen through. */
    private static final int MOST_REMEMBERED = 500_000;

    private final FindingList findings;
    private final Deadline deadline;
    private final List<PaintedLayer> below = new ArrayList<>();
    private final List<ArtworkShape> out = new ArrayList<>();
    private long edges;
    private int remembered;

    SeeThrough(FindingList findings, Deadline deadline) {
        this.findings = findings;
        this.deadline = deadline;
    }

    /** The same drawing with opaque shapes only. */
    List<ArtworkShape> resolved(List<ArtworkShape> shapes) {
        if (shapes.stream().noneMatch(s -> isSeeThrough(s.fill()) || isSeeThrough(s.stroke()))) {
            return shapes;
        }
        for (ArtworkShape shape : shapes) {
            if (isSeeThrough(shape.fill()) || isSeeThrough(shape.stroke())) {
                findings.note(
                        FindingCode.OPACITY_BLENDED,
                        shape.element(),
                        "This is see-through; it is sewn in the colours that result from what lies below it.");
                split(shape);
            } else {
                add(shape);
            }
        }
        return out;
    }

    private static boolean isSeeThrough(@Nullable Fill fill) {
        return fill != null && fill.opacity() < OPAQUE;
    }

    private static boolean isSeeThrough(@Nullable Stroke stroke) {
        return stroke != null && stroke.opacity() < OPAQUE;
    }

    private void add(ArtworkShape shape) {
        out.add(shape);
        remember(PaintedLayer.fill(shape));
        remember(PaintedLayer.stroke(shape));
    }

    private void remember(@Nullable PaintedLayer layer) {
        if (layer != null && remembered < MOST_REMEMBERED) {
            remembered += layer.edges();
            below.add(layer);
        }
    }

    /** Fill and stroke apart; a stroke as opaque as its fill was made see-through together with it and hides it. */
    private void split(ArtworkShape shape) {
        Fill fill = shape.fill();
        Stroke stroke = shape.stroke();
        int underFill = below.size();
        if (fill != null) {
            pieces(with(shape, fill, null, List.of()), fill.opacity(), underFill);
        }
        if (stroke != null) {
            boolean together = fill != null && fill.opacity() == stroke.opacity();
            pieces(with(shape, null, stroke, List.of()), stroke.opacity(), together ? underFill : below.size());
        }
    }

    private static ArtworkShape with(
            ArtworkShape shape, @Nullable Fill fill, @Nullable Stroke stroke, List<Region> more) {
        List<Region> clips = new ArrayList<>(shape.clips());
        clips.addAll(more);
        return new ArtworkShape(shape.element(), shape.contours(), fill, stroke, clips, shape.hints());
    }

    /** One coat of paint over the first {@code under} layers. */
    private void pieces(ArtworkShape coat, double opacity, int under) {
        PaintedLayer own = coat.fill() != null ? PaintedLayer.fill(coat) : PaintedLayer.stroke(coat);
        if (own == null) {
            return;
        }
        DrawnShape.Ink ink = new DrawnShape.Ink(own.rgb(), opacity);
        double[] xy = own.samples(ACROSS, ALONG);
        // Ordered, since pieces go on in painting order; -1 is the fabric.
        Map<Integer, Integer> shown = new TreeMap<>();
        List<Integer> near = near(own.box(), under);
        for (int i = 0; i < xy.length; i += 2) {
            shown.merge(layerAt(xy[i], xy[i + 1], near), 1, Integer::sum);
        }
        List<Integer> worth = worth(shown, xy.length / 2);
        int ground = color(worth.get(0));
        add(coloured(coat, MeanColor.blend(ink, ground), List.of()));
        for (int layer : worth.subList(1, worth.size())) {
            int rgb = color(layer);
            if (rgb != ground || worth.size() > 2) {
                add(coloured(coat, MeanColor.blend(ink, rgb), below.get(layer).regions(deadline)));
            }
        }
    }

    /** Layers worth a piece, lowest first; at least one. */
    private static List<Integer> worth(Map<Integer, Integer> shown, int samples) {
        List<Map.Entry<Integer, Integer>> byShare = new ArrayList<>(shown.entrySet());
        byShare.sort(
                Map.Entry.<Integer, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        List<Integer> worth = new ArrayList<>();
        for (Map.Entry<Integer, Integer> entry : byShare) {
            if (worth.isEmpty()
                    || (worth.size() < MOST_PIECES && entry.getValue() >= Math.max(2, WORTH_SHARE * samples))) {
                worth.add(entry.getKey());
            }
        }
        worth.sort(null);
        return worth;
    }

    private int color(int layer) {
        return layer < 0 ? FABRIC : below.get(layer).rgb();
    }

    /** Of the first {@code under} layers those that reach into a box, highest first. */
    private List<Integer> near(Box box, int under) {
        List<Integer> near = new ArrayList<>();
        for (int i = under - 1; i >= 0; i--) {
            if (below.get(i).box().overlaps(box)) {
                near.add(i);
            }
            deadline.tick();
        }
        return near;
    }

    private int layerAt(double x, double y, List<Integer> near) {
        for (int i : near) {
            if (edges >= MOST_EDGES) {
                break;
            }
            PaintedLayer layer = below.get(i);
            edges += layer.box().contains(x, y) ? layer.edges() : 1;
            if (layer.covers(x, y)) {
                return i;
            }
            deadline.tick();
        }
        return -1;
    }

    private static ArtworkShape coloured(ArtworkShape coat, int rgb, List<Region> more) {
        Fill fill = coat.fill();
        Stroke stroke = coat.stroke();
        return with(
                coat,
                fill == null ? null : new Fill(rgb, 1, fill.rule()),
                stroke == null
                        ? null
                        : new Stroke(rgb, 1, stroke.widthMm(), stroke.cap(), stroke.join(), stroke.miterLimit()),
                more);
    }
}
