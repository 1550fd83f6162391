package org.stitchery.digitizer.stitch;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.stitchery.digitizer.classify.RowDirection;
import org.stitchery.digitizer.classify.TatamiFill;
import org.stitchery.digitizer.fabric.FabricRecipe;
import org.stitchery.digitizer.geometry.Grid;

/**
 * Sews a tatami fill: an edge run just inside the outline, underlay rows across, then the rows one sees. Whatever comes
 * first is entered near the needle; the moves between them run under the rows still to come.
 */
final class TatamiStitches {

    /**
     * Where the thread's middle may go: this far inside the outline. A thread is about 0.4 mm wide, of which a little
     * sinks into its neighbours; a quarter of a tenth more or less shows in no sewing but in every measurement.
     */
    static final double INSET_MM = 0.16;

    /** Underlay rows end this far inside the outline: about a needle's width, so that they never show. */
    private static final double UNDERLAY_INSET_MM = 0.8;

    /** Fills smaller than this carry themselves. */
    private static final double UNDERLAY_FROM_MM2 = 12;

    private static final double UNDERLAY_STITCH_MM = 4;

    private TatamiStitches() {}

    /**
     * Sews a fill.
     *
     * @param near where to begin, unless there is thread in the needle: then sewing goes on from there
     * @param exit about where to end
     */
    static void sew(TatamiFill fill, FabricRecipe recipe, double[] near, double[] exit, Strand.Writer out) {
        double nearX = near[0];
        double nearY = near[1];
        for (Polygon inner : Grid.polygons(Grid.grown(fill.area(), -INSET_MM), 0)) {
            Rows rows = Rows.tiedToPage(inner, fill.direction(), recipe.rowSpacingMm());
            RowStitches stitches =
                    new RowStitches(rows, recipe.fillStitchMm(), INSET_MM, recipe.pullCompensationMm(), out);
            RowSewer top = new RowSewer(new Cells(rows), stitches, out);
            top.enter();
            if (recipe.edgeRun()) {
                RingRuns.sew(inner, top, nearX, nearY, out);
            }
            if (recipe.underlaySpacingMm() > 0 && inner.getArea() >= UNDERLAY_FROM_MM2) {
                underlay(inner, fill.direction().across(), recipe, top, nearX, nearY, out);
            }
            top.sewAll(nearX, nearY, exit);
        }
    }

    private static void underlay(
            Polygon area,
            RowDirection direction,
            FabricRecipe recipe,
            RowSewer top,
            double nearX,
            double nearY,
            Strand.Writer out) {
        Geometry inner = Grid.grown(area, INSET_MM - UNDERLAY_INSET_MM);
        for (Polygon polygon : Grid.polygons(inner, 1)) {
            Rows rows = Rows.tiedToPage(polygon, direction, recipe.underlaySpacingMm());
            if (rows.intervals() == 0) {
                continue;
            }
            RowStitches stitches = new RowStitches(rows, UNDERLAY_STITCH_MM, 0, 0, out);
            RowSewer under = new RowSewer(new Cells(rows), stitches, out);
            if (out.threaded()) {
                double[] start = under.start(out.x(), out.y());
                if (!top.travelTo(start[0], start[1])) {
                    out.goTo(start[0], start[1]);
                }
            }
            under.sewAll(nearX, nearY, null);
        }
    }
}
