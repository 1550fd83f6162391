package org.stitchery.simulator.scenario;

import org.stitchery.simulator.MachinePlan;
import org.stitchery.simulator.machine.MachineTraits;

/**
 * How the machines of a kind are built.
 *
 * @param lineBytesPerSecond what their lines bring
 * @param fifoBytes what is still under way when one asks its host to wait
 */
record Profile(MachineTraits traits, int lineBytesPerSecond, int fifoBytes) {

    static final Profile USUAL = new Profile(MachineTraits.standard(), MachinePlan.USUAL_LINE_BYTES_PER_SECOND, 0);

    Profile with(MachineTraits other) {
        return new Profile(other, lineBytesPerSecond, fifoBytes);
    }
}
