package org.stitchery.digitizer.stitch;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes stitches out where thread and needle points crowd, as a digitiser does by hand.
 *
 * <p>Where several columns, their underlay and their locks meet, a square millimetre may get more needle points than the
 * cloth can stand. There every stitch that nobody would miss is left out: one whose thread lies wholly on or under other
 * thread of the same colour block, and whose neighbours can be joined by a stitch that also lies there. So neither what
 * is covered nor any colour changes, and the thread stays tied. Where that is not enough, stitches end sooner that would
 * turn below or within other thread: those of a column that reach into its neighbour at a joint, or below a detail. Squares
 * are those of the page, which are also those of the measure.
 */
public final class Relief {

    /** Locks at both ends of a strand stay. */
    private static final int LOCKED = 3;

    private static final double HALF_THREAD_MM = 0.2;

    /** Thread counts as covered when other thread is this close to it, mm: half its width and what rounding takes. */
    private static final double COVERED_MM = 0.18;

    /** Whole ends of stitches are left out only where other thread is closer: many at once would show what rounding opens. */
    private static final double WELL_COVERED_MM = 0.15;

    private static final double SHORTEST_MM = 0.55;

    private static final double LONGEST_MM = 4;

    /** Not more thread than this is taken out at once, mm. */
    private static final double LONGEST_TAKEN_MM = 12;

    /** So many needle points may leave together. */
    private static final int MOST_TOGETHER = 4;

    /** A stitch that ends sooner still reaches this far below what covers its end, mm. */
    private static final double OVERLAP_MM = 0.4;

    /** How much sooner stitches end, as shares of their length, the most first. */
    private static final double[] SOONER = {0.75, 0.6, 0.45, 0.3, 0.15};

    /** Ending sooner must save so much thread, mm. */
    private static final double WORTH_MM = 0.4;

    private final int count;
    private final double[] x;
    private final double[] y;
    private final int[] block;
    private final int[] previous;
    private final int[] next;
    private final boolean[] locked;
    private final boolean[] gone;
    private final boolean[] leaving;
    private final boolean[] moved;
    private final boolean[] tried;
    private final Squares squares;
    private final ThreadsNear near;

    private Relief(List<List<Strand>> blocks) {
        int n = 0;
        for (List<Strand> strands : blocks) {
            for (Strand strand : strands) {
                n += strand.size();
            }
        }
        count = n;
        x = new double[n];
        y = new double[n];
        block = new int[n];
        previous = new int[n];
        next = new int[n];
        locked = new boolean[n];
        gone = new boolean[n];
        leaving = new boolean[n];
        moved = new boolean[n];
        tried = new boolean[n];
        int i = 0;
        for (int b = 0; b < blocks.size(); b++) {
            for (Strand strand : blocks.get(b)) {
                int size = strand.size();
                for (int k = 0; k < size; k++, i++) {
                    x[i] = strand.x(k);
                    y[i] = strand.y(k);
                    block[i] = b;
                    previous[i] = k == 0 ? -1 : i - 1;
                    next[i] = k == size - 1 ? -1 : i + 1;
                    locked[i] = k < LOCKED || k >= size - LOCKED;
                }
            }
        }
        squares = new Squares(x, y, previous);
        near = squares.threadsNear();
    }

    /**
     * The strands without the stitches nobody misses.
     *
     * @param blocks the strands of each colour block, tied
     */
    public static List<List<Strand>> of(List<List<Strand>> blocks) {
        if (blocks.stream().allMatch(List::isEmpty)) {
            return blocks;
        }
        Relief relief = new Relief(blocks);
        if (!relief.squares.anyCrowded()) {
            return blocks;
        }
        relief.relieve();
        return relief.strands(blocks);
    }

    private void relieve() {
        int[][] members = new int[squares.count()][];
        int[] filled = new int[squares.count()];
        for (int i = 0; i < count; i++) {
            int c = squares.at(x[i], y[i]);
            if (squares.crowded(c)) {
                if (members[c] == null) {
                    members[c] = new int[squares.points(c)];
                }
                members[c][filled[c]++] = i;
            }
        }
        for (int c = 0; c < squares.count(); c++) {
            if (members[c] != null) {
                thin(c, members[c]);
            }
            if (squares.lump(c)) {
                turnSooner(c);
            }
        }
    }

    private void turnSooner(int c) {
        int[] ends = near.in(c).clone();
        int known = near.count(c);
        for (int k = 0; k < known && squares.lump(c); k++) {
            if (!gone[ends[k]]) {
                pullBack(previous[ends[k]]);
                pullBack(ends[k]);
            }
        }
    }

    /** Takes out of a square what can be taken out whole. */
    private void thin(int c, int[] members) {
        for (int together = 1; together <= MOST_TOGETHER; together++) {
            for (int i : members) {
                if (squares.crowded(c) && !gone[i]) {
                    takeOut(i, together);
                }
            }
        }
        for (int i : members) {
            if (squares.crowded(c) && !gone[i] && endsStrand(i)) {
                endSooner(i);
            }
        }
    }

    /** True for the last point of a strand as it came, when there is something between the locks at its ends. */
    private boolean endsStrand(int i) {
        if (next[i] >= 0) {
            return false;
        }
        int back = i;
        for (int k = 0; k < 2 * LOCKED; k++) {
            back = previous[back];
            if (back < 0) {
                return false;
            }
        }
        return i + 1 == count || previous[i + 1] < 0;
    }

    /** Leaves out a needle point and as many after it, when nobody misses them. */
    private boolean takeOut(int first, int points) {
        int before = previous[first];
        int after = first;
        double taken = 0;
        for (int k = 0; k < points; k++) {
            if (locked[after]) {
                return false;
            }
            taken += distance(previous[after], after);
            after = next[after];
        }
        taken += distance(previous[after], after);
        double joined = distance(before, after);
        if (joined < SHORTEST_MM || joined > LONGEST_MM || taken > LONGEST_TAKEN_MM) {
            return false;
        }
        for (int i = first, k = 0; k <= points; i = next[i], k++) {
            leaving[i] = true;
        }
        boolean missed = !covered(before, after, block[first], -1, -1);
        for (int i = first, k = 0; k <= points && !missed; i = next[i], k++) {
            missed = !covered(previous[i], i, block[first], before, after);
        }
        for (int i = first, k = 0; k <= points; i = next[i], k++) {
            leaving[i] = false;
        }
        if (missed) {
            return false;
        }
        for (int i = first, k = 0; k <= points; i = next[i], k++) {
            squares.lay(previous[i], i, -1);
            if (k < points) {
                squares.leave(x[i], y[i]);
                gone[i] = true;
            }
        }
        next[before] = after;
        previous[after] = before;
        squares.lay(before, after, 1);
        near.add(before, after);
        return true;
    }

    /** A lock of two stitches holds as well as one of three. */
    private void endSooner(int last) {
        int before = previous[last];
        squares.lay(before, last, -1);
        squares.leave(x[last], y[last]);
        gone[last] = true;
        next[before] = -1;
    }

    /** Lets the needle turn sooner, once, where the end of both stitches is covered by thread that stays. */
    private void pullBack(int i) {
        if (locked[i] || tried[i]) {
            return;
        }
        tried[i] = true;
        int a = previous[i];
        int b = next[i];
        double fromA = distance(a, i);
        double toB = distance(i, b);
        if (distance(a, b) > Math.min(fromA, toB) / 2) {
            return;
        }
        double tipX = x[i];
        double tipY = y[i];
        double middleX = (x[a] + x[b]) / 2;
        double middleY = (y[a] + y[b]) / 2;
        squares.lay(a, i, -1);
        squares.lay(i, b, -1);
        leaving[i] = true;
        leaving[b] = true;
        int own = squares.at(tipX, tipY);
        for (double share : SOONER) {
            double saved = share * (fromA + toB);
            if (saved < WORTH_MM || (1 - share) * Math.min(fromA, toB) < SHORTEST_MM) {
                continue;
            }
            double reach = Math.min(1, share + 2 * OVERLAP_MM / (fromA + toB));
            double soonerX = tipX + (middleX - tipX) * share;
            double soonerY = tipY + (middleY - tipY) * share;
            int there = squares.at(soonerX, soonerY);
            if ((there == own || squares.hasRoom(there))
                    && covered(i, a, 0, reach, soonerX, soonerY)
                    && covered(i, b, 0, reach, soonerX, soonerY)
                    && covered(i, a, reach, 1, soonerX, soonerY)
                    && covered(i, b, reach, 1, soonerX, soonerY)) {
                moved[i] = true;
                x[i] = soonerX;
                y[i] = soonerY;
                squares.leave(tipX, tipY);
                squares.enter(soonerX, soonerY);
                break;
            }
        }
        leaving[i] = false;
        leaving[b] = false;
        squares.lay(a, i, 1);
        squares.lay(i, b, 1);
        if (x[i] != tipX || y[i] != tipY) {
            near.add(a, i);
            near.add(i, b);
        }
    }

    /**
     * True when a part of the thread from a tip to another needle point lies on thread that stays; farther than the tip's
     * end it may also lie on the thread that will come there instead.
     *
     * @param from where the part begins, as a share of the thread; 0 for the tip itself
     * @param soonerX where the needle will turn instead
     */
    private boolean covered(int tip, int other, double from, double to, double soonerX, double soonerY) {
        double dx = x[other] - x[tip];
        double dy = y[other] - y[tip];
        double length = Math.max(1e-9, Math.sqrt(dx * dx + dy * dy));
        double sideX = -dy / length * HALF_THREAD_MM * 0.8;
        double sideY = dx / length * HALF_THREAD_MM * 0.8;
        int parts = (int) Math.max(2, Math.ceil(length * (to - from) / 0.18));
        for (int p = 0; p <= parts; p++) {
            double t = from + (to - from) * p / parts;
            double px = x[tip] + dx * t;
            double py = y[tip] + dy * t;
            for (int side = -1; side <= 1; side++) {
                double qx = px + side * sideX;
                double qy = py + side * sideY;
                boolean stays = from > 0
                        && awaySquared(qx, qy, soonerX, soonerY, x[other], y[other]) <= COVERED_MM * COVERED_MM;
                if (!stays && !covered(qx, qy, block[tip], WELL_COVERED_MM)) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * True when the thread from a to b lies wholly on thread that stays, of its own block or of a later one.
     *
     * @param before where thread that will be new begins, -1 for none
     * @param after where it ends
     */
    private boolean covered(int a, int b, int own, int before, int after) {
        double dx = x[b] - x[a];
        double dy = y[b] - y[a];
        double length = Math.max(1e-9, Math.sqrt(dx * dx + dy * dy));
        double sideX = -dy / length * HALF_THREAD_MM * 0.8;
        double sideY = dx / length * HALF_THREAD_MM * 0.8;
        int parts = (int) Math.max(2, Math.ceil(length / 0.18));
        for (int p = 0; p <= parts; p++) {
            double px = x[a] + dx * p / parts;
            double py = y[a] + dy * p / parts;
            for (int side = -1; side <= 1; side++) {
                double qx = px + side * sideX;
                double qy = py + side * sideY;
                if ((before < 0 || awaySquared(qx, qy, before, after) > COVERED_MM * COVERED_MM)
                        && !covered(qx, qy, own, COVERED_MM)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean covered(double px, double py, int own, double within) {
        int c = squares.at(px, py);
        int[] list = near.in(c);
        int listed = near.count(c);
        for (int k = 0; k < listed; k++) {
            int i = list[k];
            if (block[i] >= own && !gone[i] && !leaving[i] && awaySquared(px, py, previous[i], i) <= within * within) {
                return true;
            }
        }
        return false;
    }

    /** The square of how far a place is from the thread between two needle points. */
    private double awaySquared(double px, double py, int a, int b) {
        return awaySquared(px, py, x[a], y[a], x[b], y[b]);
    }

    private static double awaySquared(double px, double py, double ax, double ay, double bx, double by) {
        double dx = bx - ax;
        double dy = by - ay;
        double squared = dx * dx + dy * dy;
        double t = squared <= 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / squared));
        double ex = px - ax - dx * t;
        double ey = py - ay - dy * t;
        return ex * ex + ey * ey;
    }

    private double distance(int a, int b) {
        return a == b ? 0 : Math.sqrt((x[a] - x[b]) * (x[a] - x[b]) + (y[a] - y[b]) * (y[a] - y[b]));
    }

    private List<List<Strand>> strands(List<List<Strand>> blocks) {
        List<List<Strand>> relieved = new ArrayList<>(blocks.size());
        int i = 0;
        for (List<Strand> strands : blocks) {
            List<Strand> left = new ArrayList<>(strands.size());
            for (Strand strand : strands) {
                Strand.Writer out = new Strand.Writer();
                boolean whole = true;
                for (int k = 0; k < strand.size(); k++, i++) {
                    whole &= !gone[i] && !moved[i];
                    if (!gone[i]) {
                        out.to(x[i], y[i]);
                    }
                }
                left.add(whole ? strand : out.strands().get(0));
            }
            relieved.add(left);
        }
        return relieved;
    }
}
