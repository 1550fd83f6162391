package org.stitchery.service.machine;

import java.util.List;
import java.util.Locale;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.MachineDriver;

/**
 * A driver to choose.
 *
 * @param driver as it describes itself
 * @param evidence what it can prove, with its usual settings
 * @param address an address it could work at
 */
record DriverCard(DriverDescription driver, String evidence, String address) {

    static DriverCard of(MachineDriver driver) {
        DriverDescription description = driver.description();
        Capabilities can = driver.capabilities(DriverSettings.of(description.settings(), java.util.Map.of()));
        return new DriverCard(
                description,
                CapabilityWords.evidence(can),
                AddressExample.of(driver).get(0).address());
    }

    /** The formats it takes, as people write them. */
    public String formats() {
        return String.join(", ", driver.formats()).toUpperCase(Locale.ROOT);
    }

    public List<String> machines() {
        return driver.machines();
    }
}
