package org.stitchery.digitizer.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.Noder;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.overlayng.RingClipper;

/**
 * Where a rule about several layers of areas holds, found in one go: what one layer shows without two others, what any
 * of a hundred areas covers. JTS overlays two geometries at a time; here all outlines are cut where they meet at once
 * ({@link SnapRounding}), and each piece of the plane learns how often each layer winds around it
 * ({@link Arrangement}). The areas of one layer may overlap each other.
 */
public final class Patchwork {

    /** At most so many layers, numbered from 0. */
    public static final int LAYERS = 7;

    /** How much of a side's label belongs to one layer: no layer covers any place more than 127 times. */
    private static final int BITS = 8;

    /** Of more polygons it would take long to find out which pairs can meet. */
    private static final int MANY = 200;

    /** Outlines are cut off this far beyond a box, so that nothing within feels where. */
    private static final double BEYOND_MM = 0.1;

    /** Noders of any kind hand on which outline a piece belongs to: by how much the label to its left is higher. */
    record Turn(long left) {}

    private final List<SegmentString> rings = new ArrayList<>();
    private final List<Envelope> boxes = new ArrayList<>();
    private final Envelope meeting = new Envelope();
    private int areas;

    /** Adds an area to a layer. */
    public Patchwork add(int layer, Geometry area) {
        return add(layer, area, area.getEnvelopeInternal());
    }

    /** Adds what of an area lies within a box, and possibly something of it beyond. */
    public Patchwork add(int layer, Geometry area, Envelope box) {
        areas += area.isEmpty() ? 0 : 1;
        Envelope around = new Envelope(box);
        around.expandBy(BEYOND_MM);
        for (Polygon polygon : Grid.polygons(area, 0)) {
            if (around.intersects(polygon.getEnvelopeInternal())) {
                boxes.add(around.intersection(polygon.getEnvelopeInternal()));
                add(layer, polygon.getExteriorRing(), true, around);
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    add(layer, polygon.getInteriorRingN(i), false, around);
                }
            }
        }
        return this;
    }

    /** Adds what of a grown area lies within a box, and possibly something of it beyond. */
    public Patchwork add(int layer, GrownArea area, Envelope box) {
        Envelope around = new Envelope(box);
        around.expandBy(BEYOND_MM);
        for (GrownArea.Curve curve : area.curves()) {
            Envelope curveBox = CoordinateArrays.envelope(curve.points());
            if (around.intersects(curveBox)) {
                add(layer, curve.points(), curve.areaLeft(), around, curveBox);
            }
        }
        // Its curves meet themselves and each other.
        meeting.expandToInclude(around.intersection(area.box()));
        areas++;
        return this;
    }

    /** How many areas that are not empty have been added. */
    public int areas() {
        return areas;
    }

    private void add(int layer, LinearRing ring, boolean shell, Envelope box) {
        Coordinate[] points = ring.getCoordinates();
        boolean counterclockwise = Area.ofRingSigned(points) < 0;
        add(layer, points, shell == counterclockwise, box, ring.getEnvelopeInternal());
    }

    private void add(int layer, Coordinate[] ring, boolean areaLeft, Envelope box, Envelope ringBox) {
        Coordinate[] points = box.contains(ringBox) ? ring : Grid.snapped(new RingClipper(box).clip(ring));
        if (points.length >= 4) {
            long round = 1L << BITS * layer;
            rings.add(new BasicSegmentString(points, new Turn(areaLeft ? round : -round)));
        }
    }

    /**
     * The area where the rule holds.
     *
     * @param rule told which layers cover a place, by the bits of a number; where none does it must not hold
     */
    public Geometry where(IntPredicate rule) {
        if (rings.isEmpty()) {
            return Grid.FACTORY.createPolygon();
        }
        Geometry found = where(rule, new SnapRounding(meeting()));
        if (found == null) {
            // Where no outlines should have met some do, by a hair.
            found = where(rule, new SnapRounding());
        }
        if (found == null) {
            List<SegmentString> loose = new ArrayList<>();
            rings.forEach(ring -> loose.add(new NodedSegmentString(ring.getCoordinates(), ring.getData())));
            found = where(rule, new SnapRoundingNoder(Grid.MODEL), loose);
        }
        if (found == null) {
            throw new TopologyException("Outlines contradict each other in " + boxes);
        }
        return found;
    }

    private @Nullable Geometry where(IntPredicate rule, SnapRounding noder) {
        return where(rule, noder, rings);
    }

    private static @Nullable Geometry where(IntPredicate rule, Noder noder, List<SegmentString> rings) {
        noder.computeNodes(rings);
        List<SegmentString> pieces = new ArrayList<>();
        for (Object piece : noder.getNodedSubstrings()) {
            pieces.add((SegmentString) piece);
        }
        Arrangement arrangement = new Arrangement(pieces);
        return arrangement.label() ? Patches.of(arrangement, label -> rule.test(layers(label))) : null;
    }

    /** The layers that wind around a place more often forwards than backwards. */
    private static int layers(long label) {
        int layers = 0;
        long rest = label;
        for (int layer = 0; layer < LAYERS; layer++) {
            byte rounds = (byte) rest;
            layers |= rounds > 0 ? 1 << layer : 0;
            rest = rest - rounds >> BITS;
        }
        return layers;
    }

    /** A box around all places where outlines of different polygons can meet, or, of many polygons, around them all. */
    private Envelope meeting() {
        boolean many = boxes.size() > MANY;
        for (int i = 0; i < boxes.size(); i++) {
            if (many) {
                meeting.expandToInclude(boxes.get(i));
            }
            for (int j = 0; !many && j < i && !meeting.contains(boxes.get(i)); j++) {
                meeting.expandToInclude(boxes.get(i).intersection(boxes.get(j)));
            }
        }
        return meeting;
    }
}
