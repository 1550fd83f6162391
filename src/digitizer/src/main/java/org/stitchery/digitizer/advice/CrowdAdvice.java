package org.stitchery.digitizer.advice;

import java.util.List;
import java.util.Locale;
import org.stitchery.digitizer.Digitized;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * Where so many needle points crowd that the cloth may tear or the thread break. Counted in the square millimetres of the
 * pattern, since a lump is as small as that.
 */
final class CrowdAdvice {

    /** A needle leaves a hole of 0.75 mm; twelve of them in a square millimetre overlap everywhere, as many again tear. */
    private static final int MOST_HOLES = 15;

    private static final int TENTHS = 10;

    private CrowdAdvice() {}

    static void crowds(Digitized result, List<Advice> advice) {
        StitchPattern pattern = result.pattern();
        if (pattern.count(StitchCommand.STITCH) == 0) {
            return;
        }
        Extents box = pattern.extents();
        int across = (int) (box.widthMm() + 2);
        int[] holes = new int[across * (int) (box.heightMm() + 2)];
        int left = box.minX();
        int top = box.minY();
        for (int i = 0; i < pattern.size(); i++) {
            if (pattern.command(i) == StitchCommand.STITCH) {
                holes[(pattern.y(i) - top) / TENTHS * across + (pattern.x(i) - left) / TENTHS]++;
            }
        }
        int crowded = 0;
        int fullest = 0;
        for (int square = 0; square < holes.length; square++) {
            crowded += holes[square] > MOST_HOLES ? 1 : 0;
            fullest = holes[square] > holes[fullest] ? square : fullest;
        }
        if (crowded > 0) {
            advice.add(new Advice(
                    new Finding(
                            Severity.WARNING,
                            "TOO_DENSE",
                            String.format(
                                    Locale.ROOT,
                                    "In %d square millimetre%s the needle goes in more than %d times, here %d times: the cloth"
                                            + " may tear. Make the design larger, or leave out small parts that lie on"
                                            + " each other.",
                                    crowded,
                                    crowded == 1 ? "" : "s",
                                    MOST_HOLES,
                                    holes[fullest]),
                            null,
                            result.originXMm() + (left + TENTHS * (fullest % across) + TENTHS / 2) / (double) TENTHS,
                            result.originYMm() + (top + TENTHS * (fullest / across) + TENTHS / 2) / (double) TENTHS),
                    null));
        }
    }
}
