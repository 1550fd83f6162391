package org.stitchery.digitizer.stitch;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.stitchery.digitizer.classify.TatamiFill;
import org.stitchery.digitizer.fabric.FabricRecipe;
import org.stitchery.digitizer.geometry.Grid;

/**
 * Sews a tatami fill: an edge run just inside the outline, underlay rows across, then the rows one sees. Whatever comes
 * first is entered near the needle; the moves between them run under the rows still to come.
 */
final class TatamiStitches {

    /** The edge run lies half a thread inside, so that the outline is as crisp along the rows as across them. */
    private static final double EDGE_INSET_MM = 0.16;

    /** Underlay rows end this far inside the outline: about a needle's width, so that they never show. */
    private static final double UNDERLAY_INSET_MM = 0.8;

    /** Fills smaller than this carry themselves. */
    private static final double UNDERLAY_FROM_MM2 = 12;

    private static final double UNDERLAY_STITCH_MM = 4;

    /** Half a thread: outermost rows lie this far inside the outline. */
    private static final double HALF_THREAD_MM = 0.15;

    private TatamiStitches() {}

    static void sew(TatamiFill fill, FabricRecipe recipe, double nearX, double nearY, Strand.Writer out) {
        Polygon area = fill.area();
        Rows rows = fitted(area, fill.angle(), recipe.rowSpacingMm());
        Cells cells = new Cells(rows);
        RowStitches stitches = new RowStitches(rows, recipe.fillStitchMm(), recipe.pullCompensationMm(), out);
        RowSewer top = new RowSewer(cells, stitches, out);
        if (recipe.edgeRun()) {
            edgeRun(area, top, nearX, nearY, out);
        }
        if (recipe.underlaySpacingMm() > 0 && area.getArea() >= UNDERLAY_FROM_MM2) {
            underlay(fill, recipe, top, nearX, nearY, out);
        }
        top.sewAll(nearX, nearY);
    }

    /**
     * Rows of about the spacing wanted, never further apart, stretched so that the first and the last lie just inside
     * the outline.
     */
    private static Rows fitted(Polygon area, double angle, double spacing) {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        CoordinateSequence shell = area.getExteriorRing().getCoordinateSequence();
        for (int i = 0; i < shell.size(); i++) {
            double v = shell.getY(i) * cos - shell.getX(i) * sin;
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        double from = low + HALF_THREAD_MM;
        double height = high - low - 2 * HALF_THREAD_MM;
        if (height <= 0) {
            return new Rows(area, angle, spacing, (low + high) / 2, 1);
        }
        if (Math.abs(cos * sin) < 1e-9) {
            // Rows along an axis lie on the machine's own grid, or rounding would open a slit at every other one.
            double tenths = Math.max(1, Math.floor(spacing * 10 + 1e-6)) / 10;
            from = Math.rint(from * 10) / 10;
            return new Rows(area, angle, tenths, from, (int) Math.floor((high - from) / tenths) + 1);
        }
        int gaps = (int) Math.max(1, Math.ceil(height / spacing - 1e-6));
        return new Rows(area, angle, height / gaps, from, gaps + 1);
    }

    private static void edgeRun(Polygon area, RowSewer top, double nearX, double nearY, Strand.Writer out) {
        Geometry inner = Grid.grown(area, -EDGE_INSET_MM);
        RingRuns runs = new RingRuns();
        for (Polygon polygon : Grid.polygons(inner, 0)) {
            runs.add(polygon);
        }
        runs.sew(top, nearX, nearY, out);
    }

    private static void underlay(
            TatamiFill fill, FabricRecipe recipe, RowSewer top, double nearX, double nearY, Strand.Writer out) {
        Geometry inner = Grid.grown(fill.area(), -UNDERLAY_INSET_MM);
        for (Polygon polygon : Grid.polygons(inner, 1)) {
            Rows rows = fitted(polygon, fill.angle() + Math.PI / 2, recipe.underlaySpacingMm());
            if (rows.intervals() == 0) {
                continue;
            }
            RowStitches stitches = new RowStitches(rows, UNDERLAY_STITCH_MM, 0, out);
            RowSewer under = new RowSewer(new Cells(rows), stitches, out);
            if (out.threaded()) {
                double[] start = under.start(out.x(), out.y());
                top.travelTo(start[0], start[1]);
            }
            under.sewAll(nearX, nearY);
        }
    }
}
