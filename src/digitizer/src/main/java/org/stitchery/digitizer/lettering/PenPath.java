package org.stitchery.digitizer.lettering;

import java.util.List;

/**
 * One stroke of a skeleton, in its units: 100 to the height of a capital, y upwards.
 *
 * @param segments what it is drawn of, in order
 * @param closed true when it ends where it began
 * @param width times the pen's width
 * @param thinStart true when it branches off another stroke thinly
 * @param thinEnd true when it runs into another stroke thinly
 * @param plainStart true when its start never wears a serif
 * @param plainEnd true when its end never wears a serif
 */
record PenPath(
        List<Segment> segments,
        boolean closed,
        double width,
        boolean thinStart,
        boolean thinEnd,
        boolean plainStart,
        boolean plainEnd) {

    PenPath {
        segments = List.copyOf(segments);
    }

    /** How a segment of a stroke bends. */
    enum Bend {
        /** Straight. */
        LINE,
        /** A quarter that leaves level and arrives upright. */
        LEVEL_FIRST,
        /** A quarter that leaves upright and arrives level. */
        UPRIGHT_FIRST,
        /** Bézier with two control points of its own. */
        CUBIC,
        /** A dot; from and to are its middle. */
        DOT
    }

    /** From one point to the next; control points count for {@link Bend#CUBIC} only. */
    record Segment(Bend bend, double x0, double y0, double x1, double y1, double x2, double y2, double x3, double y3) {}

    boolean dot() {
        return segments.get(0).bend() == Bend.DOT;
    }

    /** A single straight line. */
    boolean straight() {
        return segments.size() == 1 && segments.get(0).bend() == Bend.LINE;
    }
}
