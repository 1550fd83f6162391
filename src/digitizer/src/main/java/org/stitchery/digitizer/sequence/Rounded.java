package org.stitchery.digitizer.sequence;

import java.util.ArrayList;
import java.util.List;
import org.stitchery.digitizer.stitch.Strand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * The one rounding. Every needle point goes to its nearest tenth of a millimetre on the page, by itself, so that errors
 * never add up; then the whole is moved by whole tenths so that (0, 0) is the centre of the sewn box. Needle points that
 * rounding has brought closer than {@value #SHORTEST_TENTHS} tenths are sewn once.
 *
 * @param originXMm page position of the pattern's (0, 0)
 * @param originYMm the same, downwards
 */
public record Rounded(StitchPattern pattern, double originXMm, double originYMm) {

    /** Shorter stitches break thread and needle. */
    private static final int SHORTEST_TENTHS = 3;

    /** Longer stitches snag; whatever method forgot to divide one, here it is divided. */
    private static final int LONGEST_TENTHS = 70;

    /** Rounds a plan. An empty plan gives an empty pattern. */
    public static Rounded of(StitchPlan plan, String name) {
        int minX = Integer.MAX_VALUE;
        int minY = Integer.MAX_VALUE;
        int maxX = Integer.MIN_VALUE;
        int maxY = Integer.MIN_VALUE;
        for (ColorBlock block : plan.blocks()) {
            for (Strand strand : block.strands()) {
                for (int i = 0; i < strand.size(); i++) {
                    minX = Math.min(minX, tenths(strand.x(i)));
                    maxX = Math.max(maxX, tenths(strand.x(i)));
                    minY = Math.min(minY, tenths(strand.y(i)));
                    maxY = Math.max(maxY, tenths(strand.y(i)));
                }
            }
        }
        if (minX > maxX) {
            return new Rounded(StitchPattern.builder(name).build(), 0, 0);
        }
        int centreX = Math.floorDiv(minX + maxX, 2);
        int centreY = Math.floorDiv(minY + maxY, 2);
        StitchPattern.Builder out = StitchPattern.builder(name);
        List<ThreadColor> threads = new ArrayList<>();
        for (ColorBlock block : plan.blocks()) {
            if (!threads.isEmpty()) {
                out.colorChange();
            }
            threads.add(block.thread());
            boolean first = true;
            for (Strand strand : block.strands()) {
                if (!first) {
                    out.trim();
                }
                first = false;
                sew(strand, centreX, centreY, out);
            }
        }
        out.trim();
        return new Rounded(out.threads(threads).build(), centreX / 10.0, centreY / 10.0);
    }

    private static void sew(Strand strand, int centreX, int centreY, StitchPattern.Builder out) {
        int x = tenths(strand.x(0)) - centreX;
        int y = tenths(strand.y(0)) - centreY;
        out.jumpTo(x, y);
        out.stitchTo(x, y);
        for (int i = 1; i < strand.size(); i++) {
            int nextX = tenths(strand.x(i)) - centreX;
            int nextY = tenths(strand.y(i)) - centreY;
            int dx = nextX - x;
            int dy = nextY - y;
            int squared = dx * dx + dy * dy;
            if (squared >= SHORTEST_TENTHS * SHORTEST_TENTHS) {
                if (squared > LONGEST_TENTHS * LONGEST_TENTHS) {
                    int parts = (int) Math.ceil(Math.sqrt(squared) / LONGEST_TENTHS);
                    for (int p = 1; p < parts; p++) {
                        out.stitchTo(
                                x + (int) Math.rint((double) dx * p / parts),
                                y + (int) Math.rint((double) dy * p / parts));
                    }
                }
                out.stitchTo(nextX, nextY);
                x = nextX;
                y = nextY;
            }
        }
    }

    static int tenths(double mm) {
        return (int) Math.rint(mm * 10);
    }
}
