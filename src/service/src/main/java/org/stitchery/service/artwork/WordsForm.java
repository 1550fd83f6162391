package org.stitchery.service.artwork;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.lettering.Inscription;
import org.stitchery.service.platform.ProblemException;

/**
 * Words as people and programs ask for them; what is missing becomes the usual.
 *
 * @param words what to write; a list of names has one on each line
 * @param kind {@code text}, {@code monogram}, {@code monogram_circle}, {@code monogram_diamond} or, for a list,
 *     {@value #NAMES}
 * @param face name of a typeface
 * @param heightMm of a capital, of a monogram the whole
 * @param line {@code straight} or {@code arched}
 * @param place {@code below} or {@code above}
 * @param color as {@code #rrggbb}
 */
public record WordsForm(
        @Nullable String words,
        @Nullable String kind,
        @Nullable String face,
        @Nullable String heightMm,
        @Nullable String line,
        @Nullable String place,
        @Nullable String color) {

    /** The kind that stands for one proof a line. */
    static final String NAMES = "names";

    static final WordsForm USUAL = new WordsForm("", "text", "block", "12", "straight", "below", "#1a2850");

    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

    /** True when there is something to write. */
    boolean isWanted() {
        return words != null && !words.isBlank();
    }

    boolean isNames() {
        return NAMES.equalsIgnoreCase(kind);
    }

    /** The names of a list: its lines that are not blank. */
    List<String> names() {
        return words == null
                ? List.of()
                : words.lines()
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    /** The same with what is missing filled in, to be shown on a form. */
    WordsForm filled() {
        return new WordsForm(
                or(words, USUAL.words),
                or(kind, USUAL.kind),
                or(face, USUAL.face),
                or(heightMm, USUAL.heightMm),
                or(line, USUAL.line),
                or(place, USUAL.place),
                or(color, USUAL.color));
    }

    /**
     * What is to be sewn, null for nothing; of a list the longest name, so that one hoop takes all.
     *
     * @throws ProblemException 422 with what is wrong
     */
    @Nullable
    Inscription inscription() {
        if (!isWanted()) {
            return null;
        }
        WordsForm all = filled();
        String text = isNames()
                ? names().stream()
                        .max(java.util.Comparator.comparingInt(String::length))
                        .orElse("")
                : String.valueOf(words);
        double height = ProofDesk.number(all.heightMm);
        try {
            return new Inscription(
                    text,
                    isNames() ? Inscription.Kind.TEXT : one(Inscription.Kind.class, all.kind),
                    String.valueOf(all.face),
                    height,
                    one(Inscription.Line.class, all.line),
                    one(Inscription.Place.class, all.place),
                    rgb(String.valueOf(all.color)));
        } catch (IllegalArgumentException e) {
            throw ProblemException.unprocessable("WORDS_RANGE", String.valueOf(e.getMessage()));
        }
    }

    /** The form that would ask for these words again. */
    static WordsForm of(@Nullable Inscription words) {
        if (words == null) {
            return USUAL;
        }
        String height = String.format(Locale.ROOT, "%.1f", words.heightMm());
        return new WordsForm(
                words.words(),
                words.kind().name().toLowerCase(Locale.ROOT),
                words.face(),
                height.endsWith(".0") ? height.substring(0, height.length() - 2) : height,
                words.line().name().toLowerCase(Locale.ROOT),
                words.place().name().toLowerCase(Locale.ROOT),
                String.format("#%06x", words.rgb()));
    }

    private static @Nullable String or(@Nullable String given, @Nullable String usual) {
        return given == null || given.isBlank() ? usual : given;
    }

    private static <E extends Enum<E>> E one(Class<E> kind, @Nullable String word) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + word + "\" is not on the list for words."));
    }

    private static int rgb(String color) {
        if (!COLOR.matcher(color).matches()) {
            throw new IllegalArgumentException("Write a colour as #rrggbb.");
        }
        return Integer.parseInt(color.substring(1), 16);
    }
}
