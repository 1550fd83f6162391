package org.stitchery.driver.api;

/**
 * A plug-in that speaks one family of machines. It describes itself as data and opens connections on a transport it is
 * lent. It owns no thread, no port and no clock, and knows neither stitches nor the service: it receives encoded bytes.
 *
 * <p>Found by {@link java.util.ServiceLoader}; needs a public constructor without parameters. Implementations hold no
 * state and may be called from any thread.
 */
public interface MachineDriver {

    /** What it is, which settings it takes, which files it wants. Constant. */
    DriverDescription description();

    /** What it can truly do with these settings. Claims only what it can see. */
    Capabilities capabilities(DriverSettings settings);

    /**
     * Starts speaking on the transport. Sends nothing yet.
     *
     * @param settings values for {@link DriverDescription#settings()}, already checked
     * @param transport bytes both ways, lent: the host opened it and closes it
     * @param host whom to tell what happens
     */
    MachineConnection open(DriverSettings settings, Transport transport, Host host);
}
