package org.stitchery.driver.api;

/** What a driver may use of its host besides the transport. Confined to the host's loop thread. */
public interface Host {

    /** Tells what happened. Must return quickly and never throws. */
    void report(MachineEvent event);

    /** A line for the technician's log; bytes of the machine belong in here only as hex. */
    void log(String line);
}
