package org.stitchery.service.machine;

import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;

/** Hears how a delivery goes. Called in order, by one thread at a time, never by the loop that serves the lines: it may block. */
public interface DeliveryListener {

    /** Something happened on the way. */
    void happened(MachineEvent event);

    /** It is over; the last call. */
    void ended(Outcome outcome);
}
