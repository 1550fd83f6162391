package org.stitchery.digitizer.stitch;

import org.jspecify.annotations.Nullable;
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

    /** Where the thread's middle may go: this far inside the outline. */
    static final double INSET_MM = RowStitches.INSET_MM;

    /** Underlay rows end this far inside the outline: about a needle's width, so that they never show. */
    private static final double UNDERLAY_INSET_MM = 0.8;

    /** Fills smaller than this carry themselves. */
    private static final double UNDERLAY_FROM_MM2 = 12;

    /** So do narrow ones: their rows are held at both ends. */
    private static final double UNDERLAY_FROM_WIDTH_MM = 2.5;

    /** Smaller and narrower fills, of which a run along the edge would be a good part, have none. */
    private static final double EDGE_RUN_FROM_MM2 = 4;

    private static final double EDGE_RUN_FROM_WIDTH_MM = 1.2;

    /** Rows that are not on the machine's grid lie this much closer, so that rounding opens no slits. */
    private static final double ROUNDING_MM = 0.04;

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
            boolean body = needsUnderlay(inner);
            Rows rows = body
                    ? Rows.tiedToPage(inner, fill.direction(), recipe.rowSpacingMm())
                    : Rows.fitted(inner, fill.direction(), recipe.rowSpacingMm() - ROUNDING_MM);
            boolean edgeRun = recipe.edgeRun() && body;
            double satinTo = edgeRun ? RowStitches.SATIN_OVER_EDGE_RUN_MM : RowStitches.SATIN_ALONE_MM;
            RowStitches stitches = new RowStitches(
                    rows, recipe.fillStitchMm(), recipe.pullCompensationMm(), satinTo, fill.cloth(), out);
            RowSewer top = new RowSewer(new Cells(rows), stitches, out);
            top.enter();
            if (edgeRun || recipe.edgeRun() && worthAnEdgeRun(inner)) {
                RingRuns.sew(inner, fill, top, nearX, nearY, out);
            }
            if (recipe.underlaySpacingMm() > 0 && body) {
                underlay(inner, fill.direction().across(), recipe, top, nearX, nearY, out);
            }
            top.sewAll(nearX, nearY, exit);
        }
    }

    /** Rows end unevenly where an edge runs along them; a run along it is what closes that in fills without underlay. */
    private static boolean worthAnEdgeRun(Polygon area) {
        return area.getArea() >= EDGE_RUN_FROM_MM2 && meanWidth(area) >= EDGE_RUN_FROM_WIDTH_MM;
    }

    static boolean needsUnderlay(Polygon inner) {
        return inner.getArea() >= UNDERLAY_FROM_MM2 && meanWidth(inner) >= UNDERLAY_FROM_WIDTH_MM;
    }

    /** Of a long strip its width, of other shapes something less. */
    private static double meanWidth(Polygon area) {
        return 2 * area.getArea() / area.getLength();
    }

    /**
     * Sews rows that lie under those one sees.
     *
     * @param top what will hide the way to them; null where everything within {@code area} will be hidden
     */
    static void underlay(
            Polygon area,
            RowDirection direction,
            FabricRecipe recipe,
            @Nullable RowSewer top,
            double nearX,
            double nearY,
            Strand.Writer out) {
        Geometry inner = Grid.grown(area, INSET_MM - UNDERLAY_INSET_MM);
        for (Polygon polygon : Grid.polygons(inner, 1)) {
            Rows rows = Rows.tiedToPage(polygon, direction, recipe.underlaySpacingMm());
            if (rows.intervals() == 0) {
                continue;
            }
            RowStitches stitches = RowStitches.underlay(rows, UNDERLAY_STITCH_MM, out);
            RowSewer under = new RowSewer(new Cells(rows), stitches, out);
            if (out.threaded()) {
                double[] start = under.start(out.x(), out.y());
                if (top == null) {
                    double[] way = {out.x(), out.y(), start[0], start[1]};
                    RunningStitches.along(way, RunningStitches.TRAVEL_MM, out);
                } else if (!top.travelTo(start[0], start[1])) {
                    out.goTo(start[0], start[1]);
                }
            }
            under.sewAll(nearX, nearY, null);
        }
    }
}
