package org.stitchery.digitizer.geometry;

import java.util.Collection;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;
import org.stitchery.digitizer.DigitizingException;
import org.stitchery.digitizer.DigitizingException.Code;

/**
 * Counts where outlines meet before anything tries to untangle them. A polygon of 50,000 random points crosses itself a
 * hundred million times: counting ends at the budget, after well under a second.
 */
public final class CrossingBudget {

    private final int allowed;
    private int spent;

    public CrossingBudget(int allowed) {
        this.allowed = allowed;
    }

    /**
     * How often these rings meet each other or themselves, shared end points of neighbouring segments apart.
     *
     * @throws DigitizingException when all shapes so far meet more often than the budget allows
     */
    int spend(Collection<? extends SegmentString> rings) {
        Counter counter = new Counter(allowed - spent);
        MCIndexNoder index = new MCIndexNoder(counter);
        index.computeNodes(rings);
        spent += counter.found;
        if (spent > allowed) {
            throw new DigitizingException(
                    Code.E_GEOMETRY_BUDGET,
                    "The drawing's outlines cross each other more than " + allowed
                            + " times. Please simplify it, or have it drawn without scribbles.");
        }
        return counter.found;
    }

    private static final class Counter implements SegmentIntersector {

        private final LineIntersector lines = new RobustLineIntersector();
        private final int most;
        private int found;

        Counter(int most) {
            this.most = most;
        }

        @Override
        public void processIntersections(SegmentString a, int i, SegmentString b, int j) {
            if (a == b && i == j) {
                return;
            }
            Coordinate a0 = a.getCoordinate(i);
            Coordinate a1 = a.getCoordinate(i + 1);
            Coordinate b0 = b.getCoordinate(j);
            Coordinate b1 = b.getCoordinate(j + 1);
            lines.computeIntersection(a0, a1, b0, b1);
            if (lines.hasIntersection() && !(a == b && lines.getIntersectionNum() == 1 && neighbours(a, i, j))) {
                found++;
            }
        }

        private static boolean neighbours(SegmentString ring, int i, int j) {
            int apart = Math.abs(i - j);
            return apart == 1 || apart == ring.size() - 2;
        }

        @Override
        public boolean isDone() {
            return found > most;
        }
    }
}
