package org.stitchery.digitizer.sequence;

import java.util.ArrayList;
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
 * the sets of sewn regions finds a shortest one. The number of sets is small for real drawings; where it is not, each
 * level keeps the {@value #WIDTH} furthest advanced (beam search), and the result may be above the minimum.
 */
final class ColorBatches {

    private static final int WIDTH = 400;

    private record State(
            BitSet sewn, int count, int thread, @Nullable State previous) {}

    private ColorBatches() {}

    /**
     * Batches in sewing order, each in an order that respects the precedence.
     *
     * @param threads the thread of each region
     */
    static List<List<Integer>> of(int[] threads, Precedence precedence) {
        int[] kinds = java.util.Arrays.stream(threads).distinct().toArray();
        State start = new State(new BitSet(), 0, -1, null);
        List<State> level = List.of(start);
        State done = threads.length == 0 ? start : null;
        while (done == null) {
            Map<BitSet, State> next = new LinkedHashMap<>();
            for (State state : level) {
                for (int thread : kinds) {
                    if (thread != state.thread()) {
                        State reached = sewn(state, thread, threads, precedence);
                        if (reached.count() > state.count()) {
                            next.putIfAbsent(reached.sewn(), reached);
                        }
                    }
                }
            }
            List<State> ranked = new ArrayList<>(next.values());
            ranked.sort(Comparator.comparingInt(State::count).reversed());
            level = ranked.subList(0, Math.min(WIDTH, ranked.size()));
            if (level.get(0).count() == threads.length) {
                done = level.get(0);
            }
        }
        return batches(done, threads, precedence);
    }

    private static State sewn(State state, int thread, int[] threads, Precedence precedence) {
        BitSet sewn = (BitSet) state.sewn().clone();
        int count = state.count() + closure(thread, threads, precedence, sewn).size();
        return new State(sewn, count, thread, state);
    }

    /** Sews all that is or becomes ready of one thread, lowest in the drawing first. */
    private static List<Integer> closure(int thread, int[] threads, Precedence precedence, BitSet sewn) {
        List<Integer> order = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = false;
            for (int i = 0; i < threads.length; i++) {
                if (threads[i] == thread && !sewn.get(i) && ready(i, precedence, sewn)) {
                    sewn.set(i);
                    order.add(i);
                    more = true;
                }
            }
        }
        return order;
    }

    private static boolean ready(int region, Precedence precedence, BitSet sewn) {
        for (int earlier : precedence.before(region)) {
            if (!sewn.get(earlier)) {
                return false;
            }
        }
        return true;
    }

    private static List<List<Integer>> batches(State done, int[] threads, Precedence precedence) {
        List<Integer> sequence = new ArrayList<>();
        for (State s = done; s.previous() != null; s = s.previous()) {
            sequence.add(0, s.thread());
        }
        List<List<Integer>> batches = new ArrayList<>();
        BitSet sewn = new BitSet();
        for (int thread : sequence) {
            batches.add(closure(thread, threads, precedence, sewn));
        }
        return batches;
    }
}
