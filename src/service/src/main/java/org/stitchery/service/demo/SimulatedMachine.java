package org.stitchery.service.demo;

import java.nio.file.Path;

/**
 * One simulated machine.
 *
 * @param listen where it listens, as the simulator's {@code --listen} has it
 * @param folder where its ledger, its log and its process number are kept
 * @param shortName for file names: lower case letters and digits
 * @param lineRate bytes per second its line brings
 * @param speedUp how many times faster than a real one needle and operator are
 */
public record SimulatedMachine(String listen, Path folder, String shortName, int lineRate, double speedUp) {

    public SimulatedMachine {
        if (!shortName.matches("[a-z0-9-]{1,30}")) {
            throw new IllegalArgumentException("A short name is lower case letters and digits, got " + shortName);
        }
    }

    /** What its needle did, written by itself. */
    public Path ledger() {
        return folder.resolve(shortName + ".ledger");
    }

    Path log() {
        return folder.resolve(shortName + ".log");
    }

    Path processFile() {
        return folder.resolve(shortName + ".process");
    }
}
