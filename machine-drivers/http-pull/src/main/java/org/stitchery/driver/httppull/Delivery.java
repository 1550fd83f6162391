package org.stitchery.driver.httppull;

import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.Outcome;

/** A delivery that may be called off. */
interface Delivery extends Exchange<Outcome> {

    /** From now on nothing more is handed out. */
    void abort();
}
