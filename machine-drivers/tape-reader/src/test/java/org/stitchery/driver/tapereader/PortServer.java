package org.stitchery.driver.tapereader;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** ser2net in front of one serial device, started by a test. */
final class PortServer implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/ser2net");

    private final int port;
    private final Process process;

    private PortServer(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** @param accepter how ser2net is to be spoken to: {@code telnet(rfc2217),tcp} or {@code tcp} */
    static PortServer open(Path folder, Path device, String accepter) throws Exception {
        assumeThat(Files.isExecutable(PROGRAM))
                .as("ser2net is not installed; tests against it are skipped")
                .isTrue();
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path config = Files.writeString(
                folder.resolve("ser2net.yaml"),
                "connection: &machine%n  accepter: %s,127.0.0.1,%d%n  connector: serialdev,%s,115200n81,local%n"
                        .formatted(accepter, port, device));
        Process process = new ProcessBuilder(PROGRAM.toString(), "-n", "-d", "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("ser2net.log").toFile())
                .start();
        PortServer server = new PortServer(port, process);
        server.awaitPort();
        return server;
    }

    /** It tells nobody when it listens, so somebody has to knock; leaving at once leaves the machine as it was. */
    private void awaitPort() throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            try (Socket knock = new Socket()) {
                knock.connect(new InetSocketAddress("127.0.0.1", port), 500);
                knock.shutdownOutput();
                knock.getInputStream().readAllBytes();
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() - end > 0) {
                    throw e;
                }
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
    }
}
