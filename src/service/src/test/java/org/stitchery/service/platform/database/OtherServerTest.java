package org.stitchery.service.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Another PostgreSQL than ours: the distribution's version 15, older than what we bring. */
class OtherServerTest {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");

    @Test
    void anotherServerIsUsedAsItIsOurSchemaFitsAndAForgetfulOneIsRefused() throws Exception {
        assumeTrue(Files.isExecutable(PROGRAMS.resolve("initdb")), "No PostgreSQL 15 of the distribution here.");
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/runuser")), "No runuser to run it as its own user.");
        Path folder = Files.createTempDirectory("stitchery-other-");
        assumeTrue(Files.getAttribute(folder, "unix:uid").equals(0), "Not root, so not free to run it as its user.");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        int port = freePort();
        Path data = folder.resolve("data");
        asPostgres("initdb", "-D", data.toString(), "-U", "shop", "-A", "trust");
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''";
        asPostgres(
                "pg_ctl",
                "-D",
                data.toString(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                options,
                "start");
        try {
            DatabaseAddress address =
                    new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "shop", "unused");
            try (ServiceDatabase database = ServiceDatabase.open(DatabaseSettings.other(address))) {
                assertThat(database.isOwn()).isFalse();
                assertThat(database.address()).isEqualTo(address);
            }
            migrate(address);

            for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                set(address, setting, "off");
                assertThatThrownBy(() -> ServiceDatabase.open(DatabaseSettings.other(address)))
                        .isInstanceOf(DatabaseException.class)
                        .hasMessageContaining(setting + " = off");
                set(address, setting, "on");
            }
            ServiceDatabase.open(DatabaseSettings.other(address)).close();
            assertThat(address.connect().isValid(5)).as("not ours to stop").isTrue();
        } finally {
            asPostgres("pg_ctl", "-D", data.toString(), "-m", "immediate", "-w", "stop");
            delete(folder);
        }
    }

    private static void migrate(DatabaseAddress address) throws Exception {
        Flyway.configure()
                .dataSource(address.jdbcUrl(), address.username(), address.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from run")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }

    private static void set(DatabaseAddress address, String setting, String value) throws Exception {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set " + setting + " = " + value);
            statement.execute("select pg_reload_conf()");
            long end = System.nanoTime() + 10_000_000_000L;
            while (System.nanoTime() < end) {
                try (Connection fresh = address.connect();
                        Statement ask = fresh.createStatement();
                        ResultSet row = ask.executeQuery("show " + setting)) {
                    row.next();
                    if (row.getString(1).equals(value)) {
                        return;
                    }
                }
            }
            throw new AssertionError(setting + " did not become " + value);
        }
    }

    private static void asPostgres(String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "runuser", "-u", "postgres", "--", PROGRAMS.resolve(program).toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/tmp").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
