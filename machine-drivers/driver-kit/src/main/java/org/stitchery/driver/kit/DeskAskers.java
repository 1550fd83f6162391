package org.stitchery.driver.kit;

import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;

/**
 * Makes the machines with which a desk driver in a JAR is checked. What a machine asks, and what it makes of the answers,
 * cannot be written down as a conversation: claims and sums differ each time. So whoever wrote the driver plays the machine
 * as a class, best from the protocol's description and not with the driver's own code.
 *
 * <p>Found by {@link java.util.ServiceLoader} in the driver's JAR or in one given beside it; needs a public constructor
 * without parameters. It sees the kit, the contract, the JDK and those JARs. A service that runs the driver never loads it.
 */
public interface DeskAskers {

    /**
     * A machine with a memory of its own, that asks for that order and sews it as soon as it may.
     *
     * @param settings those the driver is opened with
     */
    DeskAsker asker(DeliveryOrder order, DriverSettings settings);
}
