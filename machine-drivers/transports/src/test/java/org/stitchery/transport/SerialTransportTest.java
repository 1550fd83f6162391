package org.stitchery.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.transport.TransportException.Reason;

/** Against real pseudo terminals. */
@Timeout(60)
class SerialTransportTest {

    private final Path folder;

    SerialTransportTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyByteValuePassesUnchangedBothWays() throws Exception {
        try (PtyPair pair = PtyPair.open(folder, "a");
                OpenTransport line = Transports.open(pair.uri("?baud=115200"), folder);
                InputStream machine = pair.machineHears();
                OutputStream speak = pair.machineSpeaks()) {
            byte[] all = new byte[256];
            for (int i = 0; i < 256; i++) {
                all[i] = (byte) i;
            }
            writeAll(line, ByteBuffer.wrap(all));
            assertThat(machine.readNBytes(256)).isEqualTo(all);
            speak.write(all);
            speak.flush();
            assertThat(readAll(line, 256)).isEqualTo(all);
        }
    }

    @Test
    void aPseudoTerminalHasNoModemLinesAndIsOpenedAllTheSame() throws Exception {
        try (PtyPair pair = PtyPair.open(folder, "a");
                OpenTransport line = Transports.open(pair.uri(""), folder)) {
            assertThat(line.modemLines()).isFalse();
            assertThat(line.clearToSend()).isTrue();
            assertThat(line.bytesPerSecond()).isEqualTo(960);
        }
    }

    @Test
    void handshakeIsRefusedWhereThereAreNoWires() throws Exception {
        try (PtyPair pair = PtyPair.open(folder, "a")) {
            assertThatThrownBy(() -> Transports.open(pair.uri("?flow=rtscts"), folder))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED))
                    .hasMessageContaining("no modem lines");
            Transports.open(pair.uri(""), folder).close();
        }
    }

    @Test
    void aPortThatDoesNotExistIsSaidToBeMissing() {
        assertThatThrownBy(() -> Transports.open(LineUri.parse("serial:/dev/ttyNOWHERE7"), folder))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_SUCH_PORT))
                .hasMessageContaining("serial:/dev/ttyNOWHERE7: no such serial port.")
                .hasMessageContaining("/dev/serial/by-id");
    }

    @Test
    void aFileThatIsNoPortIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> Transports.open(LineUri.parse("serial:" + file), folder))
                .isInstanceOf(TransportException.class);
        assertThat(Files.readString(file)).isEqualTo("x");
    }

    /** The stable name and the kernel's name lead to one device. */
    @Test
    void aPortInUseIsBusyUnderEveryNameItHas() throws Exception {
        try (PtyPair pair = PtyPair.open(folder, "a")) {
            Path other = Files.createSymbolicLink(folder.resolve("by-id"), pair.host);
            OpenTransport line = Transports.open(pair.uri(""), folder);
            for (Path name : new Path[] {pair.host, pair.host.toRealPath(), other}) {
                assertThatThrownBy(() -> Transports.open(LineUri.parse("serial:" + name), folder))
                        .isInstanceOfSatisfying(
                                TransportException.class,
                                e -> assertThat(e.reason()).isEqualTo(Reason.BUSY));
            }
            line.close();
            Transports.open(LineUri.parse("serial:" + other), folder).close();
        }
    }

    @Test
    void aDeviceThatVanishesInMidWriteIsLostAndThenMissing() throws Exception {
        try (PtyPair pair = PtyPair.open(folder, "a")) {
            OpenTransport line = Transports.open(pair.uri("?baud=115200"), folder);
            assertThat(line.write(ByteBuffer.allocate(10))).isEqualTo(10);
            pair.vanish();
            assertThatThrownBy(() -> writeAll(line, ByteBuffer.allocate(100_000)))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.LOST));
            assertThatThrownBy(() -> line.read(ByteBuffer.allocate(10)))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.LOST));
            line.close();
            assertThatThrownBy(() -> Transports.open(pair.uri(""), folder))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.NO_SUCH_PORT));
        }
    }

    /** A pseudo terminal whose other side reads nothing fills up, and then a write does not return by itself. */
    @Test
    void aWriterStuckInAFullLineIsFreedByClosing() throws Exception {
        try (PtyPair pair = PtyPair.open(folder, "a")) {
            pair.freeze();
            for (int trial = 0; trial < 10; trial++) {
                freeStuckWriter(pair);
            }
            pair.thaw();
        }
    }

    /** Somebody may have switched the kernel's own XON/XOFF on; then the machine's XOFF stops the write itself. */
    @Test
    void aWriterHeldByTheKernelsXoffIsFreedByClosing() throws Exception {
        try (PtyPair pair = PtyPair.open(folder, "a")) {
            try (SerialTransport line = SerialOpener.open((SerialUri) pair.uri("?baud=115200"));
                    OutputStream speak = pair.machineSpeaks()) {
                pair.stty("ixon");
                speak.write(0x13);
                speak.flush();
                freeStuckWriter(line);
            }
            Transports.open(pair.uri(""), folder).close();
        }
    }

    private static void freeStuckWriter(PtyPair pair) throws Exception {
        try (SerialTransport line = SerialOpener.open((SerialUri) pair.uri("?baud=115200"))) {
            freeStuckWriter(line);
        }
    }

    private static void freeStuckWriter(SerialTransport line) throws Exception {
        AtomicLong lastWriteNanos = new AtomicLong(System.nanoTime());
        CompletableFuture<Throwable> writer = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    line.write(ByteBuffer.allocate(64));
                    lastWriteNanos.set(System.nanoTime());
                }
            } catch (Throwable e) {
                writer.complete(e);
            }
        });
        thread.start();
        while (System.nanoTime() - lastWriteNanos.get() < Duration.ofMillis(300).toNanos()) {
            Thread.onSpinWait();
        }
        assertThat(writer).isNotDone();
        long before = System.nanoTime();
        line.close();
        assertThat(writer.get(5, TimeUnit.SECONDS)).isInstanceOf(TransportException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(250));
        thread.join(5000);
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void openingAndClosingAThousandTimesLeavesNothingBehind() throws Exception {
        try (PtyPair pair = PtyPair.open(folder, "a")) {
            cycle(pair);
            long handles = handles();
            int threads = Thread.activeCount();
            for (int i = 0; i < 1000; i++) {
                cycle(pair);
            }
            assertThat(handles()).isLessThanOrEqualTo(handles);
            assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);
        }
    }

    private void cycle(PtyPair pair) throws Exception {
        try (OpenTransport line = Transports.open(pair.uri("?baud=115200"), folder)) {
            line.write(ByteBuffer.allocate(3));
        }
    }

    static long handles() throws Exception {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }

    private static void writeAll(OpenTransport line, ByteBuffer bytes) throws Exception {
        while (bytes.hasRemaining()) {
            if (line.write(bytes) == 0) {
                Thread.onSpinWait();
            }
        }
    }

    private static byte[] readAll(OpenTransport line, int count) throws Exception {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (bytes.hasRemaining() && System.nanoTime() - end < 0) {
            line.read(bytes);
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
