package org.stitchery.digitizer.stitch;

import org.stitchery.digitizer.classify.RunningStitch;

/**
 * A thin line, sewn there and back. The two runs keep half the line's width less half a thread away from its middle, so
 * that together they are as wide as the line was drawn; a line no wider than thread is sewn twice on itself, as bold as
 * thread can be without a third pass.
 */
final class DoubleRun {

    private static final double HALF_THREAD_MM = 0.2;

    private DoubleRun() {}

    static void sew(RunningStitch run, double nearX, double nearY, Strand.Writer out) {
        double[] line = run.line();
        if (run.closed()) {
            double[] ring = java.util.Arrays.copyOf(line, line.length + 2);
            ring[line.length] = line[0];
            ring[line.length + 1] = line[1];
            line = ring;
        } else if (closerToEnd(line, nearX, nearY)) {
            line = reversed(line);
        }
        double aside = Math.max(0, run.widthMm() / 2 - HALF_THREAD_MM);
        out.cut();
        RunningStitches.along(shifted(line, aside), 2.0, out);
        RunningStitches.along(shifted(reversed(line), aside), 2.0, out);
    }

    private static boolean closerToEnd(double[] line, double x, double y) {
        int n = line.length;
        double start = (line[0] - x) * (line[0] - x) + (line[1] - y) * (line[1] - y);
        double end = (line[n - 2] - x) * (line[n - 2] - x) + (line[n - 1] - y) * (line[n - 1] - y);
        return end < start;
    }

    private static double[] reversed(double[] line) {
        double[] back = new double[line.length];
        for (int i = 0; i < line.length; i += 2) {
            back[i] = line[line.length - 2 - i];
            back[i + 1] = line[line.length - 1 - i];
        }
        return back;
    }

    /** Every point moved to the left of the line's direction there. */
    private static double[] shifted(double[] line, double aside) {
        if (aside == 0) {
            return line;
        }
        int n = line.length / 2;
        double[] moved = new double[line.length];
        for (int i = 0; i < n; i++) {
            int a = Math.max(0, i - 1);
            int b = Math.min(n - 1, i + 1);
            double dx = line[2 * b] - line[2 * a];
            double dy = line[2 * b + 1] - line[2 * a + 1];
            double length = Math.max(1e-9, Math.sqrt(dx * dx + dy * dy));
            moved[2 * i] = line[2 * i] - dy / length * aside;
            moved[2 * i + 1] = line[2 * i + 1] + dx / length * aside;
        }
        return moved;
    }
}
