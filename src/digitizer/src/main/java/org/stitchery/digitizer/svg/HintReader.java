package org.stitchery.digitizer.svg;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.artwork.SewingHints;
import org.stitchery.digitizer.artwork.SewingHints.Method;

/**
 * Reads what Ink/Stitch has noted on an element, as far as it means something to us. Its names and meanings are those of
 * its parameter dialog; lengths are millimetres on the cloth whatever the drawing's scale.
 *
 * <p>Followed, within limits: fill, contour and circular fill (both as a spiral, where the shape is round enough), satin column, zig-zag, running and bean stitch; the angle of rows; row and satin
 * spacing (0.25 to 5 mm, closer rows pile thread up); stitch length (1 to 12 mm); pull compensation (0 to 1 mm, the first
 * of two); underlay on or off; trim after. What would change the picture and is not followed, other fill and stroke
 * methods and stops, is told. How Ink/Stitch travels, locks and randomises is our own affair and passed over in silence.
 */
final class HintReader {

    static final String NAMESPACE = "http://inkstitch.org/namespace";

    /** Under which the tree keeps its attributes. */
    static final String PREFIX = "inkstitch:";

    /** The attributes worth keeping. */
    static final Set<String> NAMES = Set.of(
            "angle",
            "auto_fill",
            "center_walk_underlay",
            "contour_underlay",
            "fill_method",
            "fill_underlay",
            "max_stitch_length_mm",
            "pull_compensation_mm",
            "row_spacing_mm",
            "running_stitch_length_mm",
            "satin_column",
            "satin_method",
            "stop_after",
            "stroke_method",
            "trim_after",
            "zigzag_spacing_mm",
            "zigzag_underlay");

    private static final List<String> SATIN_UNDERLAYS =
            List.of("center_walk_underlay", "contour_underlay", "zigzag_underlay");

    /** Closer rows than this pile thread up, mm. */
    private static final double CLOSEST_MM = 0.25;

    /** What we sew for each of its stroke methods; others are told. */
    private static final Map<String, Method> STROKES = Map.of(
            "running_stitch", Method.RUNNING,
            "bean_stitch", Method.RUNNING,
            "manual_stitch", Method.RUNNING,
            "zigzag_stitch", Method.SATIN);

    /** Its fill methods that wind around a middle. */
    private static final Set<String> SPIRALS = Set.of("circular_fill", "contour_fill");

    private static final Set<String> ROWS = Set.of("", "auto_fill", "legacy_fill");

    private HintReader() {}

    /**
     * The wishes on one element.
     *
     * @param findings receives what is not followed
     */
    static SewingHints read(SvgElement element, FindingList findings) {
        boolean satin = isTrue(element, "satin_column");
        Double degrees = number(element, "angle", -360, 360);
        Double rows = number(element, satin ? "zigzag_spacing_mm" : "row_spacing_mm", 0.1, 5);
        String strokeMethod = element.attribute(PREFIX + "stroke_method", "");
        Method stroke = satin ? null : STROKES.get(strokeMethod);
        if (stroke == Method.SATIN) {
            rows = number(element, "zigzag_spacing_mm", 0.1, 5);
        }
        boolean running = stroke == Method.RUNNING;
        Double stitch = number(element, running ? "running_stitch_length_mm" : "max_stitch_length_mm", 1, 12);
        Double pull = number(element, "pull_compensation_mm", 0, 1);
        Method method = satin ? Method.SATIN : stroke != null ? stroke : fill(element, degrees);
        if (rows != null && rows < CLOSEST_MM) {
            findings.note(
                    FindingCode.HINT_LIMITED,
                    element.displayName(),
                    "The file asks for rows " + rows + " mm apart; closer than " + CLOSEST_MM
                            + " mm thread piles up, so that is what is sewn.");
            rows = CLOSEST_MM;
        }
        tellWhatIsNotFollowed(element, satin, strokeMethod, findings);
        return new SewingHints(method, degrees, rows, stitch, pull, underlay(element, satin), trim(element));
    }

    private static @Nullable Method fill(SvgElement element, @Nullable Double degrees) {
        if (SPIRALS.contains(element.attribute(PREFIX + "fill_method", ""))) {
            return Method.SPIRAL;
        }
        return isTrue(element, "auto_fill") || degrees != null ? Method.FILL : null;
    }

    private static void tellWhatIsNotFollowed(
            SvgElement element, boolean satin, String strokeMethod, FindingList findings) {
        String fill = element.attribute(PREFIX + "fill_method", "");
        String column = element.attribute(PREFIX + "satin_method", "");
        String what = null;
        if (!satin && !strokeMethod.isEmpty() && !STROKES.containsKey(strokeMethod)) {
            what = "the stroke method " + named(strokeMethod);
        } else if (!satin && !ROWS.contains(fill) && !SPIRALS.contains(fill)) {
            what = "the fill method " + named(fill);
        } else if (satin && !column.isEmpty() && !column.equals("satin_column")) {
            what = "the satin method " + named(column);
        } else if (isTrue(element, "stop_after")) {
            what = "a stop after this part";
        }
        if (what != null) {
            findings.note(
                    FindingCode.HINT_NOT_FOLLOWED,
                    element.displayName(),
                    "The file asks for " + what + ", which is not sewn here; the part is sewn in the usual way.");
        }
    }

    private static String named(String method) {
        return TextCleaner.clean(method, 40).replace('_', ' ');
    }

    private static boolean trim(SvgElement element) {
        return isTrue(element, "trim_after");
    }

    /** What the file says of underlay; of a column's three kinds one is enough. */
    private static @Nullable Boolean underlay(SvgElement element, boolean satin) {
        Boolean wish = null;
        for (String name : satin ? SATIN_UNDERLAYS : List.of("fill_underlay")) {
            String said = element.attribute(PREFIX + name, "").toLowerCase(Locale.ROOT);
            if (said.equals("true")) {
                return true;
            }
            wish = said.equals("false") ? Boolean.FALSE : wish;
        }
        return wish;
    }

    private static boolean isTrue(SvgElement element, String name) {
        return element.attribute(PREFIX + name, "").equalsIgnoreCase("true");
    }

    /** The first number of the text; null for none and for one that makes no sense. */
    private static @Nullable Double number(SvgElement element, String name, double least, double most) {
        String text = element.attribute(PREFIX + name);
        if (text == null) {
            return null;
        }
        NumberScanner in = new NumberScanner(text.strip());
        return in.number() && in.value() >= least && in.value() <= most ? in.value() : null;
    }
}
