package org.stitchery.service.production;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.platform.Actor;

/**
 * The one table of what may happen to a run. What is not in it does not happen. There is no automatic way out of
 * {@link RunState#SUSPECT}, and none from a run that has the needle back to one that has not, except
 * {@link RunEvent#REFUSED}, which needs proof that no byte was accepted.
 *
 * @param from where it leads from
 * @param event what happens
 * @param to where it leads to; null for "back to where it came from", which the run remembers
 * @param who whose doing it may be
 */
record RunTransition(
        RunState from, RunEvent event, @Nullable RunState to, Set<String> who) {

    /** The people who stand at the machines. */
    private static final Set<String> FLOOR = Set.of("operator", "planner");

    /** Stopping is open to everybody who may see the machine. */
    private static final Set<String> STOP = Set.of("operator", "planner", "owner", "system", "machine");

    private static final Set<String> SELF = Set.of("system", "machine");
    private static final Set<String> PLANNING = Set.of("operator", "planner", "system");
    private static final Set<String> CANCELLING = Set.of("customer", "operator", "planner", "system");
    private static final Set<String> ENDING = Set.of("operator", "planner", "machine");

    static final List<RunTransition> ALL = List.of(
            new RunTransition(RunState.WAITING, RunEvent.ASSIGN, RunState.ASSIGNED, PLANNING),
            new RunTransition(RunState.WAITING, RunEvent.HOLD, RunState.HELD, FLOOR),
            new RunTransition(RunState.WAITING, RunEvent.CANCEL, RunState.CANCELLED, CANCELLING),
            new RunTransition(RunState.HELD, RunEvent.UNHOLD, RunState.WAITING, FLOOR),
            new RunTransition(RunState.HELD, RunEvent.CANCEL, RunState.CANCELLED, CANCELLING),
            new RunTransition(RunState.ASSIGNED, RunEvent.MOVE, RunState.ASSIGNED, FLOOR),
            new RunTransition(RunState.ASSIGNED, RunEvent.UNASSIGN, RunState.WAITING, PLANNING),
            new RunTransition(RunState.ASSIGNED, RunEvent.HOOPED, RunState.ARMED, FLOOR),
            new RunTransition(RunState.ASSIGNED, RunEvent.CANCEL, RunState.CANCELLED, CANCELLING),
            new RunTransition(RunState.ARMED, RunEvent.INTENT, RunState.INTENT, FLOOR),
            new RunTransition(RunState.ARMED, RunEvent.DISARM, RunState.ASSIGNED, PLANNING),
            new RunTransition(RunState.INTENT, RunEvent.STARTED, RunState.SENDING, SELF),
            new RunTransition(RunState.INTENT, RunEvent.REFUSED, RunState.ARMED, STOP),
            new RunTransition(RunState.INTENT, RunEvent.DOUBT, RunState.SUSPECT, STOP),
            new RunTransition(RunState.SENDING, RunEvent.SENT, RunState.SEWING, SELF),
            new RunTransition(RunState.SENDING, RunEvent.PAUSE, RunState.PAUSED, STOP),
            new RunTransition(RunState.SENDING, RunEvent.THREAD_BREAK, RunState.PAUSED, SELF),
            new RunTransition(RunState.SENDING, RunEvent.FAULT, RunState.PAUSED, SELF),
            new RunTransition(RunState.SENDING, RunEvent.DOUBT, RunState.SUSPECT, STOP),
            new RunTransition(RunState.SEWING, RunEvent.FINISHED, RunState.DONE, ENDING),
            new RunTransition(RunState.SEWING, RunEvent.PAUSE, RunState.PAUSED, STOP),
            new RunTransition(RunState.SEWING, RunEvent.THREAD_BREAK, RunState.PAUSED, SELF),
            new RunTransition(RunState.SEWING, RunEvent.FAULT, RunState.PAUSED, SELF),
            new RunTransition(RunState.SEWING, RunEvent.DOUBT, RunState.SUSPECT, STOP),
            // By the machine: its operator has threaded anew there and pressed start.
            new RunTransition(RunState.PAUSED, RunEvent.RESUME, null, ENDING),
            // The last bytes left while the pause was being asked for: still paused, and on resuming it sews.
            new RunTransition(RunState.PAUSED, RunEvent.SENT, RunState.PAUSED, SELF),
            new RunTransition(RunState.PAUSED, RunEvent.GIVE_UP, RunState.SPOILED, FLOOR),
            // The line that could have resumed it is gone.
            new RunTransition(RunState.PAUSED, RunEvent.DOUBT, RunState.SUSPECT, STOP),
            new RunTransition(RunState.SUSPECT, RunEvent.NOT_BEGUN, RunState.ARMED, FLOOR),
            new RunTransition(RunState.SUSPECT, RunEvent.RESUME_AT, RunState.SENDING, FLOOR),
            new RunTransition(RunState.SUSPECT, RunEvent.COMPLETE, RunState.DONE, FLOOR),
            new RunTransition(RunState.SUSPECT, RunEvent.SPOILED, RunState.SPOILED, FLOOR));

    private static final Map<RunState, Map<RunEvent, RunTransition>> TABLE = table();

    RunTransition {
        who = Set.copyOf(who);
    }

    /** What the event does to a run in that state; empty when it may not happen there. */
    static Optional<RunTransition> of(RunState from, RunEvent event) {
        return Optional.ofNullable(TABLE.get(from)).map(row -> row.get(event));
    }

    /** True for everybody who may stop a machine, whatever state its run is in. */
    static boolean mayStop(Actor actor) {
        return STOP.contains(actor.role());
    }

    boolean mayBeDoneBy(Actor actor) {
        return who.contains(actor.role());
    }

    private static Map<RunState, Map<RunEvent, RunTransition>> table() {
        Map<RunState, Map<RunEvent, RunTransition>> table = new EnumMap<>(RunState.class);
        for (RunTransition transition : ALL) {
            table.computeIfAbsent(transition.from(), state -> new EnumMap<>(RunEvent.class))
                    .put(transition.event(), transition);
        }
        return table;
    }
}
