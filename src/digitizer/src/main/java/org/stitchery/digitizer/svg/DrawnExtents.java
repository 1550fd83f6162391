package org.stitchery.digitizer.svg;

import java.util.List;
import org.stitchery.digitizer.artwork.ArtworkShape;
import org.stitchery.digitizer.artwork.ArtworkShape.Cap;
import org.stitchery.digitizer.artwork.ArtworkShape.Join;
import org.stitchery.digitizer.artwork.ArtworkShape.Region;
import org.stitchery.digitizer.artwork.ArtworkShape.Stroke;
import org.stitchery.digitizer.artwork.Contour;

/** The box around what is seen of shapes, with line widths, caps and joins, cut by the boxes of their clips. */
final class DrawnExtents {

    private DrawnExtents() {}

    static Box of(List<ArtworkShape> shapes) {
        Box all = Box.EMPTY;
        for (ArtworkShape shape : shapes) {
            Box box = of(shape);
            if (!box.isEmpty()) {
                all = all.union(box);
            }
        }
        return all;
    }

    static Box of(ArtworkShape shape) {
        Box box = Box.EMPTY;
        Stroke stroke = shape.stroke();
        for (Contour contour : shape.contours()) {
            for (int i = 0; shape.fill() != null && i < contour.size(); i++) {
                box = box.with(contour.x(i), contour.y(i));
            }
            if (stroke != null) {
                box = box.union(stroked(contour, stroke));
            }
        }
        for (Region clip : shape.clips()) {
            Box around = Box.EMPTY;
            for (Contour contour : clip.contours()) {
                for (int i = 0; i < contour.size(); i++) {
                    around = around.with(contour.x(i), contour.y(i));
                }
            }
            box = box.intersection(around);
        }
        return box;
    }

    private static Box stroked(Contour c, Stroke stroke) {
        double half = stroke.widthMm() / 2;
        int n = c.size();
        Box box = Box.EMPTY;
        if (n == 1) {
            return box.with(c.x(0), c.y(0)).grown(half);
        }
        int pieces = c.closed() ? n : n - 1;
        boolean round = stroke.join() == Join.ROUND;
        for (int i = 0; i < pieces; i++) {
            int j = (i + 1) % n;
            double dx = c.x(j) - c.x(i);
            double dy = c.y(j) - c.y(i);
            double length = Math.sqrt(dx * dx + dy * dy);
            if (length == 0) {
                continue;
            }
            double ux = dx / length * half;
            double uy = dy / length * half;
            box = box.with(c.x(i) - uy, c.y(i) + ux)
                    .with(c.x(i) + uy, c.y(i) - ux)
                    .with(c.x(j) - uy, c.y(j) + ux)
                    .with(c.x(j) + uy, c.y(j) - ux);
            boolean first = i == 0 && !c.closed();
            boolean last = i == pieces - 1 && !c.closed();
            if (stroke.cap() == Cap.SQUARE && first) {
                box = box.with(c.x(i) - ux - uy, c.y(i) - uy + ux).with(c.x(i) - ux + uy, c.y(i) - uy - ux);
            }
            if (stroke.cap() == Cap.SQUARE && last) {
                box = box.with(c.x(j) + ux - uy, c.y(j) + uy + ux).with(c.x(j) + ux + uy, c.y(j) + uy - ux);
            }
            if (first ? stroke.cap() == Cap.ROUND : round) {
                box = box.union(around(c, i, half));
            }
            if (last ? stroke.cap() == Cap.ROUND : round) {
                box = box.union(around(c, j, half));
            } else if (!last && stroke.join() == Join.MITER) {
                box = mitred(box, c, i, j, (j + 1) % n, half, stroke.miterLimit());
            }
        }
        return box;
    }

    private static Box around(Contour c, int i, double half) {
        return Box.EMPTY.with(c.x(i), c.y(i)).grown(half);
    }

    /** Adds the tip of the mitre at {@code j} unless the limit cuts it off. */
    private static Box mitred(Box box, Contour c, int i, int j, int k, double half, double limit) {
        double ax = c.x(j) - c.x(i);
        double ay = c.y(j) - c.y(i);
        double bx = c.x(k) - c.x(j);
        double by = c.y(k) - c.y(j);
        double la = Math.sqrt(ax * ax + ay * ay);
        double lb = Math.sqrt(bx * bx + by * by);
        if (la == 0 || lb == 0) {
            return box;
        }
        // Along the bisector, outwards: the sum of both unit directions turned to point away from the corner.
        double mx = ax / la - bx / lb;
        double my = ay / la - by / lb;
        double lm = Math.sqrt(mx * mx + my * my);
        double sinHalf = Math.sqrt(Math.max(0, (1 + (ax * bx + ay * by) / (la * lb)) / 2));
        if (lm < 1e-9 || sinHalf * limit < 1) {
            return box;
        }
        return box.with(c.x(j) + mx / lm * half / sinHalf, c.y(j) + my / lm * half / sinHalf);
    }
}
