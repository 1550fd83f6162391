package org.stitchery.service.machine;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.plugin.PlugIn;
import org.stitchery.plugin.PlugInFolder;
import org.stitchery.plugin.Refusal;
import org.stitchery.plugin.process.Limits;
import org.stitchery.service.platform.DataPath;

/**
 * The machine drivers at hand: those that ride with the service, found by {@link ServiceLoader}, and those the owner
 * dropped into the folder of drivers, which come and go while the service runs.
 */
@Singleton
public class DriverShelf {

    private static final Logger LOG = Logger.getLogger(DriverShelf.class);

    private final Map<String, MachineDriver> own = new TreeMap<>();
    private final String ownVersion;
    private final PlugInFolder folder;
    private final ScheduledExecutorService clock = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "drivers-from-outside");
        thread.setDaemon(true);
        return thread;
    });
    private List<String> toldOf = List.of();

    DriverShelf(
            @ConfigProperty(name = "quarkus.application.version") String ownVersion,
            @ConfigProperty(name = "stitchery.drivers") Optional<Path> drivers,
            @ConfigProperty(name = "stitchery.drivers.lists") Optional<Path> lists,
            DataPath data,
            MachineSettings settings) {
        this.ownVersion = ownVersion;
        for (MachineDriver driver : ServiceLoader.load(MachineDriver.class, DriverShelf.class.getClassLoader())) {
            MachineDriver other = own.put(driver.description().id(), driver);
            if (other != null) {
                throw new IllegalStateException("Two drivers call themselves "
                        + driver.description().id() + ": " + other.getClass().getName() + " and "
                        + driver.getClass().getName());
            }
        }
        Path jars = drivers.orElseGet(() -> data.folder("drivers")).toAbsolutePath();
        try {
            folder = new PlugInFolder(
                    jars,
                    lists.orElse(jars).toAbsolutePath(),
                    data.folder("driver-copies"),
                    own.keySet(),
                    Limits.USUAL);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for copies of drivers cannot be used", e);
        }
        // The first look is part of the start: machines of a driver from outside shall not be said to have none.
        look();
        long every = settings.lookAtDriversEvery().toMillis();
        clock.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    /** After the sessions have let go of their machines. */
    void close(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER + 400) ShutdownEvent stop) {
        clock.shutdownNow();
        folder.close();
    }

    private void look() {
        try {
            PlugInFolder.Stock stock = folder.rescan();
            List<String> now = new ArrayList<>();
            stock.plugIns()
                    .forEach(plugIn -> now.add(
                            "Driver " + plugIn.id() + " " + plugIn.version() + " from " + plugIn.file() + " is ready"));
            stock.refused().forEach(refusal -> now.add("Refused: " + refusal.file() + ": " + refusal.sentence()));
            now.stream().filter(line -> !toldOf.contains(line)).forEach(LOG::info);
            toldOf = now;
        } catch (RuntimeException e) {
            // One throw would end the clock.
            LOG.error("The folder of drivers could not be looked at", e);
        }
    }

    /** The driver of that id. One that was taken out is still found while machines have it open. */
    Optional<MachineDriver> find(String id) {
        MachineDriver ours = own.get(id);
        return ours != null ? Optional.of(ours) : plugIn(id).map(PlugIn::driver);
    }

    private Optional<PlugIn> plugIn(String id) {
        PlugInFolder.Stock stock = folder.stock();
        return Stream.concat(stock.plugIns().stream(), stock.leaving().stream())
                .filter(plugIn -> plugIn.id().equals(id))
                .findFirst();
    }

    /** False for a driver that was taken out or replaced: whoever still uses it shall let go of it. */
    boolean isCurrent(MachineDriver driver) {
        return own.containsValue(driver)
                || folder.stock().plugIns().stream().anyMatch(plugIn -> plugIn.driver() == driver);
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

    /** Ids of the encodings the driver takes with these settings, best first; none when it is missing. */
    List<String> formats(String id, Map<String, String> settings) {
        return find(id).map(driver -> {
                    try {
                        return driver.formats(
                                DriverSettings.of(driver.description().settings(), settings));
                    } catch (IllegalArgumentException e) {
                        return List.<String>of();
                    }
                })
                .orElse(List.of());
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
        if (own.containsKey(id)) {
            return ownVersion;
        }
        return plugIn(id).map(PlugIn::version).orElse("");
    }

    /** All drivers as data, by id. */
    public Collection<DriverDescription> descriptions() {
        return Stream.concat(
                        own.values().stream(), folder.stock().plugIns().stream().map(PlugIn::driver))
                .map(MachineDriver::description)
                .sorted(Comparator.comparing(DriverDescription::id))
                .toList();
    }

    /** Those from outside, by id. */
    List<PlugIn> fromOutside() {
        return folder.stock().plugIns();
    }

    /** JARs that are not used, and why. */
    List<Refusal> refused() {
        return folder.stock().refused();
    }
}
