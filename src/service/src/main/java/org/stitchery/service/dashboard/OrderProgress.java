package org.stitchery.service.dashboard;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.order.OrderView;
import org.stitchery.service.production.RunState;
import org.stitchery.service.production.RunView;

/**
 * An order as its page follows it.
 *
 * @param order the order
 * @param runs its garments in the order they are sewn; spoiled ones are followed by their replacements
 */
record OrderProgress(OrderView order, List<RunView> runs) {

    OrderProgress {
        runs = runs.stream()
                .sorted(Comparator.comparing(RunView::createdAt).thenComparing(RunView::numberInJob))
                .toList();
    }

    /** The garment under the needle, or null. */
    public @Nullable RunView live() {
        return runs.stream().filter(run -> run.state().hasNeedle()).findFirst().orElse(null);
    }

    /** The design to show: that of the garment under the needle, or of the first line. */
    public String designSha256() {
        RunView live = live();
        return live == null ? order.lines().get(0).designSha256() : live.designSha256();
    }

    /** Penetrations the live picture shows as sewn: nothing before the start, everything after the end. */
    public int stitchesShown() {
        RunView live = live();
        if (live != null) {
            return live.stitchesOnTheWire();
        }
        boolean allDone = !runs.isEmpty()
                && runs.stream()
                        .allMatch(run ->
                                run.state() == RunState.DONE || run.state().isFinal());
        return allDone ? Integer.MAX_VALUE : 0;
    }

    /** True when it may be called off: nothing of it has been hooped yet. */
    public boolean cancellable() {
        return order.isOpen()
                && runs.stream().allMatch(run -> switch (run.state()) {
                    case WAITING, HELD, ASSIGNED, CANCELLED -> true;
                    case ARMED, INTENT, SENDING, SEWING, PAUSED, SUSPECT, SPOILED, DONE -> false;
                });
    }
}
