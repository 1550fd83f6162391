package org.stitchery.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;

/** The loop on real pseudo terminals. */
@Timeout(120)
class LoopOnPtyTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final Path folder;
    private final PacingLoop loop = new PacingLoop();
    private final BlockingQueue<MachineEvent> events = new LinkedBlockingQueue<>();

    LoopOnPtyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void aDesignArrivesByteForByte() throws Exception {
        try (PtyPair pair = PtyPair.open(folder, "a");
                InputStream machine = pair.machineHears()) {
            MachineLine line = attach(pair);
            CompletableFuture<Outcome> outcome = line.deliver(FeedDriver.order(3000), LONG);
            assertThat(machine.readNBytes(3000))
                    .isEqualTo(FeedDriver.order(3000).content());
            assertThat(get(outcome)).isInstanceOf(Outcome.Delivered.class);
            get(line.close());
        }
    }

    @Test
    void aDeliveryHeldByXoffIsClosedWithin250Milliseconds() throws Exception {
        try (PtyPair pair = PtyPair.open(folder, "a");
                InputStream machine = pair.machineHears();
                OutputStream speak = pair.machineSpeaks()) {
            MachineLine line = attach(pair);
            CompletableFuture<Outcome> outcome = line.deliver(FeedDriver.order(30_000), LONG);
            machine.readNBytes(500);
            speak.write(0x13);
            speak.flush();
            assertThat(events.poll(20, TimeUnit.SECONDS)).isInstanceOf(MachineEvent.HeldByMachine.class);
            long before = System.nanoTime();
            get(line.close());
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(250));
            assertThat(get(outcome)).isInstanceOf(Outcome.Unknown.class);
            Transports.open(pair.uri(""), folder).close();
        }
    }

    /** The system's own queue for a pseudo terminal fills up and the write does not return: one machine's trouble. */
    @Test
    void aWriteThatDoesNotReturnHoldsUpNoOtherMachine() throws Exception {
        try (PtyPair frozen = PtyPair.open(folder, "a");
                PtyPair pair = PtyPair.open(folder, "b");
                InputStream machine = pair.machineHears()) {
            frozen.freeze();
            MachineLine stuck = attach(frozen);
            CompletableFuture<Outcome> never = stuck.deliver(FeedDriver.order(200_000), LONG);
            MachineLine line = attach(pair);
            CompletableFuture<Outcome> outcome = line.deliver(FeedDriver.order(60_000), LONG);
            assertThat(machine.readNBytes(60_000))
                    .isEqualTo(FeedDriver.order(60_000).content());
            assertThat(get(outcome)).isInstanceOf(Outcome.Delivered.class);
            assertThat(never).isNotDone();
            long before = System.nanoTime();
            stuck.abort();
            assertThat(get(never)).isInstanceOf(Outcome.Unknown.class);
            System.out.printf(
                    "a delivery stuck in a system call ended %d ms after its abort%n",
                    (System.nanoTime() - before) / 1_000_000);
            frozen.thaw();
        }
    }

    @Test
    void aDeviceThatVanishesInMidDeliveryLeavesUnknownAndALostLine() throws Exception {
        try (PtyPair pair = PtyPair.open(folder, "a");
                InputStream machine = pair.machineHears()) {
            MachineLine line = attach(pair);
            CompletableFuture<String> loss = new CompletableFuture<>();
            line.onLost(loss::complete);
            CompletableFuture<Outcome> outcome = line.deliver(FeedDriver.order(100_000), LONG);
            machine.readNBytes(1000);
            pair.vanish();
            assertThat(get(outcome)).isInstanceOf(Outcome.Unknown.class);
            assertThat(get(loss)).contains("the port is gone");
        }
    }

    @Test
    void anIdlePortThatVanishesIsNoticed() throws Exception {
        try (PtyPair pair = PtyPair.open(folder, "a")) {
            MachineLine line = attach(pair);
            CompletableFuture<String> loss = new CompletableFuture<>();
            line.onLost(loss::complete);
            pair.vanish();
            assertThat(get(loss)).contains("the port is gone");
            assertThat(get(line.deliver(FeedDriver.order(10), LONG))).isInstanceOf(Outcome.NotStarted.class);
        }
    }

    @Test
    void aHundredHeldAndClosedDeliveriesLeaveNoThreadAndNoHandle() throws Exception {
        try (PtyPair pair = PtyPair.open(folder, "a")) {
            heldAndClosed(pair);
            long handles = SerialTransportTest.handles();
            int threads = loopThreads().size();
            for (int i = 0; i < 100; i++) {
                heldAndClosed(pair);
            }
            assertThat(SerialTransportTest.handles()).isLessThanOrEqualTo(handles);
            assertThat(loopThreads()).hasSizeLessThanOrEqualTo(threads);
        }
    }

    private void heldAndClosed(PtyPair pair) throws Exception {
        MachineLine line = attach(pair);
        CompletableFuture<Outcome> outcome = line.deliver(FeedDriver.order(30_000), LONG);
        try (OutputStream speak = pair.machineSpeaks()) {
            speak.write(0x13);
        }
        for (MachineEvent event = null; !(event instanceof MachineEvent.HeldByMachine); ) {
            event = events.poll(20, TimeUnit.SECONDS);
            assertThat(event).isNotNull();
        }
        line.abort();
        get(outcome);
        get(line.close());
    }

    private static List<String> loopThreads() {
        List<String> names = new ArrayList<>();
        Thread.getAllStackTraces().keySet().forEach(thread -> names.add(thread.getName()));
        names.removeIf(name -> !name.startsWith("machine-lines"));
        return names;
    }

    private MachineLine attach(PtyPair pair) throws Exception {
        OpenTransport transport = Transports.open(pair.uri("?baud=115200"), folder);
        return loop.attach(transport, new FeedDriver(), FeedDriver.noSettings(), 1, events::add);
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS);
    }
}
