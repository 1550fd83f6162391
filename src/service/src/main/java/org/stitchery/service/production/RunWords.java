package org.stitchery.service.production;

import java.util.Set;
import org.stitchery.service.machine.Occupancy;
import org.stitchery.service.machine.Occupancy.Kind;

/** What a state means to the people on the floor: what they may do, and what the machine is said to be doing. */
final class RunWords {

    private RunWords() {}

    /** What a person may do to a run in that state, in the words of {@link RunView#allowedActions()}. */
    static Set<String> actions(RunState state) {
        return switch (state) {
            case WAITING -> Set.of("assign", "hold", "cancel");
            case HELD -> Set.of("unhold", "cancel");
            case ASSIGNED -> Set.of("hooped", "hooped-and-start", "unassign", "move", "cancel");
            case ARMED -> Set.of("start", "disarm");
            case INTENT -> Set.of("abort");
            case SENDING -> Set.of("pause", "abort");
            case SEWING -> Set.of("finished", "abort");
            case PAUSED -> Set.of("resume", "give-up", "abort");
            case SUSPECT -> Set.of("resolve");
            case SPOILED, DONE, CANCELLED -> Set.of();
        };
    }

    /** What it means for its machine's needle. */
    static Occupancy occupancy(RunWithJob row) {
        RunEntity run = row.run();
        String label = row.attempt() == null ? null : row.attempt().label;
        String what = row.job().title;
        return switch (run.state) {
            case ARMED -> new Occupancy(Kind.RESERVED, null, what + " is hooped.");
            case INTENT -> new Occupancy(Kind.BUSY, label, what + " is about to be sent.");
            case SENDING -> new Occupancy(Kind.BUSY, label, what + " is being sent and sewn.");
            case SEWING -> new Occupancy(Kind.BUSY, label, what + ": the whole design is on the wire.");
            case PAUSED -> new Occupancy(Kind.ATTENTION, label, what + " is paused." + because(run));
            case SUSPECT ->
                new Occupancy(Kind.ATTENTION, label, what + ": look at the garment and decide." + because(run));
            case WAITING, HELD, ASSIGNED, SPOILED, DONE, CANCELLED -> Occupancy.FREE;
        };
    }

    private static String because(RunEntity run) {
        return run.holdReason == null ? "" : " " + run.holdReason;
    }
}
