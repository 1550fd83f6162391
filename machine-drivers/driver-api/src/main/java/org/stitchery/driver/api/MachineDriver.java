package org.stitchery.driver.api;

import java.util.List;

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
}
