package org.stitchery.driver.api;

import java.util.List;
import java.util.Optional;

/**
 * A plug-in that speaks one family of machines. It describes itself as data and opens connections on a {@link Link}
 * it is lent. It owns no thread, no port and no clock, and knows neither stitches nor the service: it receives encoded
 * bytes.
 *
 * <p>Found by {@link java.util.ServiceLoader}; needs a public constructor without parameters. Implementations hold no
 * state and may be called from any thread. Which of the three kinds it implements says over what it reaches its machines.
 */
public sealed interface MachineDriver permits LineDriver, FileDriver, DeskDriver {

    /** What it is, which settings it takes, which files it wants. Constant. */
    DriverDescription description();

    /** What it can truly do with these settings. Claims only what it can see. */
    Capabilities capabilities(DriverSettings settings);

    /**
     * Ids of the encodings it takes with these settings, best first: those of {@link DriverDescription#formats()}, or some
     * of them where a setting says how the machine is built. Hosts encode in the first one they can write.
     */
    default List<String> formats(DriverSettings settings) {
        return description().formats();
    }

    /**
     * What the barcode on a work order has to hold so that the machine fetches the design of this label; empty where
     * nobody scans.
     *
     * @param label of a {@link DeliveryOrder}, or empty when only whether is asked
     */
    default Optional<String> scanned(DriverSettings settings, String label) {
        return Optional.empty();
    }
}
