package org.stitchery.digitizer.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Divides the regions into batches of one thread each, as few as the order allows.
 *
 * <p>Whenever a thread is in the needle it pays to sew every region of it that is ready, and those that become ready by
 * that: nothing is lost by sewing earlier. So a solution is just a sequence of threads, and a breadth-first search over
 * the sets of sewn regions finds a shortest one. A set that is part of another one reached with as few changes cannot
 * lead to a better end and is dropped, which keeps the search small for real drawings: then the result is the minimum.
 * Where it is not small, each level keeps those furthest advanced (beam search); the result may then be above the
 * minimum, and {@link #least} is a bound from below.
 *
 * @param batches in sewing order, the regions of each in the drawing's order
 * @param least no order of sewing needs fewer batches than this
 */
record ColorBatches(List<List<Integer>> batches, int least) {

    /** Sets kept per level: many for small drawings, fewer for large ones, where each costs more. */
    private static final int MOST_SETS = 500;

    private static final int FEWEST_SETS = 16;
    private static final int SETS_BY_REGIONS_AND_THREADS = 2_000_000;

    private record State(
            BitSet sewn, int count, int thread, @Nullable State previous) {}

    /**
     * @param threads the thread of each region
     * @param betweenSets called now and then; may throw to end the work
     */
    static ColorBatches of(int[] threads, Precedence precedence, Runnable betweenSets) {
        int n = threads.length;
        int[][] members = members(threads);
        int width = Math.max(
                FEWEST_SETS, Math.min(MOST_SETS, SETS_BY_REGIONS_AND_THREADS / Math.max(1, n * members.length)));
        boolean complete = true;
        int changes = 0;
        List<State> level = List.of(new State(new BitSet(n), 0, -1, null));
        while (level.get(0).count() < n) {
            Map<BitSet, State> next = new LinkedHashMap<>();
            for (State state : level) {
                betweenSets.run();
                int[] open = open(state.sewn(), precedence, n);
                for (int[] kind : members) {
                    State reached = sewn(state, kind, threads, precedence, open);
                    if (reached.count() > state.count()) {
                        next.putIfAbsent(reached.sewn(), reached);
                    }
                }
            }
            List<State> best = undominated(next, width);
            complete &= best.size() < width;
            level = best;
            changes++;
        }
        List<List<Integer>> batches = batches(level.get(0));
        return new ColorBatches(batches, complete ? changes : bound(threads, members.length, precedence));
    }

    /** The regions of each thread, threads in the order of their first regions. */
    private static int[][] members(int[] threads) {
        Map<Integer, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < threads.length; i++) {
            members.computeIfAbsent(threads[i], thread -> new ArrayList<>()).add(i);
        }
        return members.values().stream()
                .map(list -> list.stream().mapToInt(i -> i).toArray())
                .toArray(int[][]::new);
    }

    /** How many regions each one waits for. */
    private static int[] open(BitSet sewn, Precedence precedence, int n) {
        int[] open = new int[n];
        for (int i = 0; i < n; i++) {
            for (int earlier : precedence.before(i)) {
                open[i] += sewn.get(earlier) ? 0 : 1;
            }
        }
        return open;
    }

    /** Sews all that is or becomes ready of one thread. */
    private static State sewn(State state, int[] kind, int[] threads, Precedence precedence, int[] openBefore) {
        BitSet sewn = state.sewn();
        int[] ready = new int[kind.length];
        int size = 0;
        for (int i : kind) {
            if (openBefore[i] == 0 && !sewn.get(i)) {
                ready[size++] = i;
            }
        }
        if (size == 0) {
            return state;
        }
        int[] open = openBefore.clone();
        BitSet after = (BitSet) sewn.clone();
        int thread = threads[kind[0]];
        for (int k = 0; k < size; k++) {
            after.set(ready[k]);
            for (int later : precedence.after(ready[k])) {
                if (--open[later] == 0 && threads[later] == thread) {
                    ready[size++] = later;
                }
            }
        }
        return new State(after, state.count() + size, thread, state);
    }

    /** The furthest advanced sets that are not part of another, at most so many. */
    private static List<State> undominated(Map<BitSet, State> next, int most) {
        List<State> ranked = new ArrayList<>(next.values());
        ranked.sort(Comparator.comparingInt(State::count).reversed());
        List<State> kept = new ArrayList<>();
        List<long[]> larger = new ArrayList<>();
        for (State state : ranked) {
            if (kept.size() == most) {
                break;
            }
            long[] words = state.sewn().toLongArray();
            if (!withinAny(words, larger)) {
                kept.add(state);
                larger.add(words);
            }
        }
        return kept;
    }

    private static boolean withinAny(long[] part, List<long[]> wholes) {
        for (long[] whole : wholes) {
            boolean within = part.length <= whole.length;
            for (int w = 0; within && w < part.length; w++) {
                within = (part[w] & ~whole[w]) == 0;
            }
            if (within) {
                return true;
            }
        }
        return false;
    }

    /** Every thread needs a batch, and along any chain of regions that must follow each other every change needs one. */
    private static int bound(int[] threads, int kinds, Precedence precedence) {
        int n = threads.length;
        int[] open = open(new BitSet(), precedence, n);
        int[] chain = new int[n];
        Arrays.fill(chain, 1);
        int[] order = new int[n];
        int size = 0;
        for (int i = 0; i < n; i++) {
            if (open[i] == 0) {
                order[size++] = i;
            }
        }
        int longest = kinds;
        for (int k = 0; k < size; k++) {
            int i = order[k];
            longest = Math.max(longest, chain[i]);
            for (int later : precedence.after(i)) {
                chain[later] = Math.max(chain[later], chain[i] + (threads[later] == threads[i] ? 0 : 1));
                if (--open[later] == 0) {
                    order[size++] = later;
                }
            }
        }
        return longest;
    }

    private static List<List<Integer>> batches(State done) {
        List<List<Integer>> batches = new ArrayList<>();
        for (State s = done; s.previous() != null; s = s.previous()) {
            BitSet now = (BitSet) s.sewn().clone();
            now.andNot(s.previous().sewn());
            batches.add(0, now.stream().boxed().toList());
        }
        return batches;
    }
}
