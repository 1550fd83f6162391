package org.stitchery.service.machine;

/**
 * Whether a machine could be given a design now.
 *
 * @param ready true when its line is open and nothing is under way on it
 * @param why one sentence for the operator when it is not, empty otherwise
 * @param fence the right under which it would be sent
 */
public record MachineReadiness(boolean ready, String why, long fence) {

    static MachineReadiness no(String why) {
        return new MachineReadiness(false, why, 0);
    }
}
