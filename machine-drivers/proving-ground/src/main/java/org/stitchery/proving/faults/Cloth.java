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
     * True when a stitch of the design lies there more often than in the design. A machine that restarts in the middle and
     * goes on with the lines it still gets begins anew without repeating anything; where it then sews in a wrong place,
     * that is not the design's stitch once more.
     *
     * @param sewings of one trial, oldest first, in one piece of cloth
     */
    static boolean hasStitchesTwice(List<Sewing> sewings, StitchPattern pattern) {
        Map<Stitch, Integer> left = new HashMap<>();
        int @Nullable [] before = null;
        for (int i = 0; i < pattern.size(); i++) {
            if (pattern.command(i) == StitchCommand.STITCH) {
                before = count(left, before, pattern.x(i), pattern.y(i), 1);
            }
        }
        before = null;
        for (Sewing sewing : sewings) {
            for (Penetration hole : sewing.penetrations()) {
                before = count(left, before, hole.x(), hole.y(), -1);
            }
        }
        return left.values().stream().anyMatch(n -> n < 0);
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
