package org.stitchery.digitizer.svg;

import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;

/**
 * Set operations on areas of straight lines, by {@link Area}. Bounded in points and, since its cost grows with them, in
 * crossings, which are counted before it begins.
 */
final class Areas {

    private static final int MOST_POINTS = 20_000;
    private static final int MOST_CROSSINGS = 20_000;

    private final double tolerance;
    private final Flattener flattener;
    private final Deadline deadline;
    private int points;

    /** @param tolerance for curves, in page millimetres */
    Areas(double tolerance, int pointLimit, Deadline deadline) {
        this.tolerance = tolerance;
        this.flattener = new Flattener(pointLimit, deadline);
        this.deadline = deadline;
    }

    /** The area within an outline in page millimetres; null when too much has been asked for already. */
    @Nullable
    Area area(Outline outline, FillRule rule) {
        List<Polyline> lines = flattener.flatten(outline, Matrix.IDENTITY, tolerance);
        Path2D path = new Path2D.Double(rule == FillRule.NONZERO ? Path2D.WIND_NON_ZERO : Path2D.WIND_EVEN_ODD);
        for (Polyline line : lines) {
            points += line.size();
            path.moveTo(line.x(0), line.y(0));
            for (int i = 1; i < line.size(); i++) {
                path.lineTo(line.x(i), line.y(i));
            }
            path.closePath();
        }
        deadline.check();
        if (points > MOST_POINTS || Crossings.exceed(lines, MOST_CROSSINGS, deadline)) {
            return null;
        }
        return new Area(path);
    }

    /** Cuts the area to all of the clips; false when that is too much work. */
    boolean cut(Area area, List<DrawnShape.Clip> clips) {
        for (DrawnShape.Clip clip : clips) {
            Area region = area(clip.outline(), clip.rule());
            if (region == null) {
                return false;
            }
            area.intersect(region);
        }
        return true;
    }

    /** Its outline, which does not cross itself; any fill rule fits. */
    static Outline outline(Area area) {
        Outline.Builder out = new Outline.Builder();
        double[] p = new double[6];
        for (PathIterator i = area.getPathIterator(null); !i.isDone(); i.next()) {
            switch (i.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> out.move(p[0], p[1]);
                case PathIterator.SEG_LINETO -> out.line(p[0], p[1]);
                default -> out.close();
            }
        }
        return out.build();
    }
}
