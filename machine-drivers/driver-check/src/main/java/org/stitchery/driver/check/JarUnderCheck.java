package org.stitchery.driver.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.kit.CheckFiles;
import org.stitchery.driver.kit.DeskAskers;
import org.stitchery.driver.kit.Transcript;
import org.stitchery.plugin.host.DriverJar;
import org.stitchery.plugin.host.UnfitDriverException;

/** The JAR this process was started for. The kit makes its test classes itself, so they find it here. */
final class JarUnderCheck {

    private static @Nullable JarUnderCheck current;

    private final DriverJar jar;
    private final List<Path> all;
    private CheckFiles files;
    private @Nullable DeskAskers askers;

    private JarUnderCheck(DriverJar jar, List<DriverJar> with, List<Path> all) {
        this.jar = jar;
        this.all = List.copyOf(all);
        // Read once: a question may ask for the order a thousand times, and an archive is slow to open.
        Map<String, Optional<byte[]>> read = new HashMap<>();
        this.files =
                CheckFiles.of(path -> read.computeIfAbsent(path, name -> Optional.ofNullable(bytes(name, jar, with)))
                        .orElse(null));
    }

    private static byte @Nullable [] bytes(String path, DriverJar jar, List<DriverJar> with) {
        byte[] own = jar.bytes(path);
        for (DriverJar other : with) {
            own = own == null ? other.bytes(path) : own;
        }
        return own;
    }

    /**
     * @param file the driver
     * @param with where to look for what it lacks for a check
     * @throws IllegalArgumentException saying what is missing
     */
    static JarUnderCheck open(Path file, List<Path> with) {
        DriverJar jar = DriverJar.open(file);
        List<Path> all = new ArrayList<>(List.of(file));
        all.addAll(with);
        // Who looks the driver up as a service looks through the thread's loader.
        Thread.currentThread().setContextClassLoader(jar.loader());
        JarUnderCheck opened =
                new JarUnderCheck(jar, with.stream().map(DriverJar::open).toList(), all);
        current = opened;
        return opened;
    }

    static JarUnderCheck current() {
        JarUnderCheck opened = current;
        if (opened == null) {
            throw new IllegalStateException("no JAR was opened");
        }
        return opened;
    }

    /** From now on the order and the settings are those. */
    void use(CheckFiles other) {
        files = other;
    }

    /** A fresh one each time. */
    MachineDriver driver() {
        try {
            return jar.driver();
        } catch (UnfitDriverException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** Who plays the machines. */
    DeskAskers askers() {
        DeskAskers found = askers;
        if (found == null) {
            found = PlayedMachines.in(all);
            askers = found;
        }
        return found;
    }

    DeliveryOrder order() {
        return files.order();
    }

    Map<String, String> settings() {
        return files.settings();
    }

    CheckFiles files() {
        return files;
    }

    Transcript transcript(String name) {
        return files.transcript(name);
    }
}
