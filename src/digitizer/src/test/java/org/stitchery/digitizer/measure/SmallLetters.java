package org.stitchery.digitizer.measure;

import org.stitchery.digitizer.Digitized;
import org.stitchery.digitizer.Progress;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.fabric.FabricRecipe;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.digitizer.fabric.ThreadWeight;
import org.stitchery.digitizer.lettering.LetterSewing;
import org.stitchery.digitizer.lettering.Lettered;
import org.stitchery.digitizer.lettering.Lettering;
import org.stitchery.digitizer.lettering.Typeface;
import org.stitchery.embroidery.model.ThreadColor;

/** An alphabet to be measured: capitals, small letters, figures and the signs that names and addresses need. */
final class SmallLetters {

    private static final int RGB = 0x1a2850;

    static final String ALPHABET = String.join(
            "\n", "ABCDEFGHIJKLM", "NOPQRSTUVWXYZ", "abcdefghijklm", "nopqrstuvwxyz", "0123456789&@", "ÄÉÑøßçš.,!?-'");

    private SmallLetters() {}

    /** @param density99 of squares that are at least half letter */
    record Sewn(Digitized digitized, Quality quality, double density99) {}

    static double smallestMm(Typeface face) {
        return Lettering.of(ALPHABET).in(face).with(ThreadWeight.W40).smallestMm();
    }

    static Lettered set(Typeface face, double heightMm) {
        return Lettering.of(ALPHABET).in(face).height(heightMm).set();
    }

    /** Sewn, and measured against the letters' outlines. */
    static Sewn sewn(Lettered set, FabricRecipe fabric) {
        Digitized sewn = new LetterSewing(
                        fabric,
                        ThreadColor.ofRgb(RGB),
                        Hoops.all().get(Hoops.all().size() - 1))
                .sew(set, "letters", Progress.NONE);
        Digitized onPage = new Digitized(
                sewn.pattern(), sewn.originXMm() - set.minXMm(), sewn.originYMm() - set.minYMm(), sewn.findings());
        Artwork letters = set.artwork(RGB);
        return new Sewn(onPage, QualityMeter.measure(letters, onPage), QualityMeter.density99OfHalves(letters, onPage));
    }
}
