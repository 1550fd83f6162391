package org.stitchery.digitizer.lettering;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;

/**
 * A field that text has to fit, and how far it may be changed for that: first all of it smaller, then letters narrower,
 * and beyond that a person decides (the order of Pulse's automation brochure).
 *
 * @param widthMm of the field, infinite for any; where the line bends, measured along it
 * @param heightMm of the field, infinite for any; not asked for where the line bends
 * @param smallest share of the wanted height that is still fine, for example 0.7
 * @param narrowest share of the natural width that is still fine, for example 0.85
 */
public record Fit(double widthMm, double heightMm, double smallest, double narrowest) {

    /** Half the size and nine tenths of the width are as much as a name bears before it looks like another. */
    public static final double USUAL_SMALLEST = 0.5;

    public static final double USUAL_NARROWEST = 0.88;

    public Fit {
        if (!(widthMm > 0)
                || !(heightMm > 0)
                || !(smallest > 0 && smallest <= 1)
                || !(narrowest > 0 && narrowest <= 1)) {
            throw new IllegalArgumentException("A field needs width and height above zero and limits from 0 to 1, got "
                    + widthMm + " x " + heightMm + ", " + smallest + ", " + narrowest);
        }
    }

    /** A field with the usual limits. */
    public static Fit of(double widthMm, double heightMm) {
        return new Fit(widthMm, heightMm, USUAL_SMALLEST, USUAL_NARROWEST);
    }

    record Outcome(Lettered set, double heightMm) {}

    /**
     * @param bent true when the line the text stands on is not straight
     * @param laid lays the text out at a height and with a squeeze
     */
    Outcome of(double wantedMm, boolean bent, BiFunction<Double, Double, Lettered> laid, List<Finding> findings) {
        double height = wantedMm;
        double squeeze = 1;
        Lettered set = laid.apply(height, squeeze);
        // Letters keep a least distance in millimetres, so width does not go strictly with height: a few rounds settle
        // it.
        for (int round = 0; round < 5 && !holds(set, bent); round++) {
            double over = Math.max(height(set, bent) / heightMm, width(set, bent) / widthMm);
            double next = Math.max(wantedMm * smallest, height / over * 0.999);
            if (next >= height) {
                break;
            }
            height = next;
            set = laid.apply(height, squeeze);
        }
        for (int round = 0; round < 3 && width(set, bent) > widthMm && squeeze > narrowest; round++) {
            squeeze = Math.max(narrowest, squeeze * widthMm / width(set, bent) * 0.999);
            set = laid.apply(height, squeeze);
        }
        if (!holds(set, bent)) {
            findings.add(Finding.of(
                    Severity.ERROR,
                    "TEXT_DOES_NOT_FIT",
                    String.format(
                            Locale.ROOT,
                            "The text would be %.0f x %.0f mm even with letters of %.1f mm, %.0f %% as wide as usual;"
                                    + " the field takes %.0f x %.0f mm. Please shorten it, choose a narrower face or allow"
                                    + " smaller letters.",
                            width(set, bent),
                            set.heightMm(),
                            height,
                            squeeze * 100,
                            widthMm,
                            heightMm)));
        } else if (height < wantedMm || squeeze < 1) {
            findings.add(Finding.of(
                    Severity.INFO,
                    "TEXT_FITTED",
                    String.format(
                            Locale.ROOT,
                            "To fit, letters are %.1f mm high instead of %.1f%s.",
                            height,
                            wantedMm,
                            squeeze < 1 ? String.format(Locale.ROOT, " and %.0f %% as wide", squeeze * 100) : "")));
        }
        return new Outcome(set, height);
    }

    private boolean holds(Lettered set, boolean bent) {
        return width(set, bent) <= widthMm && height(set, bent) <= heightMm;
    }

    private static double width(Lettered set, boolean bent) {
        return bent ? set.lengthMm() : set.widthMm();
    }

    private static double height(Lettered set, boolean bent) {
        return bent ? 0 : set.heightMm();
    }
}
