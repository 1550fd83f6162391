package org.stitchery.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;

/**
 * Opens, delivers, aborts and closes over and over, each time while the delivery is held in another way, and counts what
 * stays behind.
 */
final class LeakCycles implements AutoCloseable {

    /** What holds the delivery when it is aborted. */
    enum Held {
        /** The machine has said XOFF. */
        BY_XOFF,
        /** The system's queue is full and a write does not return. */
        IN_A_SYSTEM_CALL,
        /** The other end of a connection reads nothing. */
        BY_TCP,
        /** A program reads nothing. */
        BY_A_PROGRAM
    }

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** How long a write has not returned when it counts as stuck; the loop has put another thread on duty by then. */
    private static final Duration STUCK = Duration.ofMillis(350);

    private final Path folder;
    private final PtyRoom speaking;
    private final PtyRoom deaf;
    private final PacingLoop loop = new PacingLoop();
    private final BlockingQueue<MachineEvent> events = new LinkedBlockingQueue<>();
    long slowestAbortNanos;
    long slowestCloseNanos;

    LeakCycles(Path folder) throws IOException {
        this.folder = folder;
        this.speaking = PtyRoom.start(1, 11_520);
        this.deaf = PtyRoom.start(1, 11_520);
        deaf.tell("deaf");
    }

    void cycle(Held held) throws Exception {
        switch (held) {
            case BY_XOFF -> byXoff();
            case IN_A_SYSTEM_CALL -> inASystemCall();
            case BY_TCP -> byTcp();
            case BY_A_PROGRAM -> byAProgram();
        }
    }

    private void byXoff() throws Exception {
        MachineLine line = attach(Transports.open(speaking.uri(0, 115_200), folder));
        CompletableFuture<Outcome> outcome = line.deliver(FeedDriver.order(100_000), PATIENCE);
        events.clear();
        speaking.tell("xoff 0");
        for (MachineEvent event = null; !(event instanceof MachineEvent.HeldByMachine); ) {
            event = events.poll(20, TimeUnit.SECONDS);
            if (event == null) {
                throw new IllegalStateException("the XOFF was not heard");
            }
        }
        end(line, outcome);
    }

    private void inASystemCall() throws Exception {
        MachineLine line = attach(Transports.open(deaf.uri(0, 4_000_000), folder));
        CompletableFuture<Outcome> outcome = line.deliver(FeedDriver.order(2_000_000), PATIENCE);
        pause(STUCK);
        end(line, outcome);
    }

    private void byTcp() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            MachineLine line = attach(Transports.open(
                    LineUri.parse("tcp://127.0.0.1:" + server.getLocalPort() + "?rate=10000000"), folder));
            try (Socket machine = server.accept()) {
                machine.setReceiveBufferSize(1024);
                end(line, line.deliver(FeedDriver.order(2_000_000), PATIENCE));
            }
        }
    }

    private void byAProgram() throws Exception {
        MachineLine line = attach(Transports.open(new PipeUri("/bin/sleep", List.of("60"), 1_000_000), folder));
        end(line, line.deliver(FeedDriver.order(100_000), PATIENCE));
    }

    private MachineLine attach(OpenTransport transport) throws TransportException {
        return loop.attach(transport, new FeedDriver(), FeedDriver.noSettings(), 1, events::add);
    }

    private void end(MachineLine line, CompletableFuture<Outcome> outcome) throws Exception {
        long from = System.nanoTime();
        line.abort();
        if (outcome.get(60, TimeUnit.SECONDS) instanceof Outcome.Delivered) {
            throw new IllegalStateException("delivered although it was held");
        }
        slowestAbortNanos = Math.max(slowestAbortNanos, System.nanoTime() - from);
        line.close().get(60, TimeUnit.SECONDS);
        slowestCloseNanos = Math.max(slowestCloseNanos, System.nanoTime() - from);
    }

    private static void pause(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** @return files, sockets and pipes this process has open */
    static long handles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }

    /** Without the runtime's own, which wait for processes or for promises and go after a minute. */
    static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("process reaper"))
                .filter(thread -> !thread.getName().startsWith("ForkJoinPool"))
                .count();
    }

    /** Handles and threads that are there beyond these numbers, once what is on its way out has had time to go. */
    static long left(long handles, long threads) throws IOException {
        long left = Long.MAX_VALUE;
        for (int look = 0; look < 50 && left > 0; look++) {
            left = Math.max(0, handles() - handles) + Math.max(0, threads() - threads);
            if (left > 0) {
                pause(Duration.ofMillis(50));
            }
        }
        return left;
    }

    @Override
    public void close() {
        loop.close();
        speaking.close();
        deaf.close();
    }
}
