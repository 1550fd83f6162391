package org.stitchery.proving.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two sockets with a proxy between them. */
class FaultProxyTest {

    private static final byte[] SAID = new byte[1000];

    static {
        new Random(1).nextBytes(SAID);
    }

    private final FaultProxy proxy;
    private final ServerSocket server;

    FaultProxyTest() throws IOException {
        proxy = new FaultProxy();
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        server.close();
    }

    /** A host and a machine with this fault between them. */
    private final class Pair implements AutoCloseable {
        final FaultProxy.Gate gate;
        final Socket host;
        final Socket machine;

        Pair(Fault fault) throws IOException {
            gate = proxy.open((InetSocketAddress) server.getLocalSocketAddress(), fault);
            host = new Socket(InetAddress.getLoopbackAddress(), gate.port());
            machine = server.accept();
            machine.setSoTimeout(5000);
        }

        @Override
        public void close() throws IOException {
            host.close();
            machine.close();
        }
    }

    @Test
    void aSoundNetworkBringsEverythingAndTheEnd() throws IOException {
        try (Pair pair = new Pair(Fault.NONE)) {
            pair.host.getOutputStream().write(SAID);
            pair.host.shutdownOutput();
            assertThat(pair.machine.getInputStream().readAllBytes()).isEqualTo(SAID);
        }
    }

    @Test
    void oneByteSegmentsBringEverything() throws IOException {
        try (Pair pair = new Pair(new Fault(FaultKind.ONE_BYTE, true, 0, 0, 0))) {
            pair.host.getOutputStream().write(SAID);
            pair.host.shutdownOutput();
            assertThat(pair.machine.getInputStream().readAllBytes()).isEqualTo(SAID);
        }
    }

    @Test
    void latencyDelaysBytes() throws IOException {
        try (Pair pair = new Pair(new Fault(FaultKind.LATENCY, true, 0, 40, 0))) {
            long begin = System.nanoTime();
            pair.host.getOutputStream().write(1);
            assertThat(pair.machine.getInputStream().read()).isEqualTo(1);
            assertThat(System.nanoTime() - begin).isGreaterThan(40_000_000L);
        }
    }

    @Test
    void aCutEndsBothSidesAfterExactlySoManyBytes() throws IOException {
        try (Pair pair = new Pair(new Fault(FaultKind.CUT, true, 700, 0, 0))) {
            pair.host.getOutputStream().write(SAID);
            assertThat(pair.machine.getInputStream().readAllBytes()).hasSize(700);
        }
    }

    @Test
    void aResetBreaksBothSides() throws IOException {
        try (Pair pair = new Pair(new Fault(FaultKind.RESET, true, 10, 0, 0))) {
            pair.host.getOutputStream().write(SAID);
            InputStream in = pair.machine.getInputStream();
            assertThatThrownBy(in::readAllBytes).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void halfOpenSwallowsAndTellsNobodyUntilItIsReleased() throws Exception {
        try (Pair pair = new Pair(new Fault(FaultKind.HALF_OPEN, true, 10, 0, 0))) {
            pair.host.getOutputStream().write(SAID);
            InputStream in = pair.machine.getInputStream();
            assertThat(in.readNBytes(10)).isEqualTo(Arrays.copyOf(SAID, 10));
            pair.host.close();
            pair.machine.setSoTimeout(50);
            assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);

            pair.gate.release().get(5, TimeUnit.SECONDS);
            pair.machine.setSoTimeout(5000);
            assertThatThrownBy(in::read).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void aFlippedBitIsTheOnlyDifference() throws IOException {
        try (Pair pair = new Pair(new Fault(FaultKind.BIT_FLIP, true, 123, 0, 5))) {
            pair.host.getOutputStream().write(SAID);
            pair.host.shutdownOutput();
            byte[] expected = SAID.clone();
            expected[123] ^= 1 << 5;
            assertThat(pair.machine.getInputStream().readAllBytes()).isEqualTo(expected);
        }
    }

    @Test
    void theSameSeedIsTheSameFault() {
        Fault one = Fault.by(new Random(4), FaultKind.CUT, 4000, 100, 50);
        assertThat(one).isEqualTo(Fault.by(new Random(4), FaultKind.CUT, 4000, 100, 50));
        assertThat(one.toString()).startsWith("cut after ");
    }
}
