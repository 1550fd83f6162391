package org.stitchery.service.machine;

import java.util.stream.Stream;
import org.stitchery.driver.api.MachineEvent;

/**
 * Everything that goes into a machine's status, before it is put into one word.
 *
 * @param inService false when an operator took it out
 * @param line its line
 * @param lineDetail one sentence on it
 * @param occupancy who has the needle
 * @param held true while the machine tells us to wait
 * @param hint what the machine or its driver asks of a person now, empty for nothing
 * @param bytes design bytes at the machine of the running delivery
 * @param bytesTotal design bytes of the running delivery
 */
record Reading(
        boolean inService,
        LineState line,
        String lineDetail,
        Occupancy occupancy,
        boolean held,
        String hint,
        long bytes,
        long bytesTotal) {

    static final Reading NONE = new Reading(true, LineState.UNKNOWN, "Not tried yet.", Occupancy.FREE, false, "", 0, 0);

    Reading withService(boolean now) {
        return new Reading(now, line, lineDetail, occupancy, held, hint, bytes, bytesTotal);
    }

    Reading withLine(LineState now, String detail) {
        return new Reading(inService, now, detail, occupancy, false, "", bytes, bytesTotal);
    }

    Reading withOccupancy(Occupancy now) {
        return new Reading(inService, line, lineDetail, now, held, hint, bytes, bytesTotal);
    }

    Reading withHeld(boolean now) {
        return new Reading(inService, line, lineDetail, occupancy, now, hint, bytes, bytesTotal);
    }

    Reading withHint(String now) {
        return new Reading(inService, line, lineDetail, occupancy, held, now, bytes, bytesTotal);
    }

    Reading withBytes(long now, long total) {
        return new Reading(inService, line, lineDetail, occupancy, held, now > 0 ? "" : hint, now, total);
    }

    /** Once a machine has told that. */
    Reading after(MachineEvent event) {
        if (event instanceof MachineEvent.HeldByMachine) {
            return withHeld(true);
        }
        if (event instanceof MachineEvent.Released) {
            return withHeld(false);
        }
        if (event instanceof MachineEvent.NeedsPerson asks) {
            return withHint(asks.detail());
        }
        return event instanceof MachineEvent.ThreadBroke broke ? withHint(broke.detail()) : this;
    }

    /** The one word: what a person has to know first wins. */
    MachineState state() {
        if (!inService) {
            return MachineState.OUT_OF_SERVICE;
        }
        if (line == LineState.TAKEN) {
            return MachineState.CONFLICT;
        }
        return switch (occupancy.kind()) {
            case ATTENTION -> MachineState.ATTENTION;
            case BUSY -> MachineState.BUSY;
            case FREE, RESERVED ->
                switch (line) {
                    case UNKNOWN -> MachineState.UNKNOWN;
                    case CLOSED -> MachineState.OFFLINE;
                    case CONNECTING -> MachineState.CONNECTING;
                    case OPEN, TAKEN ->
                        occupancy.kind() == Occupancy.Kind.RESERVED ? MachineState.RESERVED : MachineState.IDLE;
                };
        };
    }

    /** The one sentence. */
    String detail() {
        if (!inService) {
            return "Taken out of service.";
        }
        if (!hint.isEmpty()) {
            return hint;
        }
        boolean lineMatters = line != LineState.OPEN || occupancy.detail().isEmpty();
        String first = occupancy.detail();
        String then = lineMatters ? lineDetail : "";
        String held = this.held ? "The machine says wait." : "";
        return String.join(
                " ", Stream.of(first, then, held).filter(s -> !s.isEmpty()).toList());
    }
}
