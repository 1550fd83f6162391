package org.stitchery.service.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Our own PostgreSQL, a process of its own in a folder of ours. It outlives a killed service; the next one finds it by
 * its {@code postmaster.pid} and adopts it. Listens on the loopback address only, with a random password.
 *
 * <pre>
 * folder/programs-0123456789ab   the unpacked server
 * folder/cluster                 the data
 * folder/password                0600
 * folder/start.log               what it says while it starts; later it writes folder/cluster/log
 * </pre>
 */
final class OwnServer {

    private static final Logger LOG = Logger.getLogger(OwnServer.class);

    private static final String NAME = "stitchery";

    private static final Duration KILL_DEADLINE = Duration.ofSeconds(10);
    private static final long LOOK_NANOS = Duration.ofMillis(50).toNanos();

    /** The database every server has from birth. */
    private static final String MAINTENANCE = "postgres";

    /** Every setting that decides about durability, said aloud. The rest is for a server that shares its host. */
    private static final String CONFIGURATION = """

            # Stitchery: what is acknowledged must survive a crash.
            fsync = on
            synchronous_commit = on
            full_page_writes = on

            # Only this host, only with the password.
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = scram-sha-256

            max_connections = 60
            timezone = 'UTC'
            log_timezone = 'UTC'
            logging_collector = on
            log_filename = 'postgres-%a.log'
            log_truncate_on_rotation = on
            log_rotation_age = 1d
            """;

    private final Path folder;
    private final Path cluster;
    private final PostgresPrograms programs;
    private final RunAs runAs;
    private final Duration deadline;
    private final String password;
    private int port;

    private OwnServer(Path folder, PostgresPrograms programs, RunAs runAs, Duration deadline, String password) {
        this.folder = folder;
        this.cluster = folder.resolve("cluster");
        this.programs = programs;
        this.runAs = runAs;
        this.deadline = deadline;
        this.password = password;
    }

    /** Finds the server running, or starts it; makes it first where there is none. */
    static OwnServer running(DatabaseSettings settings) {
        Path folder = settings.folder().toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            Path real = folder.toRealPath();
            PostgresPrograms programs = PostgresPrograms.unpackedIn(real);
            RunAs runAs = RunAs.choose(real, settings.systemUser());
            OwnServer server = new OwnServer(real, programs, runAs, settings.deadline(), password(real));
            server.makeWhenMissing();
            runAs.own(real);
            if (!server.adopted()) {
                server.start();
            }
            server.makeDatabase();
            return server;
        } catch (IOException e) {
            throw new DatabaseException("Our own PostgreSQL cannot be set up in " + folder + ": " + e, e);
        }
    }

    DatabaseAddress address() {
        return at(port, NAME);
    }

    /** Stops it cleanly; hard when it does not obey. */
    void stop() {
        LOG.infof("Stopping PostgreSQL in %s", cluster);
        try {
            if (run(
                    "stop",
                    programs.program("pg_ctl"),
                    "-D",
                    cluster.toString(),
                    "-m",
                    "fast",
                    "-w",
                    "-t",
                    "20",
                    "stop")) {
                return;
            }
            Optional<PostmasterFile> file = PostmasterFile.in(cluster);
            if (file.isPresent()) {
                kill(file.get());
            }
        } catch (IOException e) {
            throw new DatabaseException("PostgreSQL in " + cluster + " cannot be stopped: " + e, e);
        }
    }

    private void makeWhenMissing() throws IOException {
        if (Files.exists(cluster.resolve("PG_VERSION"))) {
            return;
        }
        LOG.infof("Making a new PostgreSQL in %s", cluster);
        Path unfinished = folder.resolve("cluster.new");
        delete(unfinished);
        Path passwordFile = secret(folder, password);
        runAs.own(folder);
        boolean made = run(
                "initdb",
                programs.program("initdb"),
                "-D",
                unfinished.toString(),
                "-U",
                NAME,
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile,
                "--encoding=UTF8",
                "--locale=C",
                "--data-checksums");
        Files.delete(passwordFile);
        if (!made) {
            throw new DatabaseException("PostgreSQL could not make its files in " + unfinished + ": " + lastWords());
        }
        Files.writeString(unfinished.resolve("postgresql.conf"), CONFIGURATION, StandardOpenOption.APPEND);
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean adopted() throws IOException {
        Optional<PostmasterFile> file = PostmasterFile.in(cluster);
        if (file.isEmpty() || file.get().process(cluster).isEmpty()) {
            return false;
        }
        try (Connection connection = Patience.connect(at(file.get().port(), MAINTENANCE), deadline)) {
            LOG.infof(
                    "Adopting the running PostgreSQL, process %d, port %d",
                    file.get().pid(), file.get().port());
            port = file.get().port();
            return connection.isValid(5);
        } catch (DatabaseException | SQLException e) {
            LOG.warnf(
                    "The running PostgreSQL, process %d, does not answer (%s); stopping it",
                    file.get().pid(), e);
            kill(file.get());
            return false;
        }
    }

    private void start() throws IOException {
        awaitAbandoned();
        int tries = 3;
        for (int i = 1; i <= tries; i++) {
            int candidate = freePort();
            LOG.infof("Starting PostgreSQL in %s, port %d", cluster, candidate);
            boolean started = run(
                    "start",
                    programs.program("pg_ctl"),
                    "-D",
                    cluster.toString(),
                    "-l",
                    folder.resolve("start.log").toString(),
                    "-w",
                    "-t",
                    Long.toString(deadline.toSeconds()),
                    "-o",
                    "-p " + candidate,
                    "start");
            if (started) {
                port = candidate;
                return;
            }
        }
        throw new DatabaseException("PostgreSQL does not start in " + cluster + ": " + lastWords()
                + " The whole story is in " + folder.resolve("start.log") + ".");
    }

    /** A killed server's children notice within moments. */
    private void awaitAbandoned() throws IOException {
        long end = System.nanoTime() + KILL_DEADLINE.toNanos();
        while (Files.exists(cluster.resolve("postmaster.pid"))
                && !PostmasterFile.removedWhenAbandoned(cluster)
                && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private void makeDatabase() {
        try (Connection connection = Patience.connect(at(port, MAINTENANCE), deadline);
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + NAME);
        } catch (SQLException e) {
            throw new DatabaseException("Database " + NAME + " cannot be made: " + e.getMessage(), e);
        }
    }

    private DatabaseAddress at(int port, String database) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?ApplicationName=stitchery&tcpKeepAlive=true",
                NAME,
                password);
    }

    private void kill(PostmasterFile file) throws IOException {
        Optional<ProcessHandle> process = file.process(cluster);
        if (process.isEmpty()) {
            return;
        }
        if (run(
                "stop",
                programs.program("pg_ctl"),
                "-D",
                cluster.toString(),
                "-m",
                "immediate",
                "-w",
                "-t",
                "10",
                "stop")) {
            return;
        }
        process.get().destroyForcibly();
        long end = System.nanoTime() + KILL_DEADLINE.toNanos();
        while (file.process(cluster).isPresent()) {
            if (System.nanoTime() - end > 0) {
                throw new DatabaseException("PostgreSQL, process " + file.pid() + ", does not end even when killed");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private boolean run(String what, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(runAs.command(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("start.log").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(deadline.toSeconds() + 60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new DatabaseException("PostgreSQL's " + what + " does not come to an end in " + folder);
            }
            return process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("Interrupted while waiting for PostgreSQL's " + what, e);
        }
    }

    private String lastWords() throws IOException {
        Path log = folder.resolve("start.log");
        List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    }

    private static String password(Path folder) throws IOException {
        Path file = folder.resolve("password");
        if (Files.exists(file)) {
            return Files.readString(file).trim();
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Files.move(secret(folder, password), file, StandardCopyOption.ATOMIC_MOVE);
        return password;
    }

    /** A new file that only its owner can read. */
    private static Path secret(Path folder, String content) throws IOException {
        Path file = Files.createTempFile(
                folder,
                "secret-",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, content);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
