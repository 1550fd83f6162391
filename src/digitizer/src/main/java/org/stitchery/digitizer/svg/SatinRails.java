package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The column between two rails: Ink/Stitch draws a satin as two long lines and short ones across, the rungs, and the line
 * width means nothing.
 */
final class SatinRails {

    private SatinRails() {}

    /** The area between the two longest of the lines; null when there are no two. */
    static @Nullable Outline between(List<Polyline> lines) {
        List<Polyline> longest = new ArrayList<>(lines);
        longest.removeIf(line -> line.size() < 2 || line.closed());
        if (longest.size() < 2) {
            return null;
        }
        longest.sort(Comparator.comparingDouble(Polyline::length).reversed());
        Polyline one = longest.get(0);
        Polyline other = longest.get(1);
        Outline.Builder area = new Outline.Builder().move(one.x(0), one.y(0));
        for (int i = 1; i < one.size(); i++) {
            area.line(one.x(i), one.y(i));
        }
        int last = one.size() - 1;
        int end = other.size() - 1;
        boolean meets = distance(one, last, other, 0) + distance(one, 0, other, end)
                <= distance(one, last, other, end) + distance(one, 0, other, 0);
        for (int i = 0; i <= end; i++) {
            int k = meets ? i : end - i;
            area.line(other.x(k), other.y(k));
        }
        return area.close().build();
    }

    private static double distance(Polyline a, int i, Polyline b, int j) {
        return Math.hypot(a.x(i) - b.x(j), a.y(i) - b.y(j));
    }
}
