package org.stitchery.service.machine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.embroidery.thread.Palettes;

/** Threads as one line of text: maker's chart, number and name, or a colour with a name for what is on no chart. */
final class ThreadText {

    private static final Pattern OWN = Pattern.compile("#([0-9a-fA-F]{6})\\s*(.{0,60})");

    private static final Map<String, ThreadColor> CHARTS = charts();

    private ThreadText() {}

    /** What somebody may choose from. */
    static List<String> choices() {
        return List.copyOf(CHARTS.keySet());
    }

    static String of(ThreadColor thread) {
        String text = text(thread);
        ThreadColor found = CHARTS.get(text);
        return thread.equals(found) ? text : (thread.hex() + " " + text).strip();
    }

    /** The thread of that text; empty when it is on no chart and no colour. */
    static Optional<ThreadColor> parse(String text) {
        String asked = text.strip().replaceAll("\\s+", " ");
        ThreadColor known = CHARTS.get(asked);
        if (known != null) {
            return Optional.of(known);
        }
        Matcher own = OWN.matcher(asked);
        if (own.matches()) {
            return Optional.of(new ThreadColor(
                    Integer.parseInt(own.group(1), 16), "", "", own.group(2).strip()));
        }
        return CHARTS.entrySet().stream()
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).equals(asked.toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, ThreadColor> charts() {
        Map<String, ThreadColor> charts = new LinkedHashMap<>();
        Palettes.all()
                .forEach(palette -> palette.threads().forEach(thread -> charts.putIfAbsent(text(thread), thread)));
        return charts;
    }

    private static String text(ThreadColor thread) {
        return (thread.brand() + " " + thread.code() + " " + thread.name())
                .strip()
                .replaceAll("\\s+", " ");
    }
}
