package org.stitchery.driver.check;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.kit.CheckFiles;
import org.stitchery.driver.kit.Transcript;
import org.stitchery.plugin.host.DriverJar;
import org.stitchery.plugin.host.UnfitDriverException;

/** The JAR this process was started for. The kit makes its test classes itself, so they find it here. */
final class JarUnderCheck {

    private static @Nullable JarUnderCheck current;

    private final DriverJar jar;
    private final CheckFiles files;

    private JarUnderCheck(DriverJar jar) {
        this.jar = jar;
        this.files = CheckFiles.of(jar::bytes);
    }

    /** @throws IllegalArgumentException saying what the JAR lacks for a check */
    static JarUnderCheck open(Path file) {
        DriverJar jar = DriverJar.open(file);
        // Who looks the driver up as a service looks through the thread's loader.
        Thread.currentThread().setContextClassLoader(jar.loader());
        JarUnderCheck opened = new JarUnderCheck(jar);
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

    /** A fresh one each time. */
    MachineDriver driver() {
        try {
            return jar.driver();
        } catch (UnfitDriverException e) {
            throw new AssertionError(e.getMessage(), e);
        }
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
