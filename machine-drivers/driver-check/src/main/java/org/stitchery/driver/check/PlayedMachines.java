package org.stitchery.driver.check;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.stitchery.driver.kit.DeskAskers;

/**
 * The machines that come and ask, as a driver's author plays them. Their classes are loaded apart from the driver's, which
 * sees no kit; where they use classes of the driver, those are other copies.
 */
final class PlayedMachines {

    private PlayedMachines() {}

    /**
     * @param jars where they are looked for
     * @throws IllegalArgumentException when there is not exactly one that can be made
     */
    static DeskAskers in(List<Path> jars) {
        URL[] urls = jars.stream().map(PlayedMachines::url).toArray(URL[]::new);
        List<DeskAskers> found = new ArrayList<>();
        try {
            // Open until the process ends: machines are made as long as there are questions.
            ServiceLoader.load(DeskAskers.class, new URLClassLoader("played-machines", urls, new KitLoader()))
                    .forEach(found::add);
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new IllegalArgumentException("The machine that asks cannot be made: " + e.getMessage(), e);
        }
        if (found.size() != 1) {
            throw new IllegalArgumentException("META-INF/services/" + DeskAskers.class.getName() + " names "
                    + (found.isEmpty() ? "no class" : found.size() + " classes")
                    + "; a driver for machines that come and ask is checked with the one that plays its machine, which"
                    + " lies in the driver's JAR or in one given with --with");
        }
        return found.get(0);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(jar + " has no address: " + e.getMessage(), e);
        }
    }
}
