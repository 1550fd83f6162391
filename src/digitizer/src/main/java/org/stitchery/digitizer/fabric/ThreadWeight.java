package org.stitchery.digitizer.fabric;

import java.util.Arrays;
import java.util.Optional;

/**
 * How thick the thread is, as its number says: the higher the finer. Finer thread needs a finer needle and closer
 * stitches, and writes smaller letters.
 *
 * <p>Sources: smallest letters 5 mm with 40 weight (Erich Campbell in Graphics Pro), a quarter smaller or 3 to 4 mm with 60
 * weight and a 65/9 needle (the same, and Madeira in Printwear), 2.5 mm with 75 weight and a 60/8 needle (Madeira USA in
 * Printwear), 3 mm for letters of single runs (Erich Campbell). Narrowest satin 1.0 mm safe and 0.8 mm for experts with
 * 40 weight (Graphics Pro); the file may draw it 0.2 mm narrower, since pull compensation widens it by more than that.
 * Spacing goes with the thread's own width, 0.40 mm for 40 weight lying flat; the widths of the finer ones are ours, by the
 * square root of their weight.
 */
public enum ThreadWeight {
    W40(40, 0.40, 1.0, "75/11", 0.8, 5.0, 3.0),
    W60(60, 0.33, 0.82, "65/9", 0.65, 3.7, 2.6),
    W75(75, 0.29, 0.73, "60/8", 0.5, 2.5, 2.2);

    private final int number;
    private final double threadMm;
    private final double spacing;
    private final String needle;
    private final double narrowestSatinMm;
    private final double smallestLetterMm;
    private final double smallestRunLetterMm;

    ThreadWeight(
            int number,
            double threadMm,
            double spacing,
            String needle,
            double narrowestSatinMm,
            double smallestLetterMm,
            double smallestRunLetterMm) {
        this.number = number;
        this.threadMm = threadMm;
        this.spacing = spacing;
        this.needle = needle;
        this.narrowestSatinMm = narrowestSatinMm;
        this.smallestLetterMm = smallestLetterMm;
        this.smallestRunLetterMm = smallestRunLetterMm;
    }

    /** The weight of a number such as 60. */
    public static Optional<ThreadWeight> of(int number) {
        return Arrays.stream(values()).filter(weight -> weight.number == number).findFirst();
    }

    /** What is printed on the cone. */
    public int number() {
        return number;
    }

    /** Width of the thread lying flat, mm. */
    public double threadMm() {
        return threadMm;
    }

    /** Spacing of rows and satin against that of 40 weight. */
    public double spacing() {
        return spacing;
    }

    /** The needle that goes with it, metric and American size; a fabric may ask for a stouter one. */
    public String needle() {
        return needle;
    }

    /** Narrowest column to be sewn as satin, as drawn, before compensation, mm. */
    public double narrowestSatinMm() {
        return narrowestSatinMm;
    }

    /** Lowest letters of satin, mm. */
    public double smallestLetterMm() {
        return smallestLetterMm;
    }

    /** Lowest letters of single running stitches, mm. */
    public double smallestRunLetterMm() {
        return smallestRunLetterMm;
    }
}
