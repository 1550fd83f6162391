package org.stitchery.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.stitchery.driver.api.Outcome;

/**
 * Feeds many pseudo terminals at 115,200 baud from one loop and prints what that costs. socat and this program's own
 * reading side are counted apart from the host: socat is another process, and the machines are read by a child process.
 *
 * <pre>
 * java -cp ... org.stitchery.transport.LoadProgram [ports, 64] [seconds, 20]
 * </pre>
 */
public final class LoadProgram {

    private static final int BAUD = 115_200;

    private LoadProgram() {}

    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("drain")) {
            drain(args);
            return;
        }
        int ports = args.length > 0 ? Integer.parseInt(args[0]) : 64;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        Path folder = Files.createTempDirectory("stitchery-load");
        List<PtyPair> pairs = new ArrayList<>();
        Process drain = null;
        try (PacingLoop loop = new PacingLoop()) {
            for (int i = 0; i < ports; i++) {
                pairs.add(PtyPair.start(folder, "p" + i));
            }
            drain = startDrain(pairs);
            run(loop, pairs, folder, seconds);
        } finally {
            if (drain != null) {
                drain.destroyForcibly();
            }
            pairs.forEach(PtyPair::close);
            delete(folder);
        }
    }

    private static void run(PacingLoop loop, List<PtyPair> pairs, Path folder, int seconds) throws Exception {
        int rate = BAUD / 10;
        int bytes = rate * seconds;
        long memoryBefore = usedMemory();
        List<MachineLine> lines = new ArrayList<>();
        for (PtyPair pair : pairs) {
            OpenTransport transport = Transports.open(pair.uri("?baud=" + BAUD), folder);
            lines.add(loop.attach(transport, new FeedDriver(), FeedDriver.noSettings(), 1, event -> {}));
        }
        long memoryAfter = usedMemory();
        long idleFrom = cpuNanos();
        long wallFrom = System.nanoTime();
        new CompletableFuture<Void>()
                .completeOnTimeout(null, 3, java.util.concurrent.TimeUnit.SECONDS)
                .join();
        double idle = share(idleFrom, wallFrom);

        long cpuFrom = cpuNanos();
        wallFrom = System.nanoTime();
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (MachineLine line : lines) {
            outcomes.add(line.deliver(FeedDriver.order(bytes), Duration.ofSeconds(30)));
        }
        int delivered = 0;
        for (CompletableFuture<Outcome> outcome : outcomes) {
            delivered += outcome.get() instanceof Outcome.Delivered ? 1 : 0;
        }
        double wall = (System.nanoTime() - wallFrom) / 1e9;
        System.out.printf("ports                 %d at %d baud, %d bytes each%n", pairs.size(), BAUD, bytes);
        System.out.printf("delivered             %d of %d%n", delivered, pairs.size());
        System.out.printf("slowest line used     %.1f %% of its rate%n", 100.0 * seconds / wall);
        System.out.printf("processor, sending    %.1f %% of one core%n", 100 * share(cpuFrom, wallFrom));
        System.out.printf("processor, idle       %.1f %% of one core%n", 100 * idle);
        System.out.printf("heap for each line    %d kB%n", (memoryAfter - memoryBefore) / 1000 / pairs.size());
        System.out.printf(
                "threads of the loop   %d%n",
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("machine-lines"))
                        .count());
    }

    private static double share(long cpuFrom, long wallFrom) {
        return (double) (cpuNanos() - cpuFrom) / (System.nanoTime() - wallFrom);
    }

    private static long cpuNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static Process startDrain(List<PtyPair> pairs) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                LoadProgram.class.getName(),
                "drain"));
        pairs.forEach(pair -> command.add(pair.machine.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!"reading".equals(process.inputReader().readLine())) {
            throw new IOException("the machines' side did not start");
        }
        return process;
    }

    /** The machines: read everything and forget it. */
    private static void drain(String[] ports) throws Exception {
        List<Thread> readers = new ArrayList<>();
        for (int i = 1; i < ports.length; i++) {
            InputStream in = Files.newInputStream(Path.of(ports[i]));
            readers.add(new Thread(() -> swallow(in)));
        }
        readers.forEach(Thread::start);
        System.out.println("reading");
        for (Thread reader : readers) {
            reader.join();
        }
    }

    private static void swallow(InputStream in) {
        try (in) {
            byte[] piece = new byte[4096];
            while (in.read(piece) >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            System.err.println("a machine's side ended: " + e.getMessage());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
