package org.stitchery.digitizer.sequence;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cheapest ways over hidden ground, from a raster's cell to any of its eight neighbours, pulled straight afterwards as
 * far as that costs nothing. One search is used for a whole design, so that its arrays are made once. Not safe for use
 * by several threads.
 *
 * <p>Many cells are looked for with Dijkstra's method (1959), a single one with A* (Hart, Nilsson and Raphael 1968), the
 * way as the crow flies over the cheapest ground being what is left at least. Where the ground is the same all around a
 * cell, only those neighbours are looked at that are not reached as cheaply past it: slanted steps first, straight ones
 * after (the canonical order of Sturtevant and Rabin 2016, "Canonical orderings on grids", which comes from the pruning
 * of Harabor and Grastien 2011).
 */
final class WaySearch {

    /** Visited cells allowed for one design, per cell of the raster; beyond that threads are cut. */
    private static final int VISITS_PER_CELL = 200;

    /** What a straight step costs over the cheapest ground: costs are whole numbers, and this small enough a part. */
    private static final int STRAIGHT = 24;

    /** The same for a slanted one: within two thousandths of the root of two. */
    private static final int SLANTED = 34;

    private static final int NEVER = Integer.MAX_VALUE;

    /** Stands for the step to cells where a search begins. */
    private static final int SOURCE = 8;

    /** Bits of a cell's state below its cost: the step that led there, and whether that is settled. */
    private static final int COST_SHIFT = 5;

    private static final int STEP_SHIFT = 1;
    private static final int STEP_MASK = 15;
    private static final int DONE = 1;

    private final Ground ground;
    private final double perMm;
    private final int longest;

    /** Where each of eight steps leads, turning around: even ones are straight, odd ones slanted. */
    private final int[] steps;

    /** What a step costs, by its being slanted and the kinds of ground at both ends, of eight kinds at most. */
    private final int[] stepCost = new int[2 * 8 * 8];

    private final int[] state;
    private final CostQueue queue;
    private int[] reached = new int[1024];
    private int reachedCount;
    private int found = -1;
    private @Nullable HiddenGround foundOn;
    private int foundFrom = -1;
    private int changes = -1;
    private long visitsLeft;

    WaySearch(Ground ground) {
        this.ground = ground;
        perMm = STRAIGHT / (ground.cellMm() * HiddenGround.LEAST_COST);
        longest = (int) (HiddenGround.LONGEST_MM * perMm);
        state = new int[ground.cells()];
        Arrays.fill(state, NEVER);
        queue = new CostQueue(longest);
        int c = ground.columns();
        steps = new int[] {1, c + 1, c, c - 1, -1, -c - 1, -c, -c + 1};
        for (int a = 0; a < HiddenGround.KINDS; a++) {
            for (int b = 0; b < HiddenGround.KINDS; b++) {
                double mean = (HiddenGround.cost(a) + HiddenGround.cost(b)) / (2 * HiddenGround.LEAST_COST);
                stepCost[a << 3 | b] = (int) Math.min(NEVER, Math.rint(mean * STRAIGHT));
                stepCost[64 | a << 3 | b] = (int) Math.min(NEVER, Math.rint(mean * SLANTED));
            }
        }
        visitsLeft = (long) VISITS_PER_CELL * ground.cells();
    }

    /** What a search looks for: cells by rank, the lower the better. */
    interface Goal {

        /** Rank of what nobody looks for. */
        int NONE = Integer.MAX_VALUE;

        /** How welcome a cell is. */
        int rank(int cell);

        /** No cell that can be reached at some cost has a lower rank; {@link #NONE} when there is nothing to reach. */
        int best();
    }

    /**
     * The cheapest cell to reach of the lowest rank there is; read the way to it with {@link #way}.
     *
     * @param sources where a way may begin, each once
     * @return -1 when there is none within {@link HiddenGround#LONGEST_MM}
     */
    int find(HiddenGround hidden, int[] sources, Goal goal) {
        forget(false);
        int wanted = goal.best();
        int least = Goal.NONE;
        for (int source : sources) {
            int rank = goal.rank(source);
            if (wanted != Goal.NONE || rank < least) {
                reach(source, SOURCE, 0);
            }
            if (rank < least) {
                least = rank;
                found = source;
            }
        }
        if (least > wanted) {
            for (int source : sources) {
                if (bordering(hidden, source)) {
                    queue.add(source, 0);
                }
            }
            for (int at = next(); at >= 0; at = next()) {
                int rank = goal.rank(at);
                if (rank < least) {
                    least = rank;
                    found = at;
                    if (rank <= wanted) {
                        break;
                    }
                }
                expand(hidden, at, -1);
            }
        }
        foundOn = hidden;
        foundFrom = sources.length == 1 ? sources[0] : -1;
        changes = hidden.changes();
        return found;
    }

    /** True when there is a way from one cell to another within {@link HiddenGround#LONGEST_MM}; it is kept too. */
    boolean find(HiddenGround hidden, int from, int to) {
        if (hidden == foundOn && hidden.changes() == changes && from == foundFrom && to == found) {
            return true;
        }
        forget(true);
        reach(from, SOURCE, 0);
        if (Math.max(0, left(from, to)) <= longest) {
            queue.add(from, left(from, to));
        }
        for (int at = next(); at >= 0 && at != to; at = next()) {
            expand(hidden, at, to);
        }
        if (!done(to)) {
            return false;
        }
        found = to;
        foundOn = hidden;
        foundFrom = from;
        changes = hidden.changes();
        return true;
    }

    /** The next cell whose cost is settled; -1 when there is none. */
    private int next() {
        int at = queue.poll();
        while (at >= 0 && done(at)) {
            at = queue.poll();
        }
        if (at >= 0 && visitsLeft-- > 0) {
            state[at] |= DONE;
            return at;
        }
        return -1;
    }

    private void expand(HiddenGround hidden, int at, int aim) {
        int here = cost(at);
        int facing = step(at);
        boolean plain = facing != SOURCE && hidden.plain(at);
        int first = plain ? facing - (facing & 1) : 0;
        int last = plain ? facing + (facing & 1) : 7;
        int kind = hidden.kind(at) << 3;
        for (int k = first; k <= last; k++) {
            int step = k & 7;
            int next = at + steps[step];
            int known = cost(next);
            if (known > here) {
                int more = stepCost[(step & 1) << 6 | kind | hidden.kind(next)];
                int total = here + more;
                if (more <= longest && total < known) {
                    int bound = aim < 0 ? total : total + left(next, aim);
                    if (bound <= longest) {
                        reach(next, step, total);
                        queue.add(next, bound);
                    }
                }
            }
        }
    }

    /** What the way from one cell to another costs at least. */
    private int left(int from, int to) {
        int dx = Math.abs(from % ground.columns() - to % ground.columns());
        int dy = Math.abs(from / ground.columns() - to / ground.columns());
        return STRAIGHT * Math.max(dx, dy) + (SLANTED - STRAIGHT) * Math.min(dx, dy);
    }

    private void forget(boolean lastOfEqualsFirst) {
        for (int k = 0; k < reachedCount; k++) {
            state[reached[k]] = NEVER;
        }
        reachedCount = 0;
        found = -1;
        foundFrom = -1;
        foundOn = null;
        queue.clear(lastOfEqualsFirst);
    }

    private void reach(int at, int step, int total) {
        if (state[at] == NEVER) {
            reached = reachedCount == reached.length ? Arrays.copyOf(reached, 2 * reachedCount) : reached;
            reached[reachedCount++] = at;
        }
        state[at] = total << COST_SHIFT | step << STEP_SHIFT;
    }

    private int cost(int at) {
        return state[at] >> COST_SHIFT;
    }

    private int step(int at) {
        return state[at] >> STEP_SHIFT & STEP_MASK;
    }

    private boolean done(int at) {
        return state[at] != NEVER && (state[at] & DONE) != 0;
    }

    /** True for a source from where another cell can be reached: all others need not wait in the queue. */
    private boolean bordering(HiddenGround hidden, int source) {
        if (hidden.costAt(source) == Float.POSITIVE_INFINITY) {
            return false;
        }
        for (int step : steps) {
            if (cost(source + step) > 0 && hidden.costAt(source + step) != Float.POSITIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }

    private int before(int at) {
        return at - steps[step(at)];
    }

    /** The source from where the cell last found was reached. */
    int source() {
        int at = found;
        while (step(at) != SOURCE) {
            at = before(at);
        }
        return at;
    }

    /** The way to the cell last found, from and to the very points given: x and y in turn. */
    double[] way(HiddenGround hidden, double fromX, double fromY, double toX, double toY) {
        int count = 1;
        for (int at = found; step(at) != SOURCE; at = before(at)) {
            count++;
        }
        int[] chain = new int[count];
        chain[--count] = found;
        for (int at = found; count > 0; ) {
            at = before(at);
            chain[--count] = at;
        }
        double[] way = new double[2 * chain.length + 4];
        int k = 0;
        way[k++] = fromX;
        way[k++] = fromY;
        int at = 0;
        while (at < chain.length - 1) {
            int to = at + 1;
            while (to + 1 < chain.length && straight(hidden, chain[at], chain[to + 1])) {
                to++;
            }
            if (to < chain.length - 1) {
                way[k++] = ground.x(chain[to]);
                way[k++] = ground.y(chain[to]);
            }
            at = to;
        }
        way[k++] = toX;
        way[k++] = toY;
        return Arrays.copyOf(way, k);
    }

    /** True when the straight line between two cells of the way costs no more than the way. */
    private boolean straight(HiddenGround hidden, int a, int b) {
        double dx = ground.x(b) - ground.x(a);
        double dy = ground.y(b) - ground.y(a);
        double length = Math.sqrt(dx * dx + dy * dy);
        int parts = (int) Math.ceil(2 * length / ground.cellMm());
        double most = (cost(b) - cost(a)) / perMm * 1.02 + 0.1;
        double total = 0;
        for (int p = 0; p < parts; p++) {
            double t = (p + 0.5) / parts;
            total += hidden.costAt(ground.at(ground.x(a) + dx * t, ground.y(a) + dy * t)) * length / parts;
            if (total > most) {
                return false;
            }
        }
        return true;
    }
}
