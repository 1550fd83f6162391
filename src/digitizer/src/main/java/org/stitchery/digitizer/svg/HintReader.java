package org.stitchery.digitizer.svg;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.artwork.SewingHints;
import org.stitchery.digitizer.artwork.SewingHints.Method;

/**
 * Reads what Ink/Stitch has noted on an element, as far as it means something to us. Its names and meanings are those of
 * its parameter dialog; lengths are millimetres on the cloth whatever the drawing's scale.
 */
final class HintReader {

    static final String NAMESPACE = "http://inkstitch.org/namespace";

    /** Under which the tree keeps its attributes. */
    static final String PREFIX = "inkstitch:";

    /** The attributes worth keeping. */
    static final Set<String> NAMES = Set.of(
            "angle",
            "auto_fill",
            "max_stitch_length_mm",
            "row_spacing_mm",
            "running_stitch_length_mm",
            "satin_column",
            "stroke_method",
            "zigzag_spacing_mm");

    private HintReader() {}

    static SewingHints read(SvgElement element) {
        boolean satin = isTrue(element, "satin_column");
        Double degrees = number(element, "angle", -360, 360);
        Double rows = number(element, satin ? "zigzag_spacing_mm" : "row_spacing_mm", 0.1, 10);
        String stroke = element.attribute(PREFIX + "stroke_method", "");
        boolean running = stroke.equals("running_stitch") || stroke.equals("bean_stitch");
        Double stitch = number(element, running ? "running_stitch_length_mm" : "max_stitch_length_mm", 0.5, 12);
        Method method = satin
                ? Method.SATIN
                : running ? Method.RUNNING : isTrue(element, "auto_fill") || degrees != null ? Method.FILL : null;
        return method == null && rows == null && stitch == null
                ? SewingHints.NONE
                : new SewingHints(method, degrees, rows, stitch);
    }

    private static boolean isTrue(SvgElement element, String name) {
        return element.attribute(PREFIX + name, "").equalsIgnoreCase("true");
    }

    /** Null for none and for one that makes no sense. */
    private static @Nullable Double number(SvgElement element, String name, double least, double most) {
        String text = element.attribute(PREFIX + name);
        if (text == null) {
            return null;
        }
        NumberScanner in = new NumberScanner(text.strip());
        return in.number() && in.value() >= least && in.value() <= most ? in.value() : null;
    }
}
