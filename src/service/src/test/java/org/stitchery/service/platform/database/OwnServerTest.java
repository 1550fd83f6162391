package org.stitchery.service.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang3.StringUtils;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;
import org.tukaani.xz.XZ;

/** Our own PostgreSQL as a process: started, killed around, adopted, stopped, as whoever we are. */
class OwnServerTest {

    /** Shared, since making a cluster takes longer than everything else here. */
    private static Path folder = Path.of("/nowhere");

    @BeforeAll
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("stitchery-own-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterAll
    static void removeFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }

    @Test
    void itStartsDurableOnThisHostOnlyAndKeepsWhatWasWrittenOverAStop() throws Exception {
        try (ServiceDatabase database = ServiceDatabase.open(settings());
                Connection connection = database.address().connect()) {
            assertThat(database.isOwn()).isTrue();
            assertThat(shown(connection, "fsync")).isEqualTo("on");
            assertThat(shown(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(shown(connection, "full_page_writes")).isEqualTo("on");
            assertThat(shown(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            execute(connection, "create table if not exists kept (word text)");
            execute(connection, "delete from kept");
            execute(connection, "insert into kept values ('needle')");
        }
        assertThat(Files.getPosixFilePermissions(postgres().resolve("password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));

        try (ServiceDatabase database = ServiceDatabase.open(settings());
                Connection connection = database.address().connect()) {
            assertThat(value(connection, "select word from kept")).isEqualTo("needle");
        }
        assertThat(PostmasterFile.in(postgres().resolve("cluster"))).isEmpty();
    }

    @Test
    void nobodyGetsInWithoutThePassword() {
        try (ServiceDatabase database = ServiceDatabase.open(settings())) {
            DatabaseAddress guess = new DatabaseAddress(database.address().jdbcUrl(), "stitchery", "guess");

            assertThatThrownBy(guess::connect).isInstanceOf(SQLException.class).hasMessageContaining("password");
        }
    }

    /** A kill -9 of the service leaves the server running. */
    @Test
    void theServerOfAKilledServiceIsAdoptedAsItRuns() throws Exception {
        ServiceDatabase left = ServiceDatabase.open(settings());
        long pid = pid();

        try (ServiceDatabase adopted = ServiceDatabase.open(settings())) {
            assertThat(pid()).isEqualTo(pid);
            assertThat(adopted.address()).isEqualTo(left.address());
        }
        assertThat(PostmasterFile.in(postgres().resolve("cluster"))).isEmpty();
    }

    @Test
    void aServerThatWasKilledItselfIsStartedAgainWithWhatItHadAcknowledged() throws Exception {
        ServiceDatabase first = ServiceDatabase.open(settings());
        try (Connection connection = first.address().connect()) {
            execute(connection, "create table if not exists kept (word text)");
            execute(connection, "delete from kept");
            execute(connection, "insert into kept values ('needle')");
        }
        ProcessHandle server = ProcessHandle.of(pid()).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();

        try (ServiceDatabase second = ServiceDatabase.open(settings());
                Connection connection = second.address().connect()) {
            assertThat(value(connection, "select word from kept")).isEqualTo("needle");
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsStoppedHardAndStartedAnew() throws Exception {
        ServiceDatabase first = ServiceDatabase.open(settings());
        long pid = pid();
        run("kill", "-STOP", Long.toString(pid));

        try (ServiceDatabase second = ServiceDatabase.open(settings().withDeadline(Duration.ofSeconds(7)));
                Connection connection = second.address().connect()) {
            assertThat(pid()).isNotEqualTo(pid);
            assertThat(connection.isValid(5)).isTrue();
        }
        assertThat(first.isOwn()).isTrue();
    }

    @Test
    void asRootItAlsoRunsAsAnotherUser() throws Exception {
        assumeTrue(isRoot(), "Not root here, so there is no other user to run as.");
        Path shared = Files.createDirectories(folder.resolve("shared"));

        try (ServiceDatabase database = ServiceDatabase.open(
                        DatabaseSettings.own(shared.resolve("postgres")).withSystemUser("nobody"));
                Connection connection = database.address().connect()) {
            assertThat(connection.isValid(5)).isTrue();
            long pid = PostmasterFile.in(shared.resolve("postgres/cluster"))
                    .orElseThrow()
                    .pid();
            assertThat(ProcessHandle.of(pid).flatMap(process -> process.info().user()))
                    .hasValue("nobody");
        }
    }

    @Test
    void itRunsInAnOrdinaryAccount() throws Exception {
        assumeTrue(isRoot(), "Not root here: every other test runs in an ordinary account already.");
        Path home = Files.createDirectories(folder.resolve("home"));
        List<String> classPath = copiedClassPath(home);
        run("chown", "-R", "nobody", home.toString());

        Process process = new ProcessBuilder(
                        "setpriv",
                        "--reuid=nobody",
                        "--regid=nogroup",
                        "--clear-groups",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        String.join(":", classPath),
                        OwnServerProbe.class.getName(),
                        home.resolve("postgres").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("answers as ordinary user");
    }

    @Test
    void withoutAnswerAtAnAddressItGivesUpInTimeAndSaysWhere() {
        DatabaseAddress nobody = new DatabaseAddress("jdbc:postgresql://127.0.0.1:9/nothing", "a", "b");

        assertThatThrownBy(() ->
                        ServiceDatabase.open(DatabaseSettings.other(nobody).withDeadline(Duration.ofSeconds(1))))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("127.0.0.1:9")
                .hasMessageContaining("within 1 s");
    }

    @Test
    void whatIsNoAddressOfAPostgresIsSaidAtOnce() {
        DatabaseAddress wrong = new DatabaseAddress("jdbc:oracle:thin:@x", "a", "b");

        assertThatThrownBy(() -> ServiceDatabase.open(DatabaseSettings.other(wrong)))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("jdbc:postgresql://");
    }

    @Test
    void aServerThatForgetsIsRefused() throws Exception {
        try (ServiceDatabase database = ServiceDatabase.open(settings())) {
            try (Connection connection = database.address().connect()) {
                execute(connection, "alter role stitchery set synchronous_commit = off");
            }

            assertThatThrownBy(() -> ServiceDatabase.open(DatabaseSettings.other(database.address())))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("synchronous_commit = off");

            try (Connection connection = database.address().connect()) {
                execute(connection, "alter role stitchery reset synchronous_commit");
            }
        }
    }

    private Path postgres() {
        return folder.resolve("postgres");
    }

    private DatabaseSettings settings() {
        return DatabaseSettings.own(postgres());
    }

    private long pid() throws IOException {
        return PostmasterFile.in(postgres().resolve("cluster").toRealPath())
                .orElseThrow()
                .pid();
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(folder, "unix:uid").equals(0);
    }

    /** The build's own folders may be closed to others, so what is needed is copied to where anybody can read. */
    private static List<String> copiedClassPath(Path home) throws Exception {
        Set<Path> needed = new LinkedHashSet<>();
        for (Class<?> type : List.of(
                Driver.class, Logger.class, TarArchiveInputStream.class, IOUtils.class, StringUtils.class, XZ.class)) {
            needed.add(Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI()));
        }
        for (String archive : List.of("postgres-linux-x86_64.txz", "postgres-linux-arm_64.txz")) {
            String url = String.valueOf(OwnServer.class.getResource("/" + archive));
            needed.add(Path.of(URI.create(url.substring("jar:".length(), url.indexOf("!/")))));
        }
        List<String> copied = new ArrayList<>();
        for (Path jar : needed) {
            copied.add(Files.copy(jar, home.resolve(jar.getFileName())).toString());
        }
        for (Class<?> type : List.of(OwnServer.class, OwnServerTest.class)) {
            Path classes = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            copied.add(copyClasses(classes, home.resolve("classes-" + copied.size())));
        }
        return copied;
    }

    private static String copyClasses(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from.resolve("org/stitchery/service/platform/database"))) {
            for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return to.toString();
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private static String shown(Connection connection, String setting) throws SQLException {
        return value(connection, "show " + setting);
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
