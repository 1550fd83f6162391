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

    /** More needle points in a square millimetre tear it: what twelve needles of 0.75 mm leave is half a hole. */
    private static final int MOST_POINTS = 12;

    /** More thread than this, mm in a square millimetre, is a lump: three layers and a half. */
    private static final double MOST_THREAD_MM = 8.8;

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

    private static final double STEP_MM = 0.25;

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
    private int left;
    private int top;
    private int columns;
    private int lines;
    private int[] points = {};
    private double[] thread = {};
    private ThreadsNear near = new ThreadsNear(new double[0], new double[0], new int[0], 0, 0, 0, 0);

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
    }

    /**
     * The strands without the stitches nobody misses.
     *
     * @param blocks the strands of each colour block, tied
     */
    public static List<List<Strand>> of(List<List<Strand>> blocks) {
        Relief relief = new Relief(blocks);
        if (relief.count == 0) {
            return blocks;
        }
        relief.survey();
        if (!relief.anyCrowded()) {
            return blocks;
        }
        relief.relieve();
        return relief.strands(blocks);
    }

    private void survey() {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            minX = Math.min(minX, x[i]);
            maxX = Math.max(maxX, x[i]);
            minY = Math.min(minY, y[i]);
            maxY = Math.max(maxY, y[i]);
        }
        left = (int) Math.floor(minX) - 1;
        top = (int) Math.floor(minY) - 1;
        columns = (int) Math.floor(maxX) - left + 2;
        lines = (int) Math.floor(maxY) - top + 2;
        points = new int[columns * lines];
        thread = new double[columns * lines];
        for (int i = 0; i < count; i++) {
            points[cell(x[i], y[i])]++;
            if (previous[i] >= 0) {
                lay(i, 1);
            }
        }
    }

    private int cell(double px, double py) {
        return ((int) Math.floor(py) - top) * columns + (int) Math.floor(px) - left;
    }

    /** Counts the thread that ends at a point, or takes it back. */
    private void lay(int i, int sign) {
        int from = previous[i];
        double dx = x[i] - x[from];
        double dy = y[i] - y[from];
        double length = Math.sqrt(dx * dx + dy * dy);
        int parts = (int) Math.max(1, Math.ceil(length / STEP_MM));
        for (int p = 0; p < parts; p++) {
            double t = (p + 0.5) / parts;
            thread[cell(x[from] + dx * t, y[from] + dy * t)] += sign * length / parts;
        }
    }

    private boolean crowded(int cell) {
        return points[cell] > MOST_POINTS || thread[cell] > MOST_THREAD_MM;
    }

    private boolean anyCrowded() {
        for (int c = 0; c < points.length; c++) {
            if (crowded(c)) {
                return true;
            }
        }
        return false;
    }

    private void relieve() {
        near = new ThreadsNear(x, y, previous.clone(), left, top, columns, lines);
        int[][] members = new int[points.length][];
        int[] filled = new int[points.length];
        for (int i = 0; i < count; i++) {
            int c = cell(x[i], y[i]);
            if (crowded(c)) {
                if (members[c] == null) {
                    members[c] = new int[points[c]];
                }
                members[c][filled[c]++] = i;
            }
        }
        for (int c = 0; c < points.length; c++) {
            if (members[c] != null) {
                thin(c, members[c]);
            }
            if (thread[c] > MOST_THREAD_MM) {
                turnSooner(c);
            }
        }
    }

    private void turnSooner(int c) {
        int[] ends = near.in(c).clone();
        int known = near.count(c);
        for (int k = 0; k < known && thread[c] > MOST_THREAD_MM; k++) {
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
                if (crowded(c) && !gone[i]) {
                    takeOut(i, together);
                }
            }
        }
        for (int i : members) {
            if (crowded(c) && !gone[i] && endsStrand(i)) {
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
            lay(i, -1);
            if (k < points) {
                this.points[cell(x[i], y[i])]--;
                gone[i] = true;
            }
        }
        next[before] = after;
        previous[after] = before;
        lay(after, 1);
        near.add(before, after);
        return true;
    }

    /** A lock of two stitches holds as well as one of three. */
    private void endSooner(int last) {
        int before = previous[last];
        lay(last, -1);
        points[cell(x[last], y[last])]--;
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
        lay(i, -1);
        lay(b, -1);
        leaving[i] = true;
        leaving[b] = true;
        int own = cell(tipX, tipY);
        for (double share : SOONER) {
            double saved = share * (fromA + toB);
            if (saved < WORTH_MM || (1 - share) * Math.min(fromA, toB) < SHORTEST_MM) {
                continue;
            }
            double reach = Math.min(1, share + 2 * OVERLAP_MM / (fromA + toB));
            double soonerX = tipX + (middleX - tipX) * share;
            double soonerY = tipY + (middleY - tipY) * share;
            int there = cell(soonerX, soonerY);
            if ((there == own || points[there] < MOST_POINTS)
                    && covered(i, a, 0, reach, soonerX, soonerY)
                    && covered(i, b, 0, reach, soonerX, soonerY)
                    && covered(i, a, reach, 1, soonerX, soonerY)
                    && covered(i, b, reach, 1, soonerX, soonerY)) {
                moved[i] = true;
                x[i] = soonerX;
                y[i] = soonerY;
                points[own]--;
                points[there]++;
                break;
            }
        }
        leaving[i] = false;
        leaving[b] = false;
        lay(i, 1);
        lay(b, 1);
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
        int c = cell(px, py);
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
