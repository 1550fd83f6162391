package org.stitchery.service.telemetry;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.service.machine.MachineState;
import org.stitchery.service.machine.MachineStatus;
import org.stitchery.service.machine.MachineView;

/**
 * What others may know of a machine at one moment. Without the sentence beside the state, which names what is sewn.
 *
 * @param machine what it is; its own status is older than {@code status}
 * @param topic its name as one level of a topic, unique
 * @param status what is true of it
 * @param run the run at its needle, or the last one that was; null for none
 */
record MachineFacts(
        MachineView machine,
        String topic,
        MachineStatus status,
        @Nullable RunFacts run) {

    UUID id() {
        return machine.id();
    }

    /** True when there is a line to it. */
    boolean isReachable() {
        return switch (status.state()) {
            case IDLE, RESERVED, BUSY, ATTENTION -> true;
            case UNKNOWN, OFFLINE, CONNECTING, OUT_OF_SERVICE, CONFLICT -> false;
        };
    }

    MachineState state() {
        return status.state();
    }

    /** The finest progress its driver can see. */
    String progressSeen() {
        Capabilities can = machine.capabilities();
        return (can == null ? Capabilities.Progress.NONE : can.progress()).name();
    }
}
