package org.stitchery.service;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.stitchery.service.platform.DataFolder;
import org.stitchery.service.platform.database.DatabaseAddress;
import org.stitchery.service.platform.database.DatabaseException;
import org.stitchery.service.platform.database.DatabaseSettings;
import org.stitchery.service.platform.database.ServiceDatabase;

/**
 * The way in. Claims the data folder, sees to the database, and only then lets Quarkus begin, whose first act is to
 * migrate the schema. On the way out the order is turned round: the database goes last.
 */
@QuarkusMain
public final class StitcheryService {

    private static final String DATA = "stitchery.data";
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String USERNAME = "quarkus.datasource.username";
    private static final String PASSWORD = "quarkus.datasource.password";

    /** Set once the database is ours, so that a live reload in development finds it instead of starting another. */
    private static final String READY = "stitchery.database.ready";

    private static final Duration LONGEST_SHUTDOWN = Duration.ofSeconds(20);

    private StitcheryService() {}

    public static void main(String... args) {
        if (System.getProperty(READY) != null) {
            Quarkus.run(args);
            return;
        }
        ServiceDatabase database;
        try {
            database = prepare();
        } catch (DatabaseException | IOException e) {
            System.err.println("Stitchery cannot start. " + e.getMessage());
            System.exit(1);
            return;
        }
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAfter(ended, database), "database-last"));
        Quarkus.run(
                null,
                (status, cause) -> {
                    ended.countDown();
                    System.exit(status);
                },
                args);
    }

    private static ServiceDatabase prepare() throws IOException {
        SmallRyeConfig config = config();
        Path wanted = Path.of(config.getOptionalValue(DATA, String.class).orElse("data"));
        DataFolder data = DataFolder.claim(wanted);
        System.setProperty(DATA, data.path().toString());
        Optional<String> url = config.getOptionalValue(URL, String.class);
        DatabaseSettings settings = url.map(given -> DatabaseSettings.other(new DatabaseAddress(
                        given,
                        config.getOptionalValue(USERNAME, String.class).orElse(""),
                        config.getOptionalValue(PASSWORD, String.class).orElse(""))))
                .orElseGet(() -> own(config, data));
        ServiceDatabase database = ServiceDatabase.open(settings);
        if (database.isOwn()) {
            System.setProperty(URL, database.address().jdbcUrl());
            System.setProperty(USERNAME, database.address().username());
            System.setProperty(PASSWORD, database.address().password());
        }
        System.setProperty(READY, "true");
        return database;
    }

    private static DatabaseSettings own(SmallRyeConfig config, DataFolder data) {
        DatabaseSettings settings = DatabaseSettings.own(data.path().resolve("postgres"));
        return config.getOptionalValue("stitchery.database.system-user", String.class)
                .map(settings::withSystemUser)
                .orElse(settings);
    }

    /** Quarkus' own configuration does not exist yet; these are the places where the owner of a shop would set it. */
    private static SmallRyeConfig config() throws IOException {
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder().addDefaultInterceptors().addDefaultSources();
        Path file = Path.of("config", "application.properties");
        if (Files.exists(file)) {
            builder.withSources(new PropertiesConfigSource(file.toUri().toURL(), 260));
        }
        return builder.build();
    }

    private static void closeAfter(CountDownLatch ended, ServiceDatabase database) {
        try {
            if (!ended.await(LONGEST_SHUTDOWN.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("The service did not end in time; stopping its database now.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }
}
