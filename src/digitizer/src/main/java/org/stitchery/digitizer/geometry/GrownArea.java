package org.stitchery.digitizer.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geomgraph.Label;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.operation.buffer.BufferCurveSetBuilder;
import org.locationtech.jts.operation.buffer.BufferParameters;

/**
 * An area grown by a distance, or shrunk by a negative one: its outlines, moved aside with JTS's offset curves, which
 * cross themselves and each other. What they wind around is the area (Chen and McMains 2005, "Polygon offsetting by
 * computing winding numbers"), and a {@link Patchwork} finds that together with whatever else is asked of it.
 */
public final class GrownArea {

    /** One of the curves, and whether the area lies to the left of it. */
    record Curve(Coordinate[] points, boolean areaLeft) {}

    private static final PrecisionModel FLOATING = new PrecisionModel();

    private final List<Curve> curves = new ArrayList<>();
    private final Envelope box = new Envelope();

    private GrownArea(Geometry area, double mm, BufferParameters how) {
        for (Object found : new BufferCurveSetBuilder(Grid.floating(area), mm, FLOATING, how).getCurves()) {
            SegmentString curve = (SegmentString) found;
            Coordinate[] points = Grid.snapped(curve.getCoordinates());
            if (points.length >= 4 && curve.getData() instanceof Label label) {
                curves.add(new Curve(
                        points, label.getLocation(0, org.locationtech.jts.geom.Position.LEFT) == Location.INTERIOR));
                for (Coordinate point : points) {
                    box.expandToInclude(point);
                }
            }
        }
    }

    /** With round corners, as {@link Grid#grown} makes them. */
    public static GrownArea round(Geometry area, double mm) {
        BufferParameters round = new BufferParameters(6);
        round.setSimplifyFactor(0.02);
        return new GrownArea(area, mm, round);
    }

    /** With corners rounded only roughly, as {@link Grid#closed} makes them. */
    public static GrownArea rough(Geometry area, double mm) {
        BufferParameters rough = new BufferParameters(2);
        rough.setSimplifyFactor(0.05);
        return new GrownArea(area, mm, rough);
    }

    List<Curve> curves() {
        return curves;
    }

    /** A box around it. */
    public Envelope box() {
        return new Envelope(box);
    }

    /** The area itself. */
    public Geometry area() {
        return new Patchwork().add(0, this, box).where(layers -> layers != 0);
    }
}
