package org.stitchery.digitizer.lettering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stitchery.digitizer.DigitizeSettings;
import org.stitchery.digitizer.Digitized;
import org.stitchery.digitizer.Progress;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.Hoop;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.thread.ThreadPalette;

/**
 * Puts an {@link Inscription} beside a drawing that was sewn. Straight words stand centred above or below it and are
 * fitted to the room the hoop leaves; arched ones follow the circle around it, at most half way. The letters' thread joins
 * the drawing's block of that thread where there is one, so that words cost no colour change that is not needed.
 */
public final class Inscribed {

    /** A circle is not followed further than this share of it: beyond, words stand on their heads. */
    private static final double MOST_OF_CIRCLE = 0.5;

    /** What is judged anew over drawing and words together. */
    private static final Set<String> OF_THE_WHOLE = Set.of("OUTSIDE_HOOP", "NOTHING_TO_SEW");

    private final Digitized drawing;
    private final Inscription words;
    private final Hoop hoop;
    private final double middleX;
    private final double top;
    private final double bottom;
    private final double widthMm;

    private Inscribed(Digitized drawing, Inscription words, Hoop hoop) {
        this.drawing = drawing;
        this.words = words;
        this.hoop = hoop;
        Extents box = drawing.pattern().extents();
        middleX = (box.minX() + box.maxX()) / 20.0 + drawing.originXMm();
        top = box.minY() / 10.0 + drawing.originYMm();
        bottom = box.maxY() / 10.0 + drawing.originYMm();
        widthMm = box.widthMm();
    }

    /**
     * Drawing and words as one design, on the page of the drawing.
     *
     * @throws java.util.concurrent.CancellationException when {@code progress} ends the work
     */
    public static Digitized of(Digitized drawing, Inscription words, DigitizeSettings settings, Progress progress) {
        Lettered set = new Inscribed(drawing, words, settings.hoop()).set();
        ThreadPalette atHand = new ThreadPalette("at hand", settings.threads());
        Digitized letters = new LetterSewing(settings.fabric(), atHand.nearest(words.rgb()), settings.hoop())
                .sew(set, settings.name(), progress);
        return together(drawing, placed(letters, set), settings);
    }

    private Lettered set() {
        if (words.kind().isMonogram()) {
            return beside(words.monogram().set());
        }
        if (words.line() == Inscription.Line.ARCHED && widthMm > 0) {
            return arched();
        }
        double room = Math.max(1, hoop.heightMm() - (bottom - top) - Inscription.gap(words.heightMm()) - 1);
        return beside(words.text()
                .within(Fit.of(Math.max(1, hoop.widthMm() - 1), room))
                .set());
    }

    private Lettered beside(Lettered set) {
        double gap = Inscription.gap(set.letterMm());
        double y = words.place() == Inscription.Place.BELOW
                ? bottom + gap - set.minYMm()
                : top - gap - set.minYMm() - set.heightMm();
        return set.moved(middleX - set.minXMm() - set.widthMm() / 2, y);
    }

    private Lettered arched() {
        double middleY = (top + bottom) / 2;
        double around = reach(middleY);
        boolean above = words.place() == Inscription.Place.ABOVE;
        double radius = around + Inscription.gap(words.heightMm()) + (above ? 0 : words.heightMm());
        Lettering text = words.text().along(Baseline.arc(above ? radius : -radius));
        double length = MOST_OF_CIRCLE * 2 * StrictMath.PI * radius;
        Lettered set = text.within(Fit.of(length, Double.POSITIVE_INFINITY)).set();
        return set.moved(middleX, middleY);
    }

    /** How far the drawing's stitches reach from its middle, mm. */
    private double reach(double middleY) {
        StitchPattern pattern = drawing.pattern();
        double furthest = 0;
        for (int i = 0; i < pattern.size(); i++) {
            if (pattern.command(i) == StitchCommand.STITCH) {
                double dx = pattern.x(i) / 10.0 + drawing.originXMm() - middleX;
                double dy = pattern.y(i) / 10.0 + drawing.originYMm() - middleY;
                furthest = Math.max(furthest, dx * dx + dy * dy);
            }
        }
        return Math.sqrt(furthest);
    }

    /** Findings about words without a place of their own lie in the middle of the words. */
    private static Digitized placed(Digitized letters, Lettered set) {
        double x = set.minXMm() + set.widthMm() / 2;
        double y = set.minYMm() + set.heightMm() / 2;
        List<Finding> findings = letters.findings().stream()
                .map(f -> f.xMm() != null ? f : new Finding(f.severity(), f.code(), f.message(), f.element(), x, y))
                .toList();
        return new Digitized(letters.pattern(), letters.originXMm(), letters.originYMm(), findings);
    }

    private static Digitized together(Digitized drawing, Digitized letters, DigitizeSettings settings) {
        Joined joined = Joined.of(drawing, letters, settings.name());
        List<Finding> findings = new ArrayList<>();
        for (Digitized part : List.of(drawing, letters)) {
            part.findings().stream()
                    .filter(finding -> !OF_THE_WHOLE.contains(finding.code()))
                    .forEach(findings::add);
        }
        Extents box = joined.pattern().extents();
        Hoop hoop = settings.hoop();
        if (joined.pattern().threads().isEmpty()) {
            findings.add(Finding.of(Severity.ERROR, "NOTHING_TO_SEW", "There is nothing that can be sewn."));
        } else if (!hoop.holds(box)) {
            findings.add(Finding.of(
                    Severity.ERROR,
                    "OUTSIDE_HOOP",
                    String.format(
                            Locale.ROOT,
                            "With its words the design is %.1f x %.1f mm, the hoop %s takes %.0f x %.0f mm. Please make it"
                                    + " smaller or choose a larger hoop.",
                            box.widthMm(),
                            box.heightMm(),
                            hoop.name(),
                            hoop.widthMm(),
                            hoop.heightMm())));
        }
        return new Digitized(joined.pattern(), joined.originXMm(), joined.originYMm(), findings);
    }
}
