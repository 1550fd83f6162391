package org.stitchery.service.production;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.machine.MachineView;

/**
 * One machine with what it has to do.
 *
 * @param machine the machine
 * @param current the run that is armed or has the needle, null for none; a suspect run is under {@code suspects} instead
 * @param waiting assigned runs in the order they are to be sewn
 * @param suspects runs a person has to decide about; while there is one, nothing can be started here
 */
public record MachineQueueView(
        MachineView machine, @Nullable RunView current, List<RunView> waiting, List<RunView> suspects) {

    public MachineQueueView {
        waiting = List.copyOf(waiting);
        suspects = List.copyOf(suspects);
    }
}
