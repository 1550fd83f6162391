package org.stitchery.driver.api;

/** A driver for machines, or agents beside them, that come and ask for their work. */
public non-sealed interface DeskDriver extends MachineDriver {

    /**
     * Starts answering at the desk. Hands nothing out yet.
     *
     * @param settings values for {@link DriverDescription#settings()}, already checked
     * @param desk where questions come in
     * @param host whom to tell what happens
     */
    MachineConnection open(DriverSettings settings, RequestDesk desk, Host host);
}
