package org.stitchery.embroidery.format.janome;

import java.io.IOException;
import java.util.List;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;

/**
 * The hoops a JEF names.
 *
 * @param code in the file
 * @param width in tenths of a millimetre
 * @param height in tenths of a millimetre
 */
record JefHoop(int code, int width, int height) {

    private static final JefHoop STANDARD = new JefHoop(0, 1100, 1100);
    private static final JefHoop SMALL = new JefHoop(1, 500, 500);
    private static final JefHoop LARGE = new JefHoop(2, 1400, 2000);
    private static final List<JefHoop> SMALLEST_FIRST =
            List.of(SMALL, STANDARD, new JefHoop(3, 1260, 1100), LARGE, new JefHoop(4, 2000, 2000));

    /** The smallest the design fits, or the largest there is. */
    static JefHoop around(Extents extents) {
        return SMALLEST_FIRST.stream()
                .filter(hoop -> hoop.holds(extents))
                .findFirst()
                .orElse(SMALLEST_FIRST.get(SMALLEST_FIRST.size() - 1));
    }

    private boolean holds(Extents extents) {
        return extents.maxX() - extents.minX() <= width && extents.maxY() - extents.minY() <= height;
    }

    /** The design's distances from its centre and the room left in four hoops; -1 where it does not fit. */
    static void room(Extents extents, ByteSink out) throws IOException {
        int width = extents.maxX() - extents.minX();
        int height = extents.maxY() - extents.minY();
        int[] sides = {width / 2, height / 2, width - width / 2, height - height / 2};
        for (int side : sides) {
            out.u32(side);
        }
        for (JefHoop hoop : List.of(STANDARD, SMALL, LARGE, LARGE)) {
            boolean fits = hoop.holds(extents);
            for (int i = 0; i < sides.length; i++) {
                out.u32(fits ? (i % 2 == 0 ? hoop.width : hoop.height) / 2 - sides[i] : -1);
            }
        }
    }

    List<Finding> findings(Extents extents) {
        return holds(extents)
                ? List.of()
                : List.of(Finding.of(
                        Severity.WARNING,
                        "LARGER_THAN_HOOPS",
                        "The design is larger than the largest hoop a JEF can name, " + width / 10 + " x " + height / 10
                                + " mm; some machines refuse it."));
    }
}
