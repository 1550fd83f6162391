package org.stitchery.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** ser2net on one device, started by a test: once speaking RFC 2217 and once bare. */
final class Ser2net implements AutoCloseable {

    final int rfc2217Port;
    final int barePort;
    private final Process process;

    private Ser2net(int rfc2217Port, int barePort, Process process) {
        this.rfc2217Port = rfc2217Port;
        this.barePort = barePort;
        this.process = process;
    }

    /** Skips the test where ser2net is not installed. */
    static Ser2net open(Path folder, Path device) throws Exception {
        String program = program();
        assumeThat(program)
                .as("ser2net is not installed; tests against it are skipped")
                .isNotEmpty();
        int[] ports = freePorts();
        Path config = Files.writeString(
                folder.resolve("ser2net.yaml"), """
                connection: &rfc2217
                  accepter: telnet(rfc2217),tcp,127.0.0.1,%d
                  connector: serialdev,%s,9600n81,local
                connection: &bare
                  accepter: tcp,127.0.0.1,%d
                  connector: serialdev,%s,9600n81,local
                connection: &listens
                  accepter: tcp,127.0.0.1,%d
                  connector: echo
                """.formatted(ports[0], device, ports[1], device, ports[2]));
        Process process = new ProcessBuilder(program, "-n", "-d", "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("ser2net.log").toFile())
                .start();
        Ser2net server = new Ser2net(ports[0], ports[1], process);
        server.awaitPort(ports[2], folder);
        return server;
    }

    private static String program() {
        List<String> folders =
                new ArrayList<>(List.of(String.valueOf(System.getenv("PATH")).split(":")));
        folders.add("/usr/sbin");
        for (String folder : folders) {
            if (Files.isExecutable(Path.of(folder, "ser2net"))) {
                return folder + "/ser2net";
            }
        }
        return "";
    }

    private static int[] freePorts() throws IOException {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket two = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket three = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new int[] {one.getLocalPort(), two.getLocalPort(), three.getLocalPort()};
        }
    }

    /**
     * Nothing tells when it listens but that it does; a refused connection costs nothing. Asked at a port without a device:
     * one that has just been let go is still being closed when the next client comes, who is then hung up on.
     */
    private void awaitPort(int port, Path folder) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            try (Socket probe = new Socket()) {
                probe.connect(new InetSocketAddress("127.0.0.1", port), 500);
                return;
            } catch (IOException e) {
                assertThat(process.isAlive())
                        .as("ser2net ended: " + Files.readString(folder.resolve("ser2net.log")))
                        .isTrue();
                assertThat(System.nanoTime() - end).isNegative();
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
    }
}
