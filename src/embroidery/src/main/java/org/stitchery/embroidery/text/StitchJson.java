package org.stitchery.embroidery.text;

import java.io.IOException;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * A pattern as JSON, for programs that want all of it at once:
 *
 * <pre>
 * {"name": "rose", "unitMm": 0.1,
 *  "threads": [{"rgb": "#c81e2b", "brand": "", "code": "", "name": "Red"}],
 *  "needles": [],
 *  "commands": [
 *   [0, 0, "STITCH"],
 *   [25, -3, "END"]]}
 * </pre>
 *
 * Positions are in tenths of a millimetre from the start, y downwards; threads and needles by colour block.
 */
public final class StitchJson {

    private StitchJson() {}

    /** Writes it; neither flushes nor closes. */
    public static void write(StitchPattern pattern, Appendable out) throws IOException {
        out.append("{\"name\": ");
        text(pattern.name(), out);
        out.append(", \"unitMm\": 0.1,\n \"threads\": [");
        String between = "";
        for (ThreadColor thread : pattern.threads()) {
            out.append(between).append("{\"rgb\": \"").append(thread.hex()).append("\", \"brand\": ");
            text(thread.brand(), out);
            out.append(", \"code\": ");
            text(thread.code(), out);
            out.append(", \"name\": ");
            text(thread.name(), out);
            out.append('}');
            between = ",\n  ";
        }
        out.append("],\n \"needles\": ").append(pattern.needles().toString()).append(",\n \"commands\": [");
        for (int i = 0; i < pattern.size(); i++) {
            out.append(i == 0 ? "\n  [" : ",\n  [")
                    .append(Integer.toString(pattern.x(i)))
                    .append(", ")
                    .append(Integer.toString(pattern.y(i)))
                    .append(", \"")
                    .append(pattern.command(i).name())
                    .append("\"]");
        }
        out.append("]}\n");
    }

    private static void text(String text, Appendable out) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
