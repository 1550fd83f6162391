package org.stitchery.digitizer.sequence;

import java.util.Arrays;
import org.stitchery.digitizer.stitch.Strand;

/** The thread that lies on top at each place, painted stitch by stitch, a little thinner than thread really is. */
final class TopThread {

    private static final int SIDE = 2200;
    private static final double PER_MM = 10;
    private static final double HALF_MM = 0.15;

    private final int[] rgb = new int[SIDE * SIDE];

    private TopThread() {
        Arrays.fill(rgb, -1);
    }

    static TopThread of(StitchPlan plan) {
        TopThread top = new TopThread();
        for (ColorBlock block : plan.blocks()) {
            for (Strand strand : block.strands()) {
                for (int i = 1; i < strand.size(); i++) {
                    top.paint(
                            strand.x(i - 1),
                            strand.y(i - 1),
                            strand.x(i),
                            strand.y(i),
                            block.thread().rgb());
                }
            }
        }
        return top;
    }

    /** 0xRRGGBB, or -1 where there is only cloth. */
    int at(double x, double y) {
        return rgb[(int) (y * PER_MM) * SIDE + (int) (x * PER_MM)];
    }

    private void paint(double x0, double y0, double x1, double y1, int colour) {
        int left = (int) ((Math.min(x0, x1) - HALF_MM) * PER_MM);
        int right = (int) ((Math.max(x0, x1) + HALF_MM) * PER_MM);
        int top = (int) ((Math.min(y0, y1) - HALF_MM) * PER_MM);
        int bottom = (int) ((Math.max(y0, y1) + HALF_MM) * PER_MM);
        double dx = x1 - x0;
        double dy = y1 - y0;
        double squared = Math.max(1e-12, dx * dx + dy * dy);
        for (int line = top; line <= bottom; line++) {
            for (int column = left; column <= right; column++) {
                double px = (column + 0.5) / PER_MM - x0;
                double py = (line + 0.5) / PER_MM - y0;
                double t = Math.max(0, Math.min(1, (px * dx + py * dy) / squared));
                double away = (px - t * dx) * (px - t * dx) + (py - t * dy) * (py - t * dy);
                if (away <= HALF_MM * HALF_MM) {
                    rgb[line * SIDE + column] = colour;
                }
            }
        }
    }
}
