package org.stitchery.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stitchery.transport.TransportException.Reason;

/** Against port servers of our own that behave in every way one was seen to behave, and worse. */
@Timeout(60)
class Rfc2217TransportTest {

    private static final Duration DEADLINE = Duration.ofSeconds(5);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 4096})
    void aPortIsSetAndConfirmedInWhateverPiecesTheAnswersCome(int pieceBytes) throws Exception {
        try (ScriptedPortServer server =
                        new ScriptedPortServer(ScriptedPortServer.BY_THE_BOOK, pieceBytes, false, true);
                Rfc2217Transport line =
                        Rfc2217Transport.connect(server.uri("?baud=65535&data=7&parity=even&stop=2"), DEADLINE)) {
            // 65535 is two bytes of 255, which have to be doubled.
            assertThat(server.request()).isEqualTo("1:[0, 0, -1, -1]");
            assertThat(server.request()).isEqualTo("2:[7]");
            assertThat(server.request()).isEqualTo("3:[3]");
            assertThat(server.request()).isEqualTo("4:[2]");
            assertThat(server.request()).isEqualTo("5:[1]");
            assertThat(line.warnings()).isEmpty();
        }
    }

    @Test
    void answersInAnyOrderAreMatchedByTheirCode() throws Exception {
        try (ScriptedPortServer server = new ScriptedPortServer(ScriptedPortServer.BY_THE_BOOK, 5, true, true);
                Rfc2217Transport line = Rfc2217Transport.connect(server.uri("?baud=115200"), DEADLINE)) {
            assertThat(line.warnings()).isEmpty();
            assertThat(line.write(ByteBuffer.wrap(new byte[] {1}))).isEqualTo(1);
        }
    }

    @Test
    void everyByteValuePassesUnchangedBothWays() throws Exception {
        byte[] all = new byte[256];
        int[] escaped = new int[257];
        for (int i = 0; i < 256; i++) {
            all[i] = (byte) i;
            escaped[i] = i;
        }
        escaped[256] = 255;
        try (ScriptedPortServer server = ScriptedPortServer.thatAnswers(ScriptedPortServer.BY_THE_BOOK);
                Rfc2217Transport line = Rfc2217Transport.connect(server.uri(""), DEADLINE)) {
            ByteBuffer left = ByteBuffer.wrap(all);
            until(() -> {
                line.write(left);
                line.read(ByteBuffer.allocate(1));
                return server.data().length == 256;
            });
            assertThat(server.data()).isEqualTo(all);
            assertThat(line.unsent()).isZero();
            server.says(escaped);
            assertThat(read(line, 256)).isEqualTo(all);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 9600 baud, 4800", "2, 8 data bits, 7", "3, parity NONE, 2", "4, stop bits ONE, 3"})
    void aValueThatIsNotInForceAsAskedIsARefusal(int code, String asked, int inForce) throws Exception {
        try (ScriptedPortServer server = ScriptedPortServer.thatAnswers((asking, value) ->
                asking != code ? value : code == 1 ? ComPort.baud(inForce) : ComPort.value(inForce))) {
            assertThatThrownBy(() -> Rfc2217Transport.connect(server.uri("?baud=9600"), DEADLINE))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED))
                    .hasMessageContaining("asked for " + asked + ", the port server has " + inForce + " in force");
        }
    }

    @Test
    void aServerThatAnswersControlRequestsWronglyAndPadsTheSpeedIsUsedWithAWarning() throws Exception {
        try (ScriptedPortServer server = ScriptedPortServer.thatAnswers((code, value) -> switch (code) {
                    case ComPort.CONTROL -> ComPort.value(1);
                    case ComPort.BAUD -> Arrays.copyOf(value, 8);
                    default -> value;
                });
                Rfc2217Transport line = Rfc2217Transport.connect(server.uri("?baud=9600"), DEADLINE)) {
            until(() -> {
                line.read(ByteBuffer.allocate(1));
                return line.warnings().size() == 3;
            });
            assertThat(line.warnings())
                    .containsExactlyInAnyOrder(
                            "the port server pads its answer about 9600 baud",
                            "the port server answered 1 when asked for DTR on",
                            "the port server answered 1 when asked for RTS on");
            assertThat(line.write(ByteBuffer.wrap(new byte[] {1}))).isEqualTo(1);
        }
    }

    @Test
    void controlRequestsWithoutAnyAnswerHoldUpNothing() throws Exception {
        try (ScriptedPortServer server =
                        ScriptedPortServer.thatAnswers((code, value) -> code <= ComPort.STOP_SIZE ? value : null);
                Rfc2217Transport line = Rfc2217Transport.connect(server.uri("?baud=9600"), DEADLINE)) {
            until(() -> {
                line.read(ByteBuffer.allocate(1));
                return line.warnings().contains("the port server did not answer when asked for DTR on");
            });
        }
    }

    @Test
    void aServerThatDoesNotConfirmTheFormatIsSilent() throws Exception {
        try (ScriptedPortServer server =
                ScriptedPortServer.thatAnswers((code, value) -> code == ComPort.PARITY ? null : value)) {
            assertThatThrownBy(() -> Rfc2217Transport.connect(server.uri(""), DEADLINE))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.SILENT))
                    .hasMessageContaining("does not say whether it has parity NONE in force");
        }
    }

    /** A bare port, or a machine itself, at which somebody expects a port server. */
    @Test
    void somebodyWhoKnowsNoTelnetIsGivenUpAtTheDeadline() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            long before = System.nanoTime();
            assertThatThrownBy(() -> Rfc2217Transport.connect(uri(deaf), Duration.ofMillis(500)))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.SILENT))
                    .hasMessageContaining("a bare port is tcp://");
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isBetween(Duration.ofMillis(400), Duration.ofSeconds(4));
        }
    }

    @Test
    void aTelnetServerWithoutPortsIsRefused() throws Exception {
        try (ScriptedPortServer server = new ScriptedPortServer(ScriptedPortServer.BY_THE_BOOK, 4096, false, false)) {
            assertThatThrownBy(() -> Rfc2217Transport.connect(server.uri(""), DEADLINE))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED))
                    .hasMessageContaining("does not let its port be set");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Port already in use\r\n", "\u00ff\u00fd\u002cPort already in use\r\n"})
    void aRefusalInWordsMeansBusyBeforeAndAfterTelnetBegan(String words) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                try (Socket socket = server.accept()) {
                    socket.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                    // Our side hung up, as it should.
                    return;
                }
            });
            thread.start();
            assertThatThrownBy(() -> Rfc2217Transport.connect(uri(server), DEADLINE))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.BUSY));
            thread.join();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 108})
    void aServerThatSuspendsUsGetsNothingUntilItResumes(int suspend) throws Exception {
        try (ScriptedPortServer server = ScriptedPortServer.thatAnswers(ScriptedPortServer.BY_THE_BOOK);
                Rfc2217Transport line = Rfc2217Transport.connect(server.uri(""), DEADLINE)) {
            server.says(255, 250, 44, suspend, 255, 240);
            until(() -> {
                line.read(ByteBuffer.allocate(1));
                return !line.clearToSend();
            });
            assertThat(line.write(ByteBuffer.wrap(new byte[] {1, 2}))).isZero();
            line.discardUnsent();
            assertThat(server.data()).isEmpty();
            server.says(255, 250, 44, suspend + 1, 255, 240);
            until(() -> {
                line.read(ByteBuffer.allocate(1));
                return line.clearToSend();
            });
            assertThat(line.write(ByteBuffer.wrap(new byte[] {1, 2}))).isEqualTo(2);
            until(() -> server.data().length == 2);
        }
    }

    @Test
    void ctsOfTheRemotePortHoldsUsWhereHandshakeIsWanted() throws Exception {
        try (ScriptedPortServer server = ScriptedPortServer.thatAnswers(ScriptedPortServer.BY_THE_BOOK);
                Rfc2217Transport line = Rfc2217Transport.connect(server.uri("?flow=rts-cts"), DEADLINE)) {
            assertThat(line.clearToSend()).isTrue();
            server.says(255, 250, 44, 107, 0x20, 255, 240);
            until(() -> {
                line.read(ByteBuffer.allocate(1));
                return !line.clearToSend();
            });
            assertThat(line.write(ByteBuffer.wrap(new byte[] {1}))).isZero();
            server.says(255, 250, 44, 107, 0x30, 255, 240);
            until(() -> {
                line.read(ByteBuffer.allocate(1));
                return line.clearToSend();
            });
        }
    }

    @Test
    void whatIsThrownAwayIsThrownAwayAtTheServerToo() throws Exception {
        try (ScriptedPortServer server = ScriptedPortServer.thatAnswers(ScriptedPortServer.BY_THE_BOOK);
                Rfc2217Transport line = Rfc2217Transport.connect(server.uri(""), DEADLINE)) {
            for (int i = 0; i < 10; i++) {
                server.request();
            }
            line.write(ByteBuffer.wrap(new byte[] {1}));
            assertThat(line.discardUnsent()).isEqualTo(-1);
            assertThat(server.request()).isEqualTo("12:[2]");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "255 10|sent 10 as a telnet command",
                "255 254 0|took back what it had agreed to",
                "255 250 44 255 240|empty message",
                "255 250 44 101 0 255 240|answered with 1 bytes instead of 4",
                "255 250 44 101 0 0 18 192 255 240|the port server has 4800 in force"
            })
    void aLineWhoseServerTalksNonsenseOrChangesItsMindIsLost(String stream, String complaint) throws Exception {
        try (ScriptedPortServer server = ScriptedPortServer.thatAnswers(ScriptedPortServer.BY_THE_BOOK);
                Rfc2217Transport line = Rfc2217Transport.connect(server.uri("?baud=9600"), DEADLINE)) {
            server.says(
                    Arrays.stream(stream.split(" ")).mapToInt(Integer::parseInt).toArray());
            assertThatThrownBy(() -> until(() -> line.read(ByteBuffer.allocate(1)) < 0))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.LOST))
                    .hasMessageContaining(complaint);
        }
    }

    @Test
    void anEndlessSubnegotiationIsGivenUp() throws Exception {
        try (ScriptedPortServer server = ScriptedPortServer.thatAnswers(ScriptedPortServer.BY_THE_BOOK);
                Rfc2217Transport line = Rfc2217Transport.connect(server.uri(""), DEADLINE)) {
            int[] flood = new int[2000];
            flood[0] = 255;
            flood[1] = 250;
            flood[2] = 44;
            server.says(flood);
            assertThatThrownBy(() -> until(() -> line.read(ByteBuffer.allocate(1)) < 0))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("more than 512 bytes");
        }
    }

    /** What nobody reads stays at the server: our side keeps a thousand bytes and asks for no more. */
    @Test
    void aMachineThatNeverStopsTalkingFillsNothingUp() throws Exception {
        try (ScriptedPortServer server = ScriptedPortServer.thatAnswers(ScriptedPortServer.BY_THE_BOOK);
                Rfc2217Transport line = Rfc2217Transport.connect(server.uri(""), DEADLINE)) {
            server.says(new int[100_000]);
            assertThat(read(line, 100_000)).containsOnly(0);
        }
    }

    @Test
    void theOtherSidesEndIsSeen() throws Exception {
        ScriptedPortServer server = ScriptedPortServer.thatAnswers(ScriptedPortServer.BY_THE_BOOK);
        try (Rfc2217Transport line = Rfc2217Transport.connect(server.uri(""), DEADLINE)) {
            server.says(7);
            assertThat(read(line, 1)).containsExactly(7);
            server.close();
            until(() -> line.read(ByteBuffer.allocate(1)) == -1);
        }
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

    private static byte[] read(RawTransport line, int count) throws Exception {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        until(() -> {
            line.read(bytes);
            return !bytes.hasRemaining();
        });
        return bytes.array();
    }

    private static Rfc2217Uri uri(ServerSocket server) {
        return (Rfc2217Uri) LineUri.parse("rfc2217://127.0.0.1:" + server.getLocalPort());
    }
}
