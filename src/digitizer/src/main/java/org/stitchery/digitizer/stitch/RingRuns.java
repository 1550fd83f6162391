package org.stitchery.digitizer.stitch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.stitchery.digitizer.classify.TatamiFill;
import org.stitchery.digitizer.geometry.Outline;

/**
 * Running stitches along the edges of a fill, nearest first: around rings, each begun and ended at its point nearest to
 * the needle, and along parts of rings, where the rest lies below a neighbour. Into pointed ends they reach as far as the
 * outline does.
 */
final class RingRuns {

    /** Shorter rings are not worth a run. */
    private static final double SHORTEST_MM = 2;

    private final List<double[]> lines = new ArrayList<>();

    private RingRuns(Polygon inner, TatamiFill fill) {
        Tips tips = new Tips(fill.area());
        Outline seen = fill.seen() == fill.area() ? null : new Outline(fill.seen());
        add(inner.getExteriorRing(), true, tips, seen);
        for (int r = 0; r < inner.getNumInteriorRing(); r++) {
            add(inner.getInteriorRingN(r), false, tips, seen);
        }
    }

    /**
     * Sews along the edges, travelling between them under rows still to come.
     *
     * @param inner the part of the fill where the thread's middle may go
     */
    static void sew(Polygon inner, TatamiFill fill, RowSewer cover, double nearX, double nearY, Strand.Writer out) {
        new RingRuns(inner, fill).sew(cover, nearX, nearY, out);
    }

    private void add(LinearRing ring, boolean shell, Tips tips, @Nullable Outline seen) {
        if (ring.getLength() < SHORTEST_MM) {
            return;
        }
        CoordinateSequence points = tips.reached(ring.getCoordinateSequence(), shell);
        if (seen == null) {
            double[] line = new double[2 * points.size()];
            for (int i = 0; i < points.size(); i++) {
                line[2 * i] = points.getX(i);
                line[2 * i + 1] = points.getY(i);
            }
            lines.add(line);
        } else {
            lines.addAll(OpenEdges.of(points, seen));
        }
    }

    private void sew(RowSewer cover, double nearX, double nearY, Strand.Writer out) {
        while (!lines.isEmpty()) {
            double x = out.threaded() ? out.x() : nearX;
            double y = out.threaded() ? out.y() : nearY;
            int best = 0;
            int bestStart = 0;
            double bestCost = Double.POSITIVE_INFINITY;
            for (int l = 0; l < lines.size(); l++) {
                double[] line = lines.get(l);
                int step = closed(line) ? 2 : line.length - 2;
                for (int i = 0; i < line.length; i += step) {
                    double dx = line[i] - x;
                    double dy = line[i + 1] - y;
                    double cost = dx * dx + dy * dy;
                    if (cost < bestCost) {
                        bestCost = cost;
                        best = l;
                        bestStart = i / 2;
                    }
                }
            }
            double[] line = lines.remove(best);
            line = closed(line) ? from(line, bestStart) : bestStart == 0 ? line : reversed(line);
            if (out.threaded() && !cover.travelTo(line[0], line[1])) {
                out.goTo(line[0], line[1]);
            }
            RunningStitches.along(line, RunningStitches.TRAVEL_MM, out);
        }
    }

    private static boolean closed(double[] line) {
        return line[0] == line[line.length - 2] && line[1] == line[line.length - 1];
    }

    private static double[] reversed(double[] line) {
        double[] back = new double[line.length];
        for (int i = 0; i < line.length; i += 2) {
            back[i] = line[line.length - 2 - i];
            back[i + 1] = line[line.length - 1 - i];
        }
        return back;
    }

    private static double[] from(double[] ring, int first) {
        int n = ring.length / 2 - 1;
        double[] line = new double[2 * n + 2];
        for (int i = 0; i <= n; i++) {
            line[2 * i] = ring[2 * ((first + i) % n)];
            line[2 * i + 1] = ring[2 * ((first + i) % n) + 1];
        }
        return line;
    }
}
