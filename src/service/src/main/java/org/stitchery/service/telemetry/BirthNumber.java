package org.stitchery.service.telemetry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jboss.logging.Logger;

/**
 * Sparkplug's {@code bdSeq}: pairs a birth with the death that the broker tells for it, 0 to 255 and round again. Kept in
 * the data folder, so that the late death of a killed process is not taken for that of the next one.
 */
final class BirthNumber {

    private static final Logger LOG = Logger.getLogger(BirthNumber.class);

    private final Path file;
    private int last;

    BirthNumber(Path folder) {
        file = folder.resolve("sparkplug-birth");
        last = read(file);
    }

    /** The number of the next connection. */
    int next() {
        last = (last + 1) & 0xFF;
        Path unfinished = file.resolveSibling("sparkplug-birth.new");
        try {
            Files.writeString(unfinished, Integer.toString(last));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warnf("The number of births cannot be kept in %s: %s", file, e.getMessage());
        }
        return last;
    }

    private static int read(Path file) {
        try {
            return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) & 0xFF : -1;
        } catch (IOException | NumberFormatException e) {
            LOG.warnf("No number of births in %s; counting from 0", file);
            return -1;
        }
    }
}
