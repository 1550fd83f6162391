package org.stitchery.digitizer.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.stitchery.digitizer.artwork.ArtworkShape.Stroke;
import org.stitchery.digitizer.artwork.Contour;
import org.stitchery.digitizer.artwork.SewingHints.Method;
import org.stitchery.digitizer.geometry.CoveredArea;
import org.stitchery.digitizer.geometry.Grid;
import org.stitchery.digitizer.geometry.OpenCloth;
import org.stitchery.digitizer.geometry.Outline;

/**
 * Chooses how a region is sewn, from its geometry alone: small discs by a spiral, narrow shapes as columns, bodies in rows.
 *
 * <p>Drawn lines are sewn along their course: below {@value #SATIN_FROM_MM} mm as a running stitch there and back, up to
 * {@value #SATIN_TO_MM} mm as satin, wider ones as fills. What the columns leave uncovered, at odd corners and where
 * others lie over a line, is filled like any other area.
 *
 * <p>What the drawing's file asks for is done instead where it can be sewn: a running stitch along the middle of a thick
 * line, satin a little beyond the widths that would be chosen, rows where columns would have been, and in which
 * direction.
 */
public final class MethodChoice {

    /** Satin narrower than this is for experts only (Graphics Pro: 1.0 mm safe, 0.8 mm possible). */
    public static final double SATIN_FROM_MM = 0.8;

    /** Wider satin snags (McGraphix: 7 mm). */
    static final double SATIN_TO_MM = 7;

    /** Where the file asks for satin it may be as narrow as thread allows, */
    private static final double WISHED_SATIN_FROM_MM = 0.6;

    /** and as wide as split stitches hold. */
    private static final double WISHED_SATIN_TO_MM = 12;

    /** Where the file asks for a running stitch on a thick line, the thread runs there and back along its middle. */
    private static final double WISHED_RUN_MM = 0.4;

    /** Bare rests no wider than this are closed by the thread's own width. */
    private static final double CLOSED_BY_THREAD_MM = 0.15;

    /** Bare rests smaller than this are not worth a start and an end. */
    private static final double LEAST_REST_MM2 = 0.5;

    /** Long ones are, from this area on: slender tips. */
    private static final double LEAST_TIP_MM2 = 0.08;

    private static final double LEAST_TIP_MM = 0.9;

    /** Areas wider than this on the average are bodies without looking closer: twice area by outline length. */
    private static final double BODY_MEAN_WIDTH_MM = 8;

    /**
     * When columns cover less of an area than this share, rows sew all of it but narrow limbs: a patchwork is worse than
     * either.
     */
    private static final double LEAST_SATIN_SHARE = 0.8;

    /** Limbs are no wider than this, mm, */
    private static final double LIMB_TO_MM = 2;

    /** and so many times as long as wide. */
    private static final double LIMB_LENGTHS = 4;

    /** Columns of one thread reach so far below each other. */
    private static final double OVERLAP_MM = 0.25;

    private MethodChoice() {}

    /**
     * The objects that sew a region, first those that lie lowest.
     *
     * @param sewn the area to cover: what is seen, and the reach below later neighbours
     * @param cloth what all regions leave open
     */
    public static List<StitchObject> of(Region region, Geometry sewn, OpenCloth cloth) {
        List<StitchObject> objects = new ArrayList<>();
        Stroke stroke = region.stroke();
        Method wish = region.hints().method();
        if (stroke == null || stroke.widthMm() > (wish == Method.SATIN ? WISHED_SATIN_TO_MM : SATIN_TO_MM)) {
            fill(region, sewn, cloth, objects);
        } else if (wish == Method.RUNNING) {
            runs(region, sewn, Math.min(stroke.widthMm(), WISHED_RUN_MM), objects);
        } else if (stroke.widthMm() < (wish == Method.SATIN ? WISHED_SATIN_FROM_MM : SATIN_FROM_MM)) {
            runs(region, sewn, stroke.widthMm(), objects);
        } else {
            List<Course> courses = new ArrayList<>();
            for (Contour contour : region.lines()) {
                courses.addAll(StrokeCourses.of(contour, stroke.widthMm()));
            }
            columns(region, sewn, courses, cloth, objects);
        }
        return objects;
    }

    private static void fill(Region region, Geometry area, OpenCloth cloth, List<StitchObject> objects) {
        for (Polygon polygon : Grid.polygons(area, 0)) {
            if (isSpiral(region.hints().method(), polygon)) {
                objects.add(new SpiralFill(region.thread(), region.element(), polygon, region.hints()));
            } else if (2 * polygon.getArea() / polygon.getLength() > BODY_MEAN_WIDTH_MM
                    || region.hints().method() == Method.FILL) {
                objects.add(rows(region, polygon, cloth));
            } else {
                List<Course> courses = CompactCourse.of(polygon).map(List::of).orElseGet(() -> AxisCourses.of(polygon));
                columns(region, polygon, courses, cloth, objects);
            }
        }
    }

    private static boolean isSpiral(@Nullable Method wish, Polygon area) {
        return wish == Method.SPIRAL && SpiralFill.fits(area) || wish == null && SpiralFill.suits(area);
    }

    /** Rows in the direction the file asks for, else in the best one. */
    private static TatamiFill rows(Region region, Polygon area, OpenCloth cloth) {
        Double degrees = region.hints().rowDegrees();
        RowDirection direction = degrees == null ? RowDirection.best(area) : RowDirection.nearest(degrees);
        return new TatamiFill(
                region.thread(), region.element(), area, direction, region.hints(), region.visible(), cloth);
    }

    private static void columns(
            Region region, Geometry sewn, List<Course> courses, OpenCloth cloth, List<StitchObject> objects) {
        List<Ladder> ladders = ladders(new Outline(sewn), courses, cloth);
        List<Geometry> covered = covered(ladders);
        if (region.stroke() == null
                && region.hints().method() != Method.SATIN
                && share(covered, sewn) < LEAST_SATIN_SHARE) {
            ladders = ladders.stream().filter(MethodChoice::isLimb).toList();
            covered = covered(ladders);
            if (ladders.isEmpty()) {
                for (Polygon polygon : Grid.polygons(sewn, 0)) {
                    objects.add(rows(region, polygon, cloth));
                }
                return;
            }
        }
        Geometry rest = Grid.minus(sewn, Grid.grown(Grid.union(covered), CLOSED_BY_THREAD_MM));
        for (Polygon polygon : Grid.polygons(rest, LEAST_TIP_MM2)) {
            if (polygon.getArea() < LEAST_REST_MM2
                    && polygon.getEnvelopeInternal().getDiameter() < LEAST_TIP_MM) {
                continue;
            }
            Geometry patch = Grid.common(Grid.grown(polygon, 2 * CLOSED_BY_THREAD_MM), sewn);
            for (Polygon whole : Grid.polygons(patch, 0)) {
                patch(region, whole, cloth, objects);
            }
        }
        for (Ladder ladder : ladders) {
            objects.add(new SatinColumn(region.thread(), region.element(), ladder, region.hints()));
        }
    }

    private static void patch(Region region, Polygon area, OpenCloth cloth, List<StitchObject> objects) {
        List<Ladder> ladders = CompactCourse.of(area)
                .map(course -> new RungCaster(new Outline(area), List.of(), cloth, course).ladders())
                .orElse(List.of());
        if (ladders.isEmpty()) {
            objects.add(rows(region, area, cloth));
        } else {
            for (Ladder ladder : ladders) {
                objects.add(new SatinColumn(region.thread(), region.element(), ladder, region.hints()));
            }
        }
    }

    private static List<Geometry> covered(List<Ladder> ladders) {
        List<Geometry> covered = new ArrayList<>(ladders.size());
        for (Ladder ladder : ladders) {
            covered.add(CoveredArea.ofRing(ladder.ring()));
        }
        return covered;
    }

    /** Stems and outlines stay columns even where what they grow from is filled with rows. */
    private static boolean isLimb(Ladder ladder) {
        double width = ladder.meanWidth();
        return width <= LIMB_TO_MM && ladder.length() >= LIMB_LENGTHS * width;
    }

    private static double share(List<Geometry> covered, Geometry sewn) {
        double sum = 0;
        for (Geometry one : covered) {
            sum += one.getArea();
        }
        return sum / sewn.getArea();
    }

    /** The columns, longest first: where two meet, the shorter one ends just below the longer. */
    private static List<Ladder> ladders(Outline outline, List<Course> courses, OpenCloth cloth) {
        List<Course> longestFirst = new ArrayList<>(courses);
        longestFirst.sort(Comparator.comparingDouble(Course::length).reversed());
        List<Ladder> ladders = new ArrayList<>();
        List<Outline> taken = new ArrayList<>();
        for (Course course : longestFirst) {
            for (Ladder ladder : new RungCaster(outline, taken, cloth, course).ladders()) {
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
                objects.add(new RunningStitch(region.thread(), region.element(), part, whole, width, region.hints()));
            }
        }
    }
}
