package org.stitchery.service.platform;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where in the data folder a feature keeps its files. The folder itself was claimed before the service began. */
@Singleton
public class DataPath {

    private final Path data;

    DataPath(@ConfigProperty(name = "stitchery.data", defaultValue = "data") String data) {
        this.data = Path.of(data).toAbsolutePath().normalize();
    }

    /** A folder of that name, made where it is missing. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(data.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Folder " + name + " cannot be made in " + data, e);
        }
    }

    /** The data folder. */
    public Path root() {
        return data;
    }
}
