package org.stitchery.service.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.stitchery.service.Eventually;

/** A real broker, Mosquitto, as a child process on a free port of this computer. */
final class Mosquitto implements AutoCloseable {

    private final Path folder;
    private final int port;
    private final List<String> more;
    private Process process;

    private Mosquitto(Path folder, int port, List<String> more) {
        this.folder = folder;
        this.port = port;
        this.more = more;
        this.process = launch();
    }

    /** @param more lines of its configuration; without any, everybody may come in */
    static Mosquitto start(Path folder, List<String> more) {
        Assumptions.assumeTrue(program().isPresent(), "No mosquitto on this computer: apt-get install mosquitto");
        return new Mosquitto(folder, freePort(), more);
    }

    int port() {
        return port;
    }

    private Process launch() {
        try {
            Path config = folder.resolve("mosquitto-" + port + ".conf");
            Files.write(
                    config,
                    Stream.concat(
                                    Stream.of("listener " + port + " 127.0.0.1"),
                                    more.isEmpty() ? Stream.of("allow_anonymous true") : more.stream())
                            .toList());
            Process started = new ProcessBuilder(program().orElseThrow(), "-c", config.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("mosquitto.log").toFile()))
                    .start();
            Eventually.until("the broker listens", this::listens);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    void startAgain() {
        process = launch();
    }

    /** Leaves its connections open and answers nothing on them. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String which) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + which, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static Optional<String> program() {
        return Stream.of("/usr/sbin/mosquitto", "/usr/bin/mosquitto", "/usr/local/sbin/mosquitto")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
