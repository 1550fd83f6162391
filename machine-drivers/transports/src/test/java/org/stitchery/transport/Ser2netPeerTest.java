package org.stitchery.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stitchery.transport.TransportException.Reason;

/** Against ser2net in front of a pseudo terminal: somebody else's idea of RFC 2217, and of a bare port. */
@Timeout(60)
class Ser2netPeerTest {

    private final Path folder;

    Ser2netPeerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"rfc2217", "tcp"})
    void everyByteValuePassesUnchangedBothWays(String scheme) throws Exception {
        try (PtyPair pair = PtyPair.open(folder, "a");
                Ser2net server = Ser2net.open(folder, pair.host);
                InputStream machine = pair.machineHears();
                OutputStream speak = pair.machineSpeaks();
                OpenTransport line = open(server, scheme)) {
            byte[] all = new byte[1024];
            for (int i = 0; i < all.length; i++) {
                all[i] = (byte) (i < 512 ? i : i / 2);
            }
            ByteBuffer left = ByteBuffer.wrap(all);
            until(() -> {
                line.write(left);
                line.read(ByteBuffer.allocate(1));
                return !left.hasRemaining();
            });
            assertThat(machine.readNBytes(all.length)).isEqualTo(all);
            until(() -> line.unsent() == 0);
            speak.write(all);
            speak.flush();
            ByteBuffer heard = ByteBuffer.allocate(all.length);
            until(() -> {
                line.read(heard);
                return !heard.hasRemaining();
            });
            assertThat(heard.array()).isEqualTo(all);
        }
    }

    /** What the device itself is set to is asked of the system, not of the server. */
    @Test
    void theSpeedAskedForIsInForceAtTheDevice() throws Exception {
        try (PtyPair pair = PtyPair.open(folder, "a");
                Ser2net server = Ser2net.open(folder, pair.host)) {
            for (int baud : new int[] {9600, 38_400, 115_200}) {
                LineUri uri = LineUri.parse("rfc2217://127.0.0.1:" + server.rfc2217Port + "?baud=" + baud + "&stop=2");
                OpenTransport line = opened(uri);
                assertThat(line.bytesPerSecond()).isEqualTo(baud / 11);
                assertThat(stty(pair)).contains("speed " + baud + " baud").contains(" cstopb");
                line.close();
            }
        }
    }

    /** ser2net knows no one and a half stop bits, and says nothing at all to a request for them. */
    @Test
    void aFormatTheServerDoesNotConfirmIsNotUsed() throws Exception {
        try (PtyPair pair = PtyPair.open(folder, "a");
                Ser2net server = Ser2net.open(folder, pair.host)) {
            LineUri uri = LineUri.parse("rfc2217://127.0.0.1:" + server.rfc2217Port + "?stop=1.5");
            assertThatThrownBy(() -> Transports.open(uri, folder))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.SILENT))
                    .hasMessageContaining("does not say whether it has stop bits ONE_AND_A_HALF in force");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rfc2217", "tcp"})
    void aSecondClientIsToldThatThePortIsBusy(String scheme) throws Exception {
        try (PtyPair pair = PtyPair.open(folder, "a");
                Ser2net server = Ser2net.open(folder, pair.host);
                OpenTransport first = open(server, scheme)) {
            assertThat(first.name()).startsWith(scheme);
            // Around our own lock, as another computer would come.
            NetworkLine uri = (NetworkLine) uri(server, scheme);
            assertThatThrownBy(() -> {
                        if (uri instanceof Rfc2217Uri remote) {
                            Rfc2217Transport.connect(remote, Duration.ofSeconds(5))
                                    .close();
                        } else {
                            TcpTransport.connect(uri, Duration.ofSeconds(5)).close();
                        }
                    })
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.BUSY))
                    .hasMessageContaining("Another client is connected");
        }
    }

    /** ser2net closes the connection when its device goes; that is how a pulled cable looks from here. */
    @ParameterizedTest
    @ValueSource(strings = {"rfc2217", "tcp"})
    void aPulledCableEndsTheLine(String scheme) throws Exception {
        try (PtyPair pair = PtyPair.open(folder, "a");
                Ser2net server = Ser2net.open(folder, pair.host);
                OpenTransport line = open(server, scheme)) {
            pair.vanish();
            until(() -> {
                try {
                    return line.read(ByteBuffer.allocate(16)) < 0;
                } catch (TransportException e) {
                    assertThat(e.reason()).isEqualTo(Reason.LOST);
                    return true;
                }
            });
        }
    }

    @Test
    void oneNetworkPortIsOneMachineHoweverItIsSpokenTo() throws Exception {
        try (PtyPair pair = PtyPair.open(folder, "a");
                Ser2net server = Ser2net.open(folder, pair.host);
                OpenTransport line = open(server, "rfc2217")) {
            assertThat(line.fence()).isZero();
            LineUri bare = LineUri.parse("tcp://127.0.0.1:" + server.rfc2217Port);
            assertThatThrownBy(() -> Transports.open(bare, folder))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.BUSY))
                    .hasMessageContaining("this program itself");
        }
    }

    private static LineUri uri(Ser2net server, String scheme) {
        return LineUri.parse(
                scheme.equals("tcp")
                        ? "tcp://127.0.0.1:" + server.barePort
                        : "rfc2217://127.0.0.1:" + server.rfc2217Port + "?baud=115200");
    }

    private OpenTransport open(Ser2net server, String scheme) throws Exception {
        return opened(uri(server, scheme));
    }

    /** The server frees its device a moment after the client before has left. */
    private OpenTransport opened(LineUri uri) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (true) {
            try {
                return Transports.open(uri, folder);
            } catch (TransportException e) {
                assertThat(System.nanoTime() - end).as(e.getMessage()).isNegative();
            }
        }
    }

    private static String stty(PtyPair pair) throws IOException {
        Process process = new ProcessBuilder("stty", "-a", "-F", pair.host.toString()).start();
        return " " + new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private interface Check {
        boolean holds() throws Exception;
    }

    private static void until(Check check) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!check.holds()) {
            assertThat(System.nanoTime() - end).isNegative();
            Thread.onSpinWait();
        }
    }
}
