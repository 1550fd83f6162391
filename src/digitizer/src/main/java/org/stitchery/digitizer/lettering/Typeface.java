package org.stitchery.digitizer.lettering;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stitchery.digitizer.fabric.ThreadWeight;

/**
 * A typeface made for thread: pen skeletons and the rules that turn them into columns.
 *
 * <p>All of it is our own drawing. Several faces share a skeleton and differ by pen, proportions, ends and serifs, as
 * rows of {@code faces.tsv}. Accented letters are composed of a letter and its marks by their Unicode decomposition.
 */
public final class Typeface {

    /** Capitals have wider counters than small letters beside them, and can be so much lower. */
    private static final double CAPITALS_OPEN = 0.85;

    /** Small letters whose capital is another letter or two. */
    private static final String UNLIKE_CAPITALS = "\u00df\u00b5";

    private static final List<Typeface> ALL = read();

    private final String name;
    private final String title;
    private final Proportions proportions;
    private final Pen pen;
    private final Ends ends;
    private final Map<Integer, List<PenPath>> glyphs;
    private final Set<Integer> own;

    private Typeface(
            String name,
            String title,
            Proportions proportions,
            Pen pen,
            Ends ends,
            Map<Integer, List<PenPath>> glyphs,
            Set<Integer> own) {
        this.name = name;
        this.title = title;
        this.proportions = proportions;
        this.pen = pen;
        this.ends = ends;
        this.glyphs = glyphs;
        this.own = own;
    }

    /**
     * Shares of the height of a capital, and what belongs to the shape of all letters.
     *
     * @param xHeight height of small letters
     * @param descender how far they reach below the baseline
     * @param width of letters, against their skeletons
     * @param slantDegrees to the right
     * @param curve how square quarter curves are: 0.5523 for ellipses
     * @param spacing room between two upright stems
     * @param advance width of every letter, 0 where each has its own
     * @param smallCapitals size of the capitals that stand for small letters, 0 for none
     * @param leastMm lowest capitals beside which small letters keep their counters open with 40 weight thread, measured
     *     on sewn alphabets; 0 where the width of columns alone decides
     */
    record Proportions(
            double xHeight,
            double descender,
            double width,
            double slantDegrees,
            double curve,
            double spacing,
            double advance,
            double smallCapitals,
            double leastMm) {}

    /** How strokes end. */
    record Ends(boolean round, Serif serif, double serifLength) {}

    /** What stands at the ends of stems. */
    enum Serif {
        NONE,
        /** A bar as thick as the pen draws level lines. */
        SLAB,
        /** A foot that flares. */
        BRACKET
    }

    /** All faces, the plainest first. */
    public static List<Typeface> all() {
        return ALL;
    }

    /** The face of a name such as {@code block}; letter case does not matter. */
    public static Optional<Typeface> named(String name) {
        return ALL.stream().filter(face -> face.name.equalsIgnoreCase(name)).findFirst();
    }

    /** How programs and people choose it. */
    public String name() {
        return name;
    }

    /** How it is shown. */
    public String title() {
        return title;
    }

    /** True when the face can write the character: a space, a letter of its own, or a letter and marks. */
    public boolean has(int codePoint) {
        return Character.isWhitespace(codePoint) || !strokes(codePoint).isEmpty();
    }

    /** True when the character is one of those of x-height, or a mark upon one. */
    boolean small(int codePoint) {
        return Character.isLowerCase(codePoint) && proportions.smallCapitals() == 0;
    }

    /** True when every small letter joins the next, so that they are set without space. */
    boolean joined() {
        return pen.kind() == Pen.Kind.PRESSURE;
    }

    /** Strokes of a letter and of its marks, letter first; empty when the face cannot write it. */
    List<Strokes> strokes(int codePoint) {
        int wanted = capital(codePoint);
        List<PenPath> own = glyphs.get(wanted);
        if (own != null && Character.getType(wanted) != Character.NON_SPACING_MARK) {
            return List.of(new Strokes(wanted, own));
        }
        String parts = Normalizer.normalize(Character.toString(wanted), Normalizer.Form.NFD);
        int base = parts.codePointAt(0);
        if (base == wanted) {
            return List.of();
        }
        List<Strokes> strokes = new ArrayList<>();
        int[] all = parts.codePoints().toArray();
        boolean above = java.util.Arrays.stream(all).skip(1).anyMatch(mark -> !below(mark));
        for (int i = 0; i < all.length; i++) {
            int part = i == 0 && above ? dotless(base) : all[i];
            List<PenPath> paths = glyphs.get(part);
            if (paths == null) {
                return List.of();
            }
            strokes.add(new Strokes(part, paths));
        }
        return strokes;
    }

    /** One letter or mark. */
    record Strokes(int codePoint, List<PenPath> paths) {

        boolean mark() {
            return Character.getType(codePoint) == Character.NON_SPACING_MARK;
        }

        boolean markBelow() {
            return below(codePoint);
        }
    }

    private static boolean below(int mark) {
        return mark == 0x323 || mark >= 0x326 && mark <= 0x328;
    }

    private static int dotless(int base) {
        return base == 'i' ? 0x131 : base == 'j' ? 0x237 : base;
    }

    private int capital(int codePoint) {
        if (proportions.smallCapitals() == 0 || UNLIKE_CAPITALS.indexOf(codePoint) >= 0) {
            return codePoint;
        }
        return Character.toUpperCase(codePoint);
    }

    Proportions proportions() {
        return proportions;
    }

    Pen pen() {
        return pen;
    }

    /**
     * The pen for a character: what a pressed pen writes follows the way of the hand, which only the face's own skeletons
     * know; figures and signs it shares with others it draws like a broad one.
     */
    Pen pen(int codePoint) {
        if (pen.kind() != Pen.Kind.PRESSURE
                || own.contains(strokes(codePoint).get(0).codePoint())) {
            return pen;
        }
        return new Pen(Pen.Kind.BROAD, pen.thick(), pen.thin(), 0);
    }

    Ends ends() {
        return ends;
    }

    /** Size of a character against the face's own: below 1 for capitals that stand for small letters. */
    double sizeOf(int codePoint) {
        boolean standsIn = proportions.smallCapitals() > 0 && Character.isLowerCase(codePoint);
        return standsIn ? proportions.smallCapitals() : 1;
    }

    /**
     * The smallest height of a capital at which letters stay open and columns wide enough.
     *
     * @param text what is to be written: small letters count by their own height
     */
    public double smallestMm(String text, ThreadWeight thread) {
        boolean small = text.codePoints().anyMatch(Character::isLowerCase);
        double open = proportions.leastMm() * thread.spacing() * (small ? 1 : CAPITALS_OPEN);
        if (sewnAsRuns()) {
            return Math.max(open, thread.smallestRunLetterMm());
        }
        double lettersMm = thread.smallestLetterMm()
                / (small && proportions.smallCapitals() == 0 ? Math.min(1, proportions.xHeight() + 0.15) : 1);
        double sizes = proportions.smallCapitals() > 0 && small ? proportions.smallCapitals() : 1;
        return Math.max(open, Math.max(lettersMm, thread.narrowestSatinMm() / (pen.thin() * sizes)));
    }

    /** True when its strokes are lines of running stitches, for letters smaller than satin can be. */
    public boolean sewnAsRuns() {
        return name.equals("hairline");
    }

    private static List<Typeface> read() {
        Map<String, Map<Integer, List<PenPath>>> files = new LinkedHashMap<>();
        List<Typeface> faces = new ArrayList<>();
        for (String line : Skeletons.lines("faces.tsv")) {
            String[] field = line.split("\t", -1);
            if (field.length != 19) {
                throw new IllegalStateException("faces.tsv: " + field[0] + " has " + field.length + " fields, not 19");
            }
            Map<Integer, List<PenPath>> glyphs = new LinkedHashMap<>();
            Set<Integer> own = Set.of();
            for (String file : field[2].split(",")) {
                Map<Integer, List<PenPath>> more = files.computeIfAbsent(file, Skeletons::read);
                glyphs.putAll(more);
                own = more.keySet();
            }
            faces.add(new Typeface(
                    field[0],
                    field[1],
                    new Proportions(
                            number(field[3]),
                            number(field[4]),
                            number(field[9]),
                            number(field[10]),
                            number(field[11]),
                            number(field[15]),
                            number(field[16]),
                            number(field[17]),
                            number(field[18])),
                    new Pen(
                            Pen.Kind.valueOf(field[7].toUpperCase(Locale.ROOT)),
                            number(field[5]),
                            number(field[6]),
                            number(field[8])),
                    new Ends(
                            field[12].equals("round"),
                            Serif.valueOf(field[13].toUpperCase(Locale.ROOT)),
                            number(field[14])),
                    Map.copyOf(glyphs),
                    Set.copyOf(own)));
        }
        return List.copyOf(faces);
    }

    private static double number(String field) {
        return Double.parseDouble(field);
    }

    @Override
    public String toString() {
        return title;
    }
}
