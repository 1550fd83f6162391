package org.stitchery.digitizer.lettering;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.fabric.ThreadWeight;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;

/**
 * Text to be set: what, in which face, how high, along which line. Immutable; each choice gives a new one.
 *
 * <pre>{@code
 * Lettered anna = Lettering.of("Anna").in(face).height(12).set();
 * }</pre>
 */
public final class Lettering {

    /** Distance of lines, in heights of a capital. */
    private static final double LEADING = 1.7;

    private static final double USUAL_HEIGHT_MM = 12;

    private final String text;
    private final Typeface face;
    private final double heightMm;
    private final double letterSpacingMm;
    private final double wordSpacing;
    private final Baseline baseline;
    private final @Nullable Fit fit;
    private final ThreadWeight thread;

    private Lettering(
            String text,
            Typeface face,
            double heightMm,
            double letterSpacingMm,
            double wordSpacing,
            Baseline baseline,
            @Nullable Fit fit,
            ThreadWeight thread) {
        if (!(heightMm > 0 && heightMm <= 400)) {
            throw new IllegalArgumentException("Letters can be up to 400 mm high, got " + heightMm);
        }
        this.text = text;
        this.face = face;
        this.heightMm = heightMm;
        this.letterSpacingMm = letterSpacingMm;
        this.wordSpacing = wordSpacing;
        this.baseline = baseline;
        this.fit = fit;
        this.thread = thread;
    }

    /** Text in the plainest face, 12 mm high, on a straight line. Line breaks begin new lines. */
    public static Lettering of(String text) {
        String composed = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        return new Lettering(
                composed, Typeface.all().get(0), USUAL_HEIGHT_MM, 0, 1, Baseline.straight(), null, ThreadWeight.W40);
    }

    /** In a face. */
    public Lettering in(Typeface chosen) {
        return new Lettering(text, chosen, heightMm, letterSpacingMm, wordSpacing, baseline, fit, thread);
    }

    /** @param mm height of a capital, up to 400 */
    public Lettering height(double mm) {
        return new Lettering(text, face, mm, letterSpacingMm, wordSpacing, baseline, fit, thread);
    }

    /** @param mm added between letters, negative for closer; letters that join stay joined */
    public Lettering letterSpacing(double mm) {
        return new Lettering(text, face, heightMm, mm, wordSpacing, baseline, fit, thread);
    }

    /** @param factor of the usual room between words */
    public Lettering wordSpacing(double factor) {
        return new Lettering(text, face, heightMm, letterSpacingMm, factor, baseline, fit, thread);
    }

    /** Along a line instead of straight on. */
    public Lettering along(Baseline line) {
        return new Lettering(text, face, heightMm, letterSpacingMm, wordSpacing, line, fit, thread);
    }

    /** Within a field: smaller and narrower as far as allowed. */
    public Lettering within(Fit field) {
        return new Lettering(text, face, heightMm, letterSpacingMm, wordSpacing, baseline, field, thread);
    }

    /** With thread of a weight, which decides how small letters can be. */
    public Lettering with(ThreadWeight weight) {
        return new Lettering(text, face, heightMm, letterSpacingMm, wordSpacing, baseline, fit, weight);
    }

    public String text() {
        return text;
    }

    public Typeface face() {
        return face;
    }

    public double heightMm() {
        return heightMm;
    }

    /** The smallest height of a capital at which face, text and thread go together, rounded up to tenths. */
    public double smallestMm() {
        return Math.ceil(face.smallestMm(text, thread) * 10) / 10;
    }

    /**
     * Sets it. Characters that the face cannot write are left out and named in a finding of severity ERROR; what does not
     * fit, or is too small to sew, likewise.
     */
    public Lettered set() {
        List<Finding> findings = new ArrayList<>();
        tellMissing(findings);
        Lettered set = laid(heightMm, 1);
        double height = heightMm;
        if (fit != null) {
            Fit.Outcome outcome = fit.of(heightMm, !(baseline instanceof Baseline.Straight), this::laid, findings);
            set = outcome.set();
            height = outcome.heightMm();
        }
        tellSmall(height, findings);
        if (set.lengthMm() > baseline.lengthMm()) {
            findings.add(Finding.of(
                    Severity.ERROR,
                    "TEXT_LONGER_THAN_LINE",
                    String.format(
                            Locale.ROOT,
                            "The text is %.0f mm long, the line it follows %.0f mm. Letters of %.1f mm would fit.",
                            set.lengthMm(),
                            baseline.lengthMm(),
                            Math.floor(height * baseline.lengthMm() / set.lengthMm() * 9.8) / 10)));
        }
        findings.addAll(set.findings());
        return set.withFindings(findings);
    }

    private void tellMissing(List<Finding> findings) {
        Set<String> missing = new LinkedHashSet<>();
        text.codePoints()
                .filter(c -> !face.has(c))
                .forEach(c -> missing.add(String.format("“%s” (U+%04X)", Character.toString(c), c)));
        if (!missing.isEmpty()) {
            findings.add(Finding.of(
                    Severity.ERROR,
                    "CHARACTER_NOT_IN_FACE",
                    "The face " + face.title() + " cannot write " + String.join(", ", missing)
                            + ". Please spell it differently; as it is, it is left out."));
        }
        if (text.isEmpty()) {
            findings.add(Finding.of(Severity.ERROR, "NO_TEXT", "There is no text to sew."));
        }
    }

    private void tellSmall(double height, List<Finding> findings) {
        double smallest = smallestMm();
        if (height < smallest - 0.05) {
            findings.add(Finding.of(
                    Severity.WARNING,
                    "TEXT_TOO_SMALL",
                    String.format(
                            Locale.ROOT,
                            "Letters of %.1f mm are too small for the face %s with %d weight thread: counters close and"
                                    + " columns get too thin. The smallest height that works is %.1f mm.",
                            height,
                            face.title(),
                            thread.number(),
                            smallest)));
        }
    }

    /** Lays the letters out at a height, squeezed in width. */
    private Lettered laid(double height, double squeeze) {
        Map<Integer, LetterShape> shapes = new LinkedHashMap<>();
        List<String> lines =
                baseline instanceof Baseline.Straight ? text.lines().toList() : List.of(text.replaceAll("\\s+", " "));
        List<Line> measured = new ArrayList<>();
        double widest = 0;
        for (String line : lines) {
            Line next = line(line, height, squeeze, shapes);
            measured.add(next);
            widest = Math.max(widest, next.length());
        }
        List<SetLetter> letters = new ArrayList<>();
        int number = 0;
        for (int l = 0; l < measured.size(); l++) {
            Line line = measured.get(l);
            double shift = (widest - line.length()) / 2;
            for (int i = 0; i < line.shapes().size(); i++) {
                number++;
                LetterShape shape = line.shapes().get(i);
                double middle = (shape.minX() + shape.maxX()) / 2;
                double at = line.places()[i] + (middle - line.shapes().get(0).minX()) * squeeze;
                Baseline.Spot spot = baseline.spot(at + shift, widest);
                Baseline.Spot down = new Baseline.Spot(spot.x(), spot.y() + l * LEADING * height, spot.dx(), spot.dy());
                letters.add(SetLetter.placed(
                        "letter[" + number + "] “" + Character.toString(shape.codePoint()) + "”",
                        shape,
                        down,
                        middle,
                        squeeze));
            }
        }
        return new Lettered(letters, face, height, widest, thread, List.of());
    }

    private record Line(List<LetterShape> shapes, double[] places, double length) {}

    private Line line(String line, double height, double squeeze, Map<Integer, LetterShape> known) {
        List<LetterShape> shapes = new ArrayList<>();
        List<Boolean> newWord = new ArrayList<>();
        boolean space = false;
        for (int c : line.codePoints().toArray()) {
            if (Character.isWhitespace(c)) {
                space = true;
            } else if (face.has(c)) {
                shapes.add(known.computeIfAbsent(
                        c, k -> LetterDrawing.of(face, k, height, Warp.NONE).measured(height)));
                newWord.add(space);
                space = false;
            }
        }
        double[] places = new double[shapes.size()];
        double stretch = baseline.stretch(height);
        for (int i = 1; i < shapes.size(); i++) {
            LetterShape a = shapes.get(i - 1);
            LetterShape b = shapes.get(i);
            double advance;
            if (newWord.get(i)) {
                double plain = Spacing.wordAdvance(a, b, face, height);
                double room = plain - (a.maxX() - b.minX());
                advance = plain + room * (wordSpacing - 1) + letterSpacingMm;
            } else if (Spacing.joins(a, b)) {
                advance = Spacing.advance(a, b, face, height);
            } else {
                advance = Spacing.advance(a, b, face, height) + letterSpacingMm;
            }
            places[i] = places[i - 1] + advance * squeeze * stretch;
        }
        double length = shapes.isEmpty()
                ? 0
                : places[places.length - 1]
                        + (shapes.get(shapes.size() - 1).maxX() - shapes.get(0).minX()) * squeeze;
        return new Line(shapes, places, length);
    }
}
