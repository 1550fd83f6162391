package org.stitchery.digitizer.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.stitchery.digitizer.artwork.ArtworkShape.Stroke;
import org.stitchery.digitizer.artwork.Contour;
import org.stitchery.digitizer.geometry.CoveredArea;
import org.stitchery.digitizer.geometry.Grid;
import org.stitchery.digitizer.geometry.Outline;

/**
 * Chooses how a region is sewn, from its geometry alone.
 *
 * <p>Drawn lines are sewn along their course: below {@value #SATIN_FROM_MM} mm as a running stitch there and back, up to
 * {@value #SATIN_TO_MM} mm as satin, wider ones as fills. What the columns leave uncovered, at odd corners and where
 * others lie over a line, is filled like any other area.
 */
public final class MethodChoice {

    /** Satin narrower than this is for experts only (Graphics Pro: 1.0 mm safe, 0.8 mm possible). */
    public static final double SATIN_FROM_MM = 0.8;

    /** Wider satin snags (McGraphix: 7 mm). */
    static final double SATIN_TO_MM = 7;

    /** Bare rests no wider than this are closed by the thread's own width. */
    private static final double CLOSED_BY_THREAD_MM = 0.15;

    /** Bare rests smaller than this are not worth a start and an end. */
    private static final double LEAST_REST_MM2 = 0.5;

    /** Long ones are, from this area on: slender tips. */
    private static final double LEAST_TIP_MM2 = 0.08;

    private static final double LEAST_TIP_MM = 0.9;

    /** Areas wider than this on the average are bodies without looking closer: twice area by outline length. */
    private static final double BODY_MEAN_WIDTH_MM = 8;

    /** When columns cover less of an area than this share, rows sew all of it: a patchwork is worse than either. */
    private static final double LEAST_SATIN_SHARE = 0.6;

    /** Columns of one thread reach so far below each other. */
    private static final double OVERLAP_MM = 0.25;

    private MethodChoice() {}

    /**
     * The objects that sew a region, first those that lie lowest.
     *
     * @param sewn the area to cover: what is seen, and the reach below later neighbours
     */
    public static List<StitchObject> of(Region region, Geometry sewn) {
        List<StitchObject> objects = new ArrayList<>();
        Stroke stroke = region.stroke();
        if (stroke == null || stroke.widthMm() > SATIN_TO_MM) {
            fill(region, sewn, objects);
        } else if (stroke.widthMm() < SATIN_FROM_MM) {
            runs(region, sewn, stroke.widthMm(), objects);
        } else {
            List<Course> courses = new ArrayList<>();
            for (Contour contour : region.lines()) {
                courses.addAll(StrokeCourses.of(contour, stroke.widthMm()));
            }
            columns(region, sewn, courses, objects);
        }
        return objects;
    }

    private static void fill(Region region, Geometry area, List<StitchObject> objects) {
        for (Polygon polygon : Grid.polygons(area, 0)) {
            if (2 * polygon.getArea() / polygon.getLength() > BODY_MEAN_WIDTH_MM) {
                objects.add(new TatamiFill(region.thread(), region.element(), polygon, RowDirection.best(polygon)));
            } else {
                List<Course> courses = CompactCourse.of(polygon).map(List::of).orElseGet(() -> AxisCourses.of(polygon));
                columns(region, polygon, courses, objects);
            }
        }
    }

    private static void columns(Region region, Geometry sewn, List<Course> courses, List<StitchObject> objects) {
        List<Ladder> ladders = ladders(new Outline(sewn), courses);
        List<Geometry> covered = new ArrayList<>();
        for (Ladder ladder : ladders) {
            covered.add(CoveredArea.ofRing(ladder.ring()));
        }
        if (region.stroke() == null && covered(covered, sewn) < LEAST_SATIN_SHARE) {
            for (Polygon polygon : Grid.polygons(sewn, 0)) {
                objects.add(new TatamiFill(region.thread(), region.element(), polygon, RowDirection.best(polygon)));
            }
            return;
        }
        Geometry rest = Grid.minus(sewn, Grid.grown(Grid.union(covered), CLOSED_BY_THREAD_MM));
        for (Polygon polygon : Grid.polygons(rest, LEAST_TIP_MM2)) {
            if (polygon.getArea() < LEAST_REST_MM2
                    && polygon.getEnvelopeInternal().getDiameter() < LEAST_TIP_MM) {
                continue;
            }
            Geometry patch = Grid.common(Grid.grown(polygon, 2 * CLOSED_BY_THREAD_MM), sewn);
            for (Polygon whole : Grid.polygons(patch, 0)) {
                patch(region, whole, objects);
            }
        }
        for (Ladder ladder : ladders) {
            objects.add(new SatinColumn(region.thread(), region.element(), ladder));
        }
    }

    private static void patch(Region region, Polygon area, List<StitchObject> objects) {
        List<Ladder> ladders = CompactCourse.of(area)
                .map(course -> new RungCaster(new Outline(area), List.of(), course).ladders())
                .orElse(List.of());
        if (ladders.isEmpty()) {
            objects.add(new TatamiFill(region.thread(), region.element(), area, RowDirection.best(area)));
        } else {
            for (Ladder ladder : ladders) {
                objects.add(new SatinColumn(region.thread(), region.element(), ladder));
            }
        }
    }

    private static double covered(List<Geometry> covered, Geometry sewn) {
        double sum = 0;
        for (Geometry one : covered) {
            sum += one.getArea();
        }
        return sum / sewn.getArea();
    }

    /** The columns, longest first: where two meet, the shorter one ends just below the longer. */
    private static List<Ladder> ladders(Outline outline, List<Course> courses) {
        List<Course> longestFirst = new ArrayList<>(courses);
        longestFirst.sort(Comparator.comparingDouble(Course::length).reversed());
        List<Ladder> ladders = new ArrayList<>();
        List<Outline> taken = new ArrayList<>();
        for (Course course : longestFirst) {
            for (Ladder ladder : new RungCaster(outline, taken, course).ladders()) {
                ladders.add(ladder);
                double[] ring = ladder.inner(OVERLAP_MM);
                if (ring.length > 0) {
                    taken.add(Outline.ofRing(ring));
                }
            }
        }
        return ladders;
    }

    private static void runs(Region region, Geometry sewn, double width, List<StitchObject> objects) {
        Outline outline = new Outline(sewn);
        for (Contour contour : region.lines()) {
            double[] line = new double[2 * contour.size()];
            for (int i = 0; i < contour.size(); i++) {
                line[2 * i] = contour.x(i);
                line[2 * i + 1] = contour.y(i);
            }
            for (double[] part : SeenParts.of(line, contour.closed(), outline)) {
                boolean whole = contour.closed() && Arrays.equals(part, line);
                objects.add(new RunningStitch(region.thread(), region.element(), part, whole, width));
            }
        }
    }
}
