package org.stitchery.transport;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Outcome;

/**
 * Feeds many pseudo terminals at 115,200 baud from one loop and prints what that costs. The machines are played by a
 * process of their own ({@link PtyMachines}) that takes bytes no faster than the line brings them, so the figures of the
 * host are those of this process alone.
 *
 * <pre>
 * java -cp ... org.stitchery.transport.LoadProgram [ports, 50] [seconds, 20] [share of one core, 0.2]
 * </pre>
 */
public final class LoadProgram {

    private static final int BAUD = 115_200;
    private static final int RATE = BAUD / 10;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final PtyRoom room;
    private final int seconds;
    private final List<MachineLine> lines = new ArrayList<>();

    private LoadProgram(PtyRoom room, int seconds) {
        this.room = room;
        this.seconds = seconds;
    }

    public static void main(String[] args) throws Exception {
        int ports = args.length > 0 ? Integer.parseInt(args[0]) : 50;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        double share = args.length > 2 ? Double.parseDouble(args[2]) : PacingLoop.CORE_SHARE;
        Path folder = Files.createTempDirectory("stitchery-load");
        try (PtyRoom room = PtyRoom.start(ports, RATE);
                PacingLoop loop = new PacingLoop(PacingLoop.HELD_LIMIT, share)) {
            System.out.printf("ports                      %d at %d baud%n", ports, BAUD);
            new LoadProgram(room, seconds).run(loop, ports, folder);
            System.out.printf(
                    "load of the computer       %s%n",
                    Files.readString(Path.of("/proc/loadavg")).strip());
        } finally {
            delete(folder);
        }
    }

    private void run(PacingLoop loop, int ports, Path folder) throws Exception {
        warmUp(loop, folder);
        long heapBefore = heap();
        long residentBefore = resident();
        for (int i = 0; i < ports; i++) {
            OpenTransport transport = Transports.open(room.uri(i, BAUD), folder);
            lines.add(loop.attach(transport, new FeedDriver(), FeedDriver.noSettings(), 1, event -> {}));
        }
        idle();
        flowing();
        System.out.printf(
                "memory for each line       heap %d kB, resident %d kB%n",
                Math.max(0, heap() - heapBefore) / 1000 / ports, Math.max(0, resident() - residentBefore) / ports);
        held();
        aborted();
        System.out.printf(
                "threads of the loop        %d%n",
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("machine-lines"))
                        .count());
    }

    /** Classes are loaded and the hottest of them compiled before anything is counted. */
    private void warmUp(PacingLoop loop, Path folder) throws Exception {
        MachineLine line = loop.attach(
                Transports.open(room.uri(0, BAUD), folder), new FeedDriver(), FeedDriver.noSettings(), 1, event -> {});
        line.deliver(FeedDriver.order(5 * RATE), PATIENCE).get();
        line.close().get();
    }

    private void idle() {
        long cpuFrom = cpuNanos();
        long wallFrom = System.nanoTime();
        pause(3000);
        System.out.printf("processor, idle            %.1f %% of one core%n", 100 * share(cpuFrom, wallFrom));
    }

    private void flowing() throws Exception {
        deliverAll(5);
        pause(300);
        room.tell("forget");
        long cpuFrom = cpuNanos();
        long wallFrom = System.nanoTime();
        List<Double> used = deliverAll(seconds);
        System.out.printf("processor, sending         %.1f %% of one core%n", 100 * share(cpuFrom, wallFrom));
        long[] count = room.tell("count");
        System.out.printf(
                "line use                   slowest %.1f %%, mean %.1f %%%n",
                100 * used.stream().mapToDouble(x -> x).min().orElse(0),
                100 * used.stream().mapToDouble(x -> x).average().orElse(0));
        System.out.printf(
                "bytes that arrived         %d of %d, least of one machine %d of %d%n",
                count[0], (long) RATE * seconds * lines.size(), count[1], RATE * seconds);
    }

    /** @return how much of its rate each line used */
    private List<Double> deliverAll(int duration) throws Exception {
        List<CompletableFuture<Double>> all = new ArrayList<>();
        DeliveryOrder order = FeedDriver.order(RATE * duration);
        for (MachineLine line : lines) {
            long from = System.nanoTime();
            all.add(line.deliver(order, PATIENCE).thenApply(outcome -> {
                if (outcome instanceof Outcome.Delivered) {
                    return duration * 1e9 / (System.nanoTime() - from);
                }
                throw new IllegalStateException("not delivered: " + outcome);
            }));
        }
        List<Double> used = new ArrayList<>();
        for (CompletableFuture<Double> one : all) {
            used.add(one.get());
        }
        return used;
    }

    private void held() throws Exception {
        room.tell("forget");
        room.tell("hold");
        long cpuFrom = cpuNanos();
        long wallFrom = System.nanoTime();
        deliverAll(seconds);
        double share = share(cpuFrom, wallFrom);
        room.tell("flow");
        long[] xoffs = room.tell("xoffs");
        System.out.printf(
                "bytes after XOFF           most %d, 99 %% at most %d, more than 16 after %d of %d%n",
                xoffs[1], xoffs[2], xoffs[3], xoffs[0]);
        System.out.printf("processor, with XOFFs      %.1f %% of one core%n", 100 * share);
    }

    /** All deliveries are aborted in full flight, then all lines closed. */
    private void aborted() throws Exception {
        List<CompletableFuture<Long>> ends = new ArrayList<>();
        DeliveryOrder order = FeedDriver.order(RATE * 20);
        for (MachineLine line : lines) {
            ends.add(line.deliver(order, PATIENCE).thenApply(outcome -> System.nanoTime()));
        }
        pause(2000);
        long from = System.nanoTime();
        lines.forEach(MachineLine::abort);
        long ended = from;
        for (CompletableFuture<Long> end : ends) {
            ended = Math.max(ended, end.get());
        }
        pause(300);
        long silent = room.tell("count")[2];
        long closing = System.nanoTime();
        List<CompletableFuture<Void>> closed = new ArrayList<>();
        lines.forEach(line -> closed.add(line.close()));
        for (CompletableFuture<Void> one : closed) {
            one.get();
        }
        System.out.printf(
                "abort of all               last byte at a machine after %d ms, last outcome after %d ms%n",
                (silent - from) / 1_000_000, (ended - from) / 1_000_000);
        System.out.printf("close of all               %d ms%n", (System.nanoTime() - closing) / 1_000_000);
    }

    private static void pause(int millis) {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, millis, TimeUnit.MILLISECONDS)
                .join();
    }

    private static double share(long cpuFrom, long wallFrom) {
        return (double) (cpuNanos() - cpuFrom) / (System.nanoTime() - wallFrom);
    }

    /** Of the whole process: collector, compiler and all. */
    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** In kilobytes, as the system sees this process. */
    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
