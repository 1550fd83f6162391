package org.stitchery.embroidery.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the formats declare of themselves, as lines of a table for people. */
public final class FormatTable {

    /** One column's head each. */
    public static final List<String> HEADS = List.of(
            "Format",
            "Id",
            "Endings",
            "Read",
            "Written",
            "Threads",
            "Cuts",
            "Stops",
            "Name",
            "Needles",
            "Hoop",
            "Longest move",
            "Grid",
            "Reading held against",
            "Writing held against");

    private static final int FEWEST_TO_FOLD = 5;

    private FormatTable() {}

    /** One row for each format, in the order of {@link Formats#all()}. */
    public static List<List<String>> rows() {
        return Formats.all().stream().map(FormatTable::row).toList();
    }

    private static List<String> row(EmbroideryFormat format) {
        FormatAbilities can = format.abilities();
        FormatProof proof = FormatProof.of(format);
        return List.of(
                format.title(),
                format.id(),
                endings(format),
                yes(format.reader().isPresent()),
                yes(format.writer().isPresent()),
                words(can.threads()),
                words(can.trims()),
                yes(can.stops()),
                can.nameLength() == 0 ? "-" : Integer.toString(can.nameLength()),
                can.mostNeedles() == 0 ? "-" : Integer.toString(can.mostNeedles()),
                yes(can.hoop()),
                String.format(Locale.ROOT, "%.1f mm", can.longestMoveTenths() / 10.0),
                String.format(Locale.ROOT, "%.3g mm", can.gridTenths() / 10.0),
                proof.read().words(),
                proof.written().words());
    }

    /** As Markdown. */
    public static String markdown() {
        StringBuilder text = new StringBuilder();
        line(HEADS, text);
        line(HEADS.stream().map(head -> "---").toList(), text);
        rows().forEach(row -> line(row, text));
        return text.toString();
    }

    private static void line(List<String> cells, StringBuilder text) {
        text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    /** The endings; those that only count on are folded: {@code u00-u99}. */
    private static String endings(EmbroideryFormat format) {
        List<String> folded = new ArrayList<>();
        List<String> endings = format.extensions();
        int i = 0;
        while (i < endings.size()) {
            int last = i;
            while (last + 1 < endings.size() && countsOn(endings.get(last), endings.get(last + 1))) {
                last++;
            }
            if (last - i >= FEWEST_TO_FOLD) {
                folded.add(endings.get(i) + "-" + endings.get(last));
            } else {
                folded.addAll(endings.subList(i, last + 1));
            }
            i = last + 1;
        }
        return String.join(" ", folded);
    }

    private static boolean countsOn(String ending, String next) {
        String letters = ending.replaceAll("[0-9]+$", "");
        String number = ending.substring(letters.length());
        return !number.isEmpty()
                && next.startsWith(letters)
                && next.substring(letters.length()).matches("[0-9]{1,3}")
                && Integer.parseInt(next.substring(letters.length())) == Integer.parseInt(number) + 1;
    }

    private static String yes(boolean is) {
        return is ? "yes" : "-";
    }

    private static String words(Enum<?> ability) {
        return ability.name().equals("NONE")
                ? "-"
                : ability.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
