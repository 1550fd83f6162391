package org.stitchery.driver.api;

/** A driver for machines at the end of a line: serial, TCP, a port server, a child process. */
public non-sealed interface LineDriver extends MachineDriver {

    /**
     * Starts speaking on the transport. Sends nothing yet.
     *
     * @param settings values for {@link DriverDescription#settings()}, already checked
     * @param transport bytes both ways
     * @param host whom to tell what happens
     */
    MachineConnection open(DriverSettings settings, Transport transport, Host host);
}
