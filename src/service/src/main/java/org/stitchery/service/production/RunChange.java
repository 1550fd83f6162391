package org.stitchery.service.production;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a transition changes besides the state: the columns of the run, each as it was unless said otherwise, and what the
 * ledger should know. Lives for one transition.
 */
final class RunChange {

    @Nullable
    UUID machineId;

    @Nullable
    UUID attemptId;

    @Nullable
    String garmentTag;

    @Nullable
    UUID armedBy;

    @Nullable
    RunState pausedFrom;

    @Nullable
    String holdReason;

    long place;

    /** True when a person has just looked at the hoop. */
    boolean armedNow;

    /** True when the transition is only legal within minutes of that look. */
    boolean needsFreshArming;

    @Nullable
    Long fence;

    final Map<String, Object> payload = new TreeMap<>();

    RunChange(RunEntity run) {
        machineId = run.machineId;
        attemptId = run.attemptId;
        garmentTag = run.garmentTag;
        armedBy = run.armedBy;
        pausedFrom = run.pausedFrom;
        holdReason = run.holdReason;
        place = run.place;
    }

    RunChange machine(@Nullable UUID now) {
        machineId = now;
        return this;
    }

    RunChange attempt(UUID now, long underFence) {
        attemptId = now;
        fence = underFence;
        return note("attempt", now.toString());
    }

    RunChange armed(String tag, UUID by) {
        garmentTag = tag;
        armedBy = by;
        armedNow = true;
        return note("garment", tag);
    }

    RunChange notArmed() {
        garmentTag = null;
        armedBy = null;
        return this;
    }

    RunChange freshlyArmed() {
        needsFreshArming = true;
        return this;
    }

    RunChange pausedFrom(@Nullable RunState state) {
        pausedFrom = state;
        return this;
    }

    RunChange reason(@Nullable String reason) {
        holdReason = reason;
        return reason == null ? this : note("reason", reason);
    }

    RunChange place(long now) {
        place = now;
        return this;
    }

    RunChange fence(@Nullable Long now) {
        fence = now;
        return this;
    }

    RunChange note(String key, Object value) {
        payload.put(key, value);
        return this;
    }
}
