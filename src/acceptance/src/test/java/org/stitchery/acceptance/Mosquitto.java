package org.stitchery.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A real broker and its own listener, which writes down everything it hears. Both are child processes. */
final class Mosquitto implements AutoCloseable {

    /** One message as the listener saw it. */
    record Heard(String topic, boolean retained, byte[] payload) {

        String text() {
            return new String(payload, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static final Path BROKER = Path.of("/usr/sbin/mosquitto");
    private static final Path LISTENER = Path.of("/usr/bin/mosquitto_sub");

    private final Path folder;
    private final int port;
    private @Nullable Process broker;
    private @Nullable Process listener;

    /** A port and a folder; nothing runs yet. */
    Mosquitto(Path folder) {
        Assumptions.assumeTrue(
                Files.isExecutable(BROKER) && Files.isExecutable(LISTENER),
                "No Mosquitto on this computer: apt-get install mosquitto mosquitto-clients");
        this.folder = folder;
        this.port = freePort();
    }

    String address() {
        return "tcp://127.0.0.1:" + port;
    }

    void start() throws IOException {
        Files.createDirectories(folder);
        Path config = folder.resolve("mosquitto.conf");
        Files.write(config, List.of("listener " + port + " 127.0.0.1", "allow_anonymous true"));
        broker = new ProcessBuilder(BROKER.toString(), "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.log").toFile())
                .start();
        await("the broker listens").atMost(Duration.ofSeconds(20)).until(this::listens);
        listener = listen("heard.txt");
        // A listener that has heard itself has heard everything from here on.
        await("the listener listens").atMost(Duration.ofSeconds(20)).until(() -> {
            say("test/begin", "-m", "begin");
            return heard().stream().anyMatch(message -> message.topic().equals("test/begin"));
        });
    }

    private Process listen(String file) throws IOException {
        return new ProcessBuilder(
                        LISTENER.toString(), "-p", String.valueOf(port), "-q", "1", "-t", "#", "-F", "%r|%x|%t")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(file).toFile())
                .start();
    }

    /** Everything heard so far, in order. */
    List<Heard> heard() throws IOException {
        return read("heard.txt");
    }

    /** What somebody is told who comes only now. */
    List<Heard> retained() throws IOException, InterruptedException {
        Process late = listen("retained.txt");
        try {
            await("the late listener has heard what is retained")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> {
                        say("test/end", "-m", "end");
                        return read("retained.txt").stream()
                                .anyMatch(message -> message.topic().equals("test/end"));
                    });
        } finally {
            late.destroy();
            late.waitFor(5, TimeUnit.SECONDS);
        }
        return read("retained.txt").stream().filter(Heard::retained).toList();
    }

    private List<Heard> read(String file) throws IOException {
        List<Heard> heard = new ArrayList<>();
        String all = Files.readString(folder.resolve(file));
        // The last line may still be on its way.
        for (String line : all.substring(0, all.lastIndexOf('\n') + 1).split("\n")) {
            String[] parts = line.split("\\|", 3);
            if (parts.length == 3) {
                heard.add(
                        new Heard(parts[2], parts[0].equals("1"), HexFormat.of().parseHex(parts[1])));
            }
        }
        return heard;
    }

    /** Says something; the further arguments are those of mosquitto_pub. */
    void say(String topic, String... content) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("mosquitto_pub", "-p", String.valueOf(port), "-q", "1", "-t", topic));
        command.addAll(List.of(content));
        new ProcessBuilder(command).inheritIO().start().waitFor(10, TimeUnit.SECONDS);
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        for (Process process : new Process[] {listener, broker}) {
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
