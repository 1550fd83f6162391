package org.stitchery.service.platform;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.platform.database.DatabaseAddress;
import org.stitchery.service.platform.database.DatabaseSettings;
import org.stitchery.service.platform.database.ServiceDatabase;

/** A PostgreSQL of its own for the tests that run inside Quarkus, started as the service starts it, in a new data folder. */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private @Nullable Path data;
    private @Nullable ServiceDatabase database;

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("stitchery-test-");
            data = folder;
            database = ServiceDatabase.open(DatabaseSettings.own(folder.resolve("postgres")));
            DatabaseAddress address = database.address();
            return Map.of(
                    "stitchery.data",
                    folder.toString(),
                    "quarkus.datasource.jdbc.url",
                    address.jdbcUrl(),
                    "quarkus.datasource.username",
                    address.username(),
                    "quarkus.datasource.password",
                    address.password());
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for the tests", e);
        }
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
        if (data != null) {
            delete(data);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Folder of the tests cannot be removed", e);
        }
    }
}
