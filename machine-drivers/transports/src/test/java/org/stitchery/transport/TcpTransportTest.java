package org.stitchery.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.transport.TransportException.Reason;

/** Against real sockets on this computer. */
@Timeout(60)
class TcpTransportTest {

    private final Path folder;

    TcpTransportTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void bytesPassBothWaysAndTheOtherSidesEndIsSeen() throws Exception {
        try (ServerSocket server = listen(5);
                OpenTransport line = open(server);
                Socket machine = server.accept()) {
            assertThat(line.write(ByteBuffer.wrap(new byte[] {1, 2, 3}))).isEqualTo(3);
            assertThat(machine.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
            machine.getOutputStream().write(new byte[] {0x13, 'P', 'o'});
            assertThat(read(line, 3)).containsExactly(0x13, 'P', 'o');
            machine.close();
            assertThat(readOrEnd(line)).isEqualTo(-1);
        }
    }

    @Test
    void aMachineThatSpeaksAtOnceIsHeard() throws Exception {
        try (ServerSocket server = listen(5)) {
            Thread machine = new Thread(() -> {
                try (Socket socket = server.accept()) {
                    socket.getOutputStream().write(0x11);
                    socket.getInputStream().read();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            machine.start();
            try (OpenTransport line = open(server)) {
                assertThat(read(line, 1)).containsExactly(0x11);
            }
            machine.join();
        }
    }

    @Test
    void aPortServersRefusalInWordsMeansBusy() throws Exception {
        try (ServerSocket server = listen(5)) {
            answer(server, "Port already in use\r\n");
            assertThatThrownBy(() -> open(server))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.BUSY))
                    .hasMessageContaining("Another client is connected");
        }
    }

    @Test
    void aRefusalThatComesLateIsRecognisedWhenRead() throws Exception {
        try (ServerSocket server = listen(5);
                OpenTransport line = open(server);
                Socket machine = server.accept()) {
            for (String part : new String[] {"Port al", "ready in", " use"}) {
                machine.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
            }
            assertThatThrownBy(() -> read(line, 1))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.BUSY));
        }
    }

    @Test
    void whatOnlyBeginsLikeARefusalIsHandedOnWhole() throws Exception {
        try (ServerSocket server = listen(5);
                OpenTransport line = open(server);
                Socket machine = server.accept()) {
            byte[] said = "Port 1 ready".getBytes(StandardCharsets.US_ASCII);
            machine.getOutputStream().write(said);
            assertThat(read(line, said.length)).isEqualTo(said);
        }
    }

    @Test
    void aBeginningThatStopsHalfwayIsHandedOnAtTheEnd() throws Exception {
        try (ServerSocket server = listen(5);
                OpenTransport line = open(server);
                Socket machine = server.accept()) {
            machine.getOutputStream().write("Port".getBytes(StandardCharsets.US_ASCII));
            machine.close();
            assertThat(read(line, 4)).containsExactly('P', 'o', 'r', 't');
            assertThat(readOrEnd(line)).isEqualTo(-1);
        }
    }

    @Test
    void nobodyListeningIsRefused() throws Exception {
        int port;
        try (ServerSocket server = listen(1)) {
            port = server.getLocalPort();
        }
        assertThatThrownBy(() -> Transports.open(LineUri.parse("tcp://127.0.0.1:" + port), folder))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED))
                .hasMessageContaining("tcp://127.0.0.1:" + port + ": connection refused");
    }

    @Test
    void aNameNobodyKnowsIsMissing() {
        assertThatThrownBy(() -> Transports.open(LineUri.parse("tcp://no-such-machine.invalid:9"), folder))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_SUCH_PORT));
    }

    /** A listener whose queue is full drops further attempts, as a firewall or a dead address does. */
    @Test
    void aBlackHoleIsGivenUpAtTheDeadline() throws Exception {
        List<SocketChannel> fillers = new ArrayList<>();
        try (ServerSocket server = listen(1)) {
            InetSocketAddress address = new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
            for (int i = 0; i < 8; i++) {
                SocketChannel filler = SocketChannel.open();
                filler.configureBlocking(false);
                filler.connect(address);
                fillers.add(filler);
            }
            long before = System.nanoTime();
            assertThatThrownBy(() -> Transports.open(uri(server), folder, Duration.ofMillis(400)))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.SILENT))
                    .hasMessageContaining("no answer within 400 ms");
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isBetween(Duration.ofMillis(400), Duration.ofSeconds(5));
        } finally {
            for (SocketChannel filler : fillers) {
                filler.close();
            }
        }
    }

    @Test
    void aPeerThatReadsNothingSwallowsLittleAndBlocksNobody() throws Exception {
        try (ServerSocket server = listen(5);
                TcpTransport line = TcpTransport.connect((TcpUri) uri(server), Duration.ofSeconds(5));
                Socket machine = server.accept()) {
            int swallowed = 0;
            for (int refused = 0; refused < 200_000; ) {
                int taken = line.write(ByteBuffer.allocate(1000));
                swallowed += taken;
                refused = taken == 0 ? refused + 1 : 0;
            }
            System.out.println("a TCP peer that reads nothing swallowed " + swallowed + " bytes");
            assertThat(swallowed).isLessThan(1_000_000);
            assertThat(machine.isConnected()).isTrue();
        }
    }

    @Test
    void aResetConnectionIsLost() throws Exception {
        try (ServerSocket server = listen(5);
                OpenTransport line = open(server)) {
            Socket machine = server.accept();
            machine.setSoLinger(true, 0);
            machine.close();
            assertThatThrownBy(() -> {
                        while (readOrEnd(line) != -1) {
                            Thread.onSpinWait();
                        }
                    })
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.LOST));
        }
    }

    @Test
    void oneConnectionPerMachineAtATime() throws Exception {
        try (ServerSocket server = listen(5);
                OpenTransport line = open(server)) {
            assertThat(line.modemLines()).isFalse();
            assertThatThrownBy(() -> open(server))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.BUSY));
        }
    }

    private static void answer(ServerSocket server, String text) {
        Thread machine = new Thread(() -> {
            try (Socket socket = server.accept()) {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        machine.start();
    }

    private static ServerSocket listen(int backlog) throws IOException {
        return new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
    }

    private static LineUri uri(ServerSocket server) {
        return LineUri.parse("tcp://127.0.0.1:" + server.getLocalPort());
    }

    private OpenTransport open(ServerSocket server) throws TransportException {
        return Transports.open(uri(server), folder);
    }

    private static byte[] read(OpenTransport line, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (bytes.hasRemaining() && System.nanoTime() - end < 0) {
            line.read(bytes);
        }
        return bytes.array();
    }

    /** Waits for a byte or the end. */
    private static int readOrEnd(OpenTransport line) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        int count = line.read(one);
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (count == 0 && System.nanoTime() - end < 0) {
            count = line.read(one);
        }
        return count;
    }
}
