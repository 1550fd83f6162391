package org.stitchery.embroidery.picture;

import java.io.IOException;
import java.util.Locale;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * A design as an SVG in millimetres: each colour block a group with its thread, in it a line for every way the thread lies
 * without being cut or carried. For looking closely in any program that shows drawings; {@link ThreadPicture} shows how it
 * will look.
 */
public final class StitchDrawing {

    /** About how wide a thread of 40 weight lies, in millimetres. */
    private static final String THREAD_MM = "0.35";

    /** Around the design, in tenths of a millimetre. */
    private static final int MARGIN = 20;

    private final StitchPattern pattern;
    private final Appendable out;
    private boolean drawing;
    private int block;

    private StitchDrawing(StitchPattern pattern, Appendable out) {
        this.pattern = pattern;
        this.out = out;
    }

    /** Writes the drawing; neither flushes nor closes. The page begins at the design's upper left and says where that is. */
    public static void write(StitchPattern pattern, Appendable out) throws IOException {
        new StitchDrawing(pattern, out).write();
    }

    private void write() throws IOException {
        Extents box = pattern.extents();
        int left = box.minX() - MARGIN;
        int top = box.minY() - MARGIN;
        int width = box.maxX() - box.minX() + 2 * MARGIN;
        int height = box.maxY() - box.minY() + 2 * MARGIN;
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + mm(width) + "mm\" height=\"" + mm(height)
                + "mm\" viewBox=\"" + mm(left) + " " + mm(top) + " " + mm(width) + " " + mm(height) + "\">\n");
        out.append("<title>" + escaped(pattern.name()) + "</title>\n");
        begin();
        for (int i = 0; i < pattern.size(); i++) {
            switch (pattern.command(i)) {
                case STITCH -> stitch(i);
                case COLOR_CHANGE -> {
                    end();
                    block++;
                    begin();
                }
                case JUMP, TRIM, STOP, END -> lift();
            }
        }
        end();
        out.append("</svg>\n");
    }

    private void begin() throws IOException {
        ThreadColor thread =
                block < pattern.threads().size() ? pattern.threads().get(block) : ThreadColor.ofRgb(0);
        out.append("<g fill=\"none\" stroke=\"" + thread.hex() + "\" stroke-width=\"" + THREAD_MM
                + "\" stroke-linecap=\"round\" stroke-linejoin=\"round\"><desc>"
                + escaped((thread.brand() + " " + thread.code() + " " + thread.name()).strip()) + "</desc>\n");
    }

    private void end() throws IOException {
        lift();
        out.append("</g>\n");
    }

    /** A line begins where the needle was before, unless the thread came from further away. */
    private void stitch(int i) throws IOException {
        if (!drawing) {
            boolean together = i > 0 && pattern.command(i - 1) == StitchCommand.STITCH;
            int from = together ? i - 1 : i;
            out.append("<path d=\"M" + mm(pattern.x(from)) + " " + mm(pattern.y(from)) + "L");
            drawing = true;
        } else {
            out.append(' ');
        }
        out.append(mm(pattern.x(i)) + " " + mm(pattern.y(i)));
    }

    private void lift() throws IOException {
        if (drawing) {
            out.append("\"/>\n");
            drawing = false;
        }
    }

    private static String mm(int tenths) {
        return String.format(Locale.ROOT, "%.1f", tenths / 10.0);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().filter(c -> c >= ' ').forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
