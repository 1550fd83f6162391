package org.stitchery.digitizer.lettering;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.artwork.ArtworkShape;
import org.stitchery.digitizer.artwork.ArtworkShape.Fill;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;
import org.stitchery.digitizer.artwork.Contour;
import org.stitchery.digitizer.fabric.ThreadWeight;
import org.stitchery.digitizer.geometry.CoveredArea;
import org.stitchery.digitizer.geometry.Grid;
import org.stitchery.embroidery.model.Finding;

/**
 * Text that was set: letters in their places, page millimetres, y downwards. {@link LetterSewing} sews it,
 * {@link #artwork(int)} gives its outlines to whoever wants to look at them or lay them over a drawing.
 */
public final class Lettered {

    private final List<SetLetter> letters;
    private final Typeface face;
    private final double letterMm;
    private final double lengthMm;
    private final ThreadWeight thread;
    private final List<Finding> findings;
    private final double[] box;

    Lettered(
            List<SetLetter> letters,
            Typeface face,
            double letterMm,
            double lengthMm,
            ThreadWeight thread,
            List<Finding> findings) {
        this.letters = List.copyOf(letters);
        this.face = face;
        this.letterMm = letterMm;
        this.lengthMm = lengthMm;
        this.thread = thread;
        this.findings = List.copyOf(findings);
        box = box(letters);
    }

    private static double[] box(List<SetLetter> letters) {
        double[] box = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (SetLetter letter : letters) {
            for (Column column : letter.columns()) {
                double[] r = column.rungs();
                for (int i = 0; i < r.length; i += 2) {
                    box[0] = Math.min(box[0], r[i]);
                    box[1] = Math.min(box[1], r[i + 1]);
                    box[2] = Math.max(box[2], r[i]);
                    box[3] = Math.max(box[3], r[i + 1]);
                }
            }
        }
        return box[0] > box[2] ? new double[4] : box;
    }

    List<SetLetter> letters() {
        return letters;
    }

    Typeface face() {
        return face;
    }

    ThreadWeight thread() {
        return thread;
    }

    /** What a person should know about it. */
    public List<Finding> findings() {
        return findings;
    }

    /** Height of a capital, after fitting. */
    public double letterMm() {
        return letterMm;
    }

    /** Length of the longest line along its baseline. */
    double lengthMm() {
        return lengthMm;
    }

    public double minXMm() {
        return box[0];
    }

    public double minYMm() {
        return box[1];
    }

    /** Width of what is drawn. */
    public double widthMm() {
        return box[2] - box[0];
    }

    /** Height of what is drawn, accents and descenders included. */
    public double heightMm() {
        return box[3] - box[1];
    }

    Lettered withFindings(List<Finding> all) {
        return new Lettered(letters, face, letterMm, lengthMm, thread, all);
    }

    /** Somewhere else on the page. */
    Lettered moved(double dx, double dy) {
        List<SetLetter> all =
                letters.stream().map(letter -> letter.moved(dx, dy)).toList();
        return new Lettered(all, face, letterMm, lengthMm, thread, findings);
    }

    /** With more letters or frames. */
    Lettered and(List<SetLetter> more) {
        List<SetLetter> all = new ArrayList<>(letters);
        all.addAll(more);
        return new Lettered(all, face, letterMm, lengthMm, thread, findings);
    }

    /** The outlines as one filled shape a letter, moved so that the page begins at (0, 0). */
    public Artwork artwork(int rgb) {
        List<ArtworkShape> shapes = new ArrayList<>();
        for (SetLetter letter : letters) {
            List<Contour> contours = new ArrayList<>();
            for (Polygon polygon : Grid.polygons(area(letter), 0)) {
                contours.add(contour(polygon.getExteriorRing()));
                for (int r = 0; r < polygon.getNumInteriorRing(); r++) {
                    contours.add(contour(polygon.getInteriorRingN(r)));
                }
            }
            if (!contours.isEmpty()) {
                shapes.add(new ArtworkShape(
                        letter.element(), contours, new Fill(rgb, 1, FillRule.EVEN_ODD), null, List.of()));
            }
        }
        return new Artwork(widthMm(), heightMm(), shapes, findings);
    }

    private Contour contour(LinearRing ring) {
        Coordinate[] points = ring.getCoordinates();
        double[] xy = new double[2 * (points.length - 1)];
        for (int i = 0; i < points.length - 1; i++) {
            xy[2 * i] = points[i].x - box[0];
            xy[2 * i + 1] = points[i].y - box[1];
        }
        return new Contour(xy, true);
    }

    /** What the columns of a letter cover together. */
    static Geometry area(SetLetter letter) {
        List<Geometry> parts = new ArrayList<>();
        for (Column column : letter.columns()) {
            int n = column.size();
            if (column.closed()) {
                // Two halves, each a plain strip, since the ring around a closed one would be filled in.
                parts.add(strip(column, 0, n / 2));
                parts.add(strip(column, n / 2, n));
            } else {
                parts.add(strip(column, 0, n - 1));
            }
        }
        return Grid.union(parts);
    }

    private static Geometry strip(Column column, int from, int to) {
        double[] r = column.rungs();
        int count = to - from + 1;
        double[] ring = new double[4 * count];
        for (int k = 0; k < count; k++) {
            int at = 4 * ((from + k) % column.size());
            ring[2 * k] = r[at];
            ring[2 * k + 1] = r[at + 1];
            ring[4 * count - 2 - 2 * k] = r[at + 2];
            ring[4 * count - 1 - 2 * k] = r[at + 3];
        }
        return CoveredArea.ofRing(ring);
    }
}
