package org.stitchery.service.machine;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.MachineDriver;

/** The machine drivers at hand. We and they meet through {@link ServiceLoader} and know nothing else of each other. */
@Singleton
public class DriverShelf {

    private final Map<String, MachineDriver> drivers = new TreeMap<>();
    private final String ownVersion;

    DriverShelf(@ConfigProperty(name = "quarkus.application.version") String ownVersion) {
        this.ownVersion = ownVersion;
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

    /** What the driver can do with these settings; empty when it is missing or does not understand them. */
    Optional<Capabilities> capabilities(String id, Map<String, String> settings) {
        return find(id).flatMap(driver -> {
            try {
                return Optional.of(driver.capabilities(
                        DriverSettings.of(driver.description().settings(), settings)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    /** Extensions of the small files the driver may put beside a design; none when it is missing. */
    public List<String> sideFiles(String id) {
        return find(id).map(driver -> driver.description().sideFiles()).orElse(List.of());
    }

    /** What a machine's barcode reader is shown so that it fetches the design of that label; empty where nobody scans. */
    public Optional<String> scanned(String id, Map<String, String> settings, String label) {
        return find(id).flatMap(driver -> {
            try {
                return driver.scanned(DriverSettings.of(driver.description().settings(), settings), label);
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    /** The version written into the driver's archive; the service's own for a driver that rides with it. */
    String version(String id) {
        return find(id).map(driver -> driver.getClass().getPackage().getImplementationVersion())
                .orElse(ownVersion);
    }

    /** All drivers as data, by id. */
    public Collection<DriverDescription> descriptions() {
        return drivers.values().stream().map(MachineDriver::description).toList();
    }
}
