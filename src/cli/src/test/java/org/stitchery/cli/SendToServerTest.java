package org.stitchery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.embroidery.model.StitchPattern;

/** A design sent to OpenSSH, which the test starts itself, by the program as a person starts it. */
@Timeout(120)
class SendToServerTest {

    private static final Path SSHD = Path.of("/usr/sbin/sshd");
    private static final Path KEYGEN = Path.of("/usr/bin/ssh-keygen");

    private final Path folder;
    private final Path design;
    private final int port;
    private @Nullable Process server;

    SendToServerTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.design = Samples.design(
                folder,
                StitchPattern.builder("wave").stitchTo(30, 0).stitchTo(60, 20).build());
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
    }

    @BeforeEach
    void startServer() throws Exception {
        assumeThat(Files.isExecutable(SSHD) && Files.isExecutable(KEYGEN))
                .as("openssh-server is not installed, so nothing is sent to it")
                .isTrue();
        Files.createDirectory(folder.resolve("designs"));
        key("host");
        key("press");
        Path allowed = Files.copy(folder.resolve("press.pub"), folder.resolve("authorized"));
        Files.setPosixFilePermissions(allowed, PosixFilePermissions.fromString("rw-------"));
        if (user().equals("root")) {
            // Where the system has not started its own sshd, its empty folder for unprivileged children is missing.
            Files.createDirectories(Path.of("/run/sshd"));
        }
        Files.writeString(
                folder.resolve("sshd.conf"),
                String.join(
                        "\n",
                        "Port " + port,
                        "ListenAddress 127.0.0.1",
                        "HostKey " + folder.resolve("host"),
                        "PidFile none",
                        "AuthorizedKeysFile " + allowed,
                        "StrictModes no",
                        "UsePAM no",
                        "PasswordAuthentication no",
                        "PermitRootLogin yes",
                        "Subsystem sftp internal-sftp",
                        "ForceCommand internal-sftp",
                        ""));
        server = new ProcessBuilder(
                        SSHD.toString(),
                        "-D",
                        "-e",
                        "-f",
                        folder.resolve("sshd.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sshd.log").toFile())
                .start();
        while (!answers()) {
            assertThat(server.waitFor(20, TimeUnit.MILLISECONDS))
                    .as("sshd ended: %s", Files.readString(folder.resolve("sshd.log")))
                    .isFalse();
        }
    }

    @AfterEach
    void endServer() throws InterruptedException {
        if (server != null) {
            server.descendants().forEach(ProcessHandle::destroyForcibly);
            server.destroyForcibly().waitFor();
        }
    }

    @Test
    void overSftpTheWholeDesignLiesThereUnderTheLabelOnceTheServersKeyIsNamed() throws Exception {
        String address = "sftp://" + user() + "@127.0.0.1:" + port + folder.resolve("designs") + "?secret=press";

        Said stranger = send(address);
        assertThat(stranger.exitCode()).isEqualTo(ExitCode.MACHINE);
        assertThat(stranger.all()).contains("hostkey=SHA256:").doesNotContain("PRIVATE KEY");
        String key = stranger.all().replaceFirst("(?s).*add (hostkey=\\S+) to.*", "$1");

        Said first = send(address + "&" + key);
        assertThat(first.exitCode()).as(first.all()).isEqualTo(ExitCode.OK);
        assertThat(first.all()).contains("WAVE-7: delivered, not known to be sewn.");
        assertThat(folder.resolve("designs")).isDirectoryContaining(file -> file.endsWith("WAVE-7.DST"));

        Said again = send(address + "&" + key);
        assertThat(again.exitCode()).isEqualTo(ExitCode.MACHINE);
        assertThat(again.all()).contains("was not replaced");
    }

    private record Said(int exitCode, String all) {}

    /** As a process of its own, because the secret comes from its environment, and because it has to come to an end. */
    private Said send(String address) throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                "org.stitchery.cli.Stitchery",
                "send",
                design.toString(),
                "--to",
                address,
                "--label",
                "WAVE-7");
        program.environment().put("STITCHERY_SECRET_PRESS", Files.readString(folder.resolve("press")));
        Path said = folder.resolve("said");
        Process process =
                program.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("it comes to an end")
                .isTrue();
        return new Said(process.exitValue(), Files.readString(said));
    }

    private void key(String name) throws Exception {
        Process keygen = new ProcessBuilder(List.of(
                        KEYGEN.toString(),
                        "-q",
                        "-t",
                        "ed25519",
                        "-N",
                        "",
                        "-f",
                        folder.resolve(name).toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(keygen.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keygen.waitFor()).as(said).isZero();
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String user() {
        return System.getProperty("user.name");
    }
}
