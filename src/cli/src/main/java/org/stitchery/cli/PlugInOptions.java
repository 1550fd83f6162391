package org.stitchery.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where drivers from outside lie. */
final class PlugInOptions {

    /** Where the service keeps them, when it is started beside us. */
    private static final Path USUAL = Path.of("data", "drivers");

    @Option(
            names = "--drivers",
            paramLabel = "DIR",
            description = "Folder of drivers from outside, as JARs, with its list allowed.sha256; STITCHERY_DRIVERS or"
                    + " data/drivers without it.")
    private @Nullable Path folder;

    /** All drivers; close them. */
    Drivers drivers() {
        return new Drivers(folder());
    }

    private @Nullable Path folder() {
        if (folder != null) {
            if (!Files.isDirectory(folder)) {
                throw Complaint.usage("--drivers: there is no folder " + folder + ".");
            }
            return folder;
        }
        String named = System.getenv("STITCHERY_DRIVERS");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        return Files.isDirectory(USUAL) ? USUAL : null;
    }
}
