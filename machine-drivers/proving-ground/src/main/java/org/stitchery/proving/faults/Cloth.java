package org.stitchery.proving.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.simulator.ledger.Sewing;
import org.stitchery.simulator.ledger.Sewing.Penetration;

/**
 * What lies in one piece of cloth after all that a machine sewed into it, beginnings without a name included. A stitch is
 * thread from one hole to the next.
 */
final class Cloth {

    private Cloth() {}

    /** One stitch. */
    private record Stitch(int fromX, int fromY, int toX, int toY) {}

    /**
     * True when a stitch of the design lies there more often than in the design, or when the needle went down more often
     * than the design has stitches. A machine that restarts in the middle and goes on with the lines it still gets begins
     * anew without repeating anything.
     *
     * @param sewings of one trial, oldest first, in one piece of cloth
     */
    static boolean hasStitchesTwice(List<Sewing> sewings, StitchPattern pattern) {
        Map<Stitch, Integer> left = new HashMap<>();
        int @Nullable [] before = null;
        int stitches = 0;
        for (int i = 0; i < pattern.size(); i++) {
            if (pattern.command(i) == StitchCommand.STITCH) {
                stitches++;
                before = count(left, before, pattern.x(i), pattern.y(i), 1);
            }
        }
        int penetrations = 0;
        before = null;
        for (Sewing sewing : sewings) {
            for (Penetration hole : sewing.penetrations()) {
                penetrations++;
                before = count(left, before, hole.x(), hole.y(), -1);
            }
        }
        boolean repeated = left.values().stream().anyMatch(n -> n < 0);
        return repeated || penetrations > stitches;
    }

    /** Of stitches that are not in the design none is counted: they are another question. */
    private static int[] count(Map<Stitch, Integer> left, int @Nullable [] before, int x, int y, int by) {
        if (before != null) {
            Stitch stitch = new Stitch(before[0], before[1], x, y);
            if (by > 0) {
                left.merge(stitch, by, Integer::sum);
            } else {
                left.computeIfPresent(stitch, (t, n) -> Objects.requireNonNull(n) + by);
            }
        }
        return new int[] {x, y};
    }
}
