package org.stitchery.digitizer.svg;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.artwork.ArtworkShape;
import org.stitchery.digitizer.artwork.Contour;
import org.stitchery.embroidery.model.Finding;

/** Reads inline drawings on a page of 100 by 100 mm with one unit to the millimetre, and says shapes as short text. */
final class Svg {

    private static final String NAMESPACES =
            "xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'";

    private Svg() {}

    static Artwork read(String body) {
        return read("width='100mm' height='100mm' viewBox='0 0 100 100'", body);
    }

    static Artwork read(String attributes, String body) {
        return SvgIntake.read(bytes(attributes, body), IntakeSettings.asDrawn());
    }

    static byte[] bytes(String attributes, String body) {
        return ("<svg " + NAMESPACES + " " + attributes + ">" + body + "</svg>").getBytes(StandardCharsets.UTF_8);
    }

    /** The only shape of a drawing. */
    static ArtworkShape only(String body) {
        List<ArtworkShape> shapes = read(body).shapes();
        if (shapes.size() != 1) {
            throw new AssertionError("Expected one shape, got " + shapes.size());
        }
        return shapes.get(0);
    }

    /** The contours of the only shape, as {@code 0 0, 10 0, 10 10 closed | ...}. */
    static String contours(String body) {
        return text(only(body).contours());
    }

    static String text(List<Contour> contours) {
        return contours.stream().map(Svg::text).collect(Collectors.joining(" | "));
    }

    private static String text(Contour contour) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < contour.size(); i++) {
            out.append(i == 0 ? "" : ", ")
                    .append(number(contour.x(i)))
                    .append(' ')
                    .append(number(contour.y(i)));
        }
        return out.append(contour.closed() ? " closed" : "").toString();
    }

    private static String number(double v) {
        String text = String.format(Locale.ROOT, "%.2f", v);
        text = text.replaceAll("0+$", "").replaceAll("\\.$", "");
        return text.equals("-0") ? "0" : text;
    }

    /** The box around a contour, as {@code x y width height}. */
    static String box(ArtworkShape shape) {
        Box box = DrawnExtents.of(shape);
        return number(box.minX()) + " " + number(box.minY()) + " " + number(box.width()) + " " + number(box.height());
    }

    /** The fill of each shape in order, {@code -} for none. */
    static String fills(Artwork artwork) {
        return artwork.shapes().stream()
                .map(s -> s.fill() == null ? "-" : hex(s.fill().rgb()))
                .collect(Collectors.joining(" "));
    }

    static String hex(int rgb) {
        return String.format("#%06x", rgb);
    }

    /** Codes and elements of all findings, as {@code W_CODE path[1]}. */
    static List<String> findings(Artwork artwork) {
        return artwork.findings().stream().map(Svg::text).toList();
    }

    private static String text(Finding finding) {
        return finding.code() + (finding.element() == null ? "" : " " + finding.element());
    }
}
