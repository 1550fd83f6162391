package org.stitchery.cli;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.MachineDriver;

/** The drivers on the class path. */
final class Drivers {

    private Drivers() {}

    /** @throws Complaint when there is none of this id */
    static MachineDriver named(String id) {
        List<MachineDriver> all = ServiceLoader.load(MachineDriver.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return all.stream()
                .filter(driver -> driver.description().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Complaint.usage("There is no driver \"" + id + "\"; there are "
                        + String.join(
                                ", ",
                                all.stream().map(d -> d.description().id()).toList())
                        + "."));
    }

    /** @throws Complaint when a setting is unknown or its value wrong */
    static DriverSettings settings(MachineDriver driver, Map<String, String> given) {
        try {
            return DriverSettings.of(driver.description().settings(), given);
        } catch (IllegalArgumentException e) {
            throw Complaint.usage("--set: " + e.getMessage() + ".");
        }
    }
}
