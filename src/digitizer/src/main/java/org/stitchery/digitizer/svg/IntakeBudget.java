package org.stitchery.digitizer.svg;

import java.time.Duration;

/**
 * How much one drawing may cost. The numbers come from measuring 153 hostile drawings and the largest of many ordinary
 * ones.
 *
 * @param uploadBytes as it arrives, compressed or not
 * @param inflatedBytes after inflating
 * @param elements in the file, ignored ones included
 * @param nesting depth of elements
 * @param attributes per element
 * @param copies made by references: use, clip paths, masks, markers, patterns
 * @param copyDepth copies within copies
 * @param segments of paths after copying
 * @param points after flattening curves
 * @param textCharacters in text elements
 * @param styleCharacters in style sheets, embedded fonts included
 * @param styleRules in style sheets, each selector of a group counting
 * @param dashesPerPath after dashing
 * @param colours that differ
 * @param designMm longest side of the drawing on the garment
 * @param coordinateMm largest distance of any point from the page's origin
 * @param cpuTime of the calling thread for the whole intake; who waits for it watches the wall clock
 */
public record IntakeBudget(
        int uploadBytes,
        int inflatedBytes,
        int elements,
        int nesting,
        int attributes,
        int copies,
        int copyDepth,
        int segments,
        int points,
        int textCharacters,
        int styleCharacters,
        int styleRules,
        int dashesPerPath,
        int colours,
        double designMm,
        double coordinateMm,
        Duration cpuTime) {

    /** What the service allows. */
    public static final IntakeBudget STANDARD = new IntakeBudget(
            10_000_000,
            10_000_000,
            50_000,
            64,
            100,
            10_000,
            16,
            500_000,
            2_000_000,
            64_000,
            2_000_000,
            2_000,
            20_000,
            256,
            2_000,
            1e6,
            Duration.ofSeconds(10));

    /** The same with another time. */
    public IntakeBudget withCpuTime(Duration time) {
        return new IntakeBudget(
                uploadBytes,
                inflatedBytes,
                elements,
                nesting,
                attributes,
                copies,
                copyDepth,
                segments,
                points,
                textCharacters,
                styleCharacters,
                styleRules,
                dashesPerPath,
                colours,
                designMm,
                coordinateMm,
                time);
    }
}
