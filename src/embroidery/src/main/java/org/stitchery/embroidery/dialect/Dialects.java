package org.stitchery.embroidery.dialect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.Formats;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.WriteOptions;

/**
 * A list of dialects: text with one a line, columns parted by tabs, named by the first line.
 *
 * <pre>
 * id           small letters, digits, dashes
 * format       id of a format that is written
 * version      of formats that have several, 0 for the usual one
 * jumps        a cut is so many jumps in a row, 2 to 8, where the format has no code for it
 * trims        yes, or no leaves cuts out
 * one-color    yes says 1 where a header counts no colour change
 * header-colors yes adds thread colours where machines do not read them
 * stops        change, or left-out
 * name         the longest name in characters, 0 for what the format holds
 * file         any, or 8.3
 * needles      of the machine, 0 for what the format has codes for
 * title        for people
 * </pre>
 *
 * <p>Empty lines and those that begin with {@code #} are passed over.
 */
public final class Dialects {

    /** The first line of a list: the columns' names parted by tabs. */
    public static final String HEADS = String.join(
            "\t",
            "id",
            "format",
            "version",
            "jumps",
            "trims",
            "one-color",
            "header-colors",
            "stops",
            "name",
            "file",
            "needles",
            "title");

    private static final String RESOURCE = "dialects.tsv";
    private static final List<String> COLUMNS = List.of(HEADS.split("\t"));
    private static final Map<String, StopRule> STOPS =
            Map.of("change", StopRule.AS_COLOR_CHANGE, "left-out", StopRule.LEFT_OUT);
    private static final Map<String, FileNameRule> FILE_NAMES =
            Map.of("any", FileNameRule.ANY, "8.3", FileNameRule.EIGHT_DOT_THREE);

    /** Those we bring along. */
    public static final Dialects BUILT_IN = load();

    private final Map<String, Dialect> byId;

    private Dialects(Map<String, Dialect> byId) {
        this.byId = byId;
    }

    /** All in the order of the list. */
    public List<Dialect> all() {
        return List.copyOf(byId.values());
    }

    /** The one of that id. */
    public Optional<Dialect> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Those for a format, in the order of the list. */
    public List<Dialect> of(EmbroideryFormat format) {
        return byId.values().stream()
                .filter(dialect -> dialect.format().equals(format))
                .toList();
    }

    /** These and others; an id that is in both means the other. */
    public Dialects and(Dialects others) {
        Map<String, Dialect> both = new LinkedHashMap<>(byId);
        both.putAll(others.byId);
        return new Dialects(both);
    }

    /** A dialect as a line of a list. */
    public static String line(Dialect dialect) {
        return String.join(
                "\t",
                dialect.id(),
                dialect.format().id(),
                Integer.toString(dialect.options().version()),
                Integer.toString(dialect.options().jumpsPerTrim()),
                dialect.options().trims() ? "yes" : "no",
                dialect.options().countsAtLeastOneColor() ? "yes" : "no",
                dialect.options().threadsInHeader() ? "yes" : "no",
                word(STOPS, dialect.stops()),
                Integer.toString(dialect.nameLength()),
                word(FILE_NAMES, dialect.fileName()),
                Integer.toString(dialect.needles()),
                dialect.title());
    }

    private static <T> String word(Map<String, T> words, T value) {
        return words.entrySet().stream()
                .filter(word -> word.getValue() == value)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /**
     * Reads a list.
     *
     * @param name of the file, for messages
     * @throws IllegalArgumentException with line, column, what was expected and what was found
     */
    public static Dialects read(String name, String text) {
        Map<String, Dialect> byId = new LinkedHashMap<>();
        List<String> lines = text.lines().toList();
        boolean headed = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Row row = new Row(name + ", line " + (i + 1), List.of(line.split("\t", -1)));
            if (!headed) {
                row.requireHeads();
                headed = true;
                continue;
            }
            Dialect dialect = row.dialect();
            if (byId.putIfAbsent(dialect.id(), dialect) != null) {
                throw row.wrong("an id that is not taken", dialect.id());
            }
        }
        return new Dialects(Collections.unmodifiableMap(byId));
    }

    private static Dialects load() {
        try (InputStream in = Dialects.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing beside " + Dialects.class);
            }
            return read(RESOURCE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", unreadable);
        }
    }

    /** One line; the place is for messages. */
    private record Row(String place, List<String> cells) {

        void requireHeads() {
            if (!cells.equals(COLUMNS)) {
                throw wrong("the columns " + String.join(", ", COLUMNS), String.join(", ", cells));
            }
        }

        Dialect dialect() {
            if (cells.size() != COLUMNS.size()) {
                throw wrong(COLUMNS.size() + " columns parted by tabs", Integer.toString(cells.size()));
            }
            String id = cell("format");
            EmbroideryFormat format =
                    Formats.byId(id).orElseThrow(() -> wrong("format: the id of a format that is written", id));
            try {
                return new Dialect(
                        cell("id"),
                        cell("title"),
                        format,
                        new WriteOptions(
                                yes("trims"),
                                number("jumps", ReadOptions.FEWEST_JUMPS_PER_TRIM, ReadOptions.MOST_JUMPS_PER_TRIM),
                                yes("one-color"),
                                yes("header-colors"),
                                number("version", 0, 99)),
                        choice("stops", STOPS),
                        number("name", 0, 999),
                        choice("file", FILE_NAMES),
                        number("needles", 0, 255));
            } catch (UnfitRow e) {
                throw e;
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
            }
        }

        private String cell(String column) {
            return cells.get(COLUMNS.indexOf(column));
        }

        private boolean yes(String column) {
            return choice(column, Map.of("yes", true, "no", false));
        }

        private <T> T choice(String column, Map<String, T> choices) {
            T chosen = choices.get(cell(column));
            if (chosen == null) {
                List<String> words = new ArrayList<>(choices.keySet());
                Collections.sort(words);
                throw wrong(column + ": " + String.join(" or ", words), cell(column));
            }
            return chosen;
        }

        private int number(String column, int least, int most) {
            String text = cell(column);
            int number = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
            if (number < least || number > most) {
                throw wrong(column + ": a number from " + least + " to " + most, text);
            }
            return number;
        }

        UnfitRow wrong(String expected, String found) {
            return new UnfitRow(place + ": expected " + expected + ", found " + found);
        }
    }

    private static final class UnfitRow extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        UnfitRow(String message) {
            super(message);
        }
    }
}
