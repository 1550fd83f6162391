package org.stitchery.service.machine;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.MachineDriver;

/** The machine drivers at hand. We and they meet through {@link ServiceLoader} and know nothing else of each other. */
@Singleton
public class DriverShelf {

    private final Map<String, MachineDriver> drivers = new TreeMap<>();

    DriverShelf() {
        for (MachineDriver driver : ServiceLoader.load(MachineDriver.class, DriverShelf.class.getClassLoader())) {
            MachineDriver other = drivers.put(driver.description().id(), driver);
            if (other != null) {
                throw new IllegalStateException("Two drivers call themselves "
                        + driver.description().id() + ": " + other.getClass().getName() + " and "
                        + driver.getClass().getName());
            }
        }
    }

    /** The driver of that id. */
    Optional<MachineDriver> find(String id) {
        return Optional.ofNullable(drivers.get(id));
    }

    /** All drivers as data, by id. */
    public Collection<DriverDescription> descriptions() {
        return drivers.values().stream().map(MachineDriver::description).toList();
    }
}
