package org.stitchery.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where things lie in this checkout. */
final class Checkout {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private Checkout() {}

    /** The command line as users get it. */
    static Path cliJar() {
        return built(ROOT.resolve("src/cli/target/stitchery.jar"));
    }

    /** The service as users start it. */
    static Path serviceJar() {
        return built(ROOT.resolve("src/service/target/quarkus-app/quarkus-run.jar"));
    }

    /** The driver contract as driver authors get it. */
    static Path contractJar() {
        return built(ROOT.resolve("machine-drivers/driver-api/target/stitchery-driver-api-0.1.0-SNAPSHOT.jar"));
    }

    /** What a driver author starts from. */
    static Path driverTemplate() {
        return ROOT.resolve("machine-drivers/template");
    }

    /** Where the drawings of the pattern library lie. */
    static Path patternFolder() {
        return ROOT.resolve("patterns");
    }

    /** All drawings of the pattern library, sorted. */
    static List<Path> patterns() {
        return svgsBelow(patternFolder());
    }

    /** All SVG files below a folder, sorted; none when there is no such folder. */
    static List<Path> svgsBelow(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".svg"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot list " + folder, e);
        }
    }

    private static Path built(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " is missing: build everything with ./mvnw verify");
        }
        return jar;
    }
}
