package org.stitchery.proving.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.tapereader.TapeReaderDriver;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.dst.DstFormat;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.simulator.SimulatorMain;
import org.stitchery.transport.LineUri;
import org.stitchery.transport.MachineLine;
import org.stitchery.transport.MachineUri;
import org.stitchery.transport.OpenTransport;
import org.stitchery.transport.PacingLoop;
import org.stitchery.transport.Transports;

/**
 * Feeds a hall of simulated machines, all at once and at the speed of their needles, and prints what that costs:
 * {@code HallProgram [machines 1000] [seconds 60] [tcp|pty]}. The machines are a process of their own; the host is this
 * one, with one loop and the tape-reader driver. Ends with 0 when no needle waited, no byte was lost and every ledger
 * equals the design.
 */
public final class HallProgram {

    private static final int STITCHES_PER_MINUTE = 850;
    /** Small, so that the flow control works all the time: six seconds of sewing remain when the host may go on. */
    private static final int BUFFER_BYTES = 1024;

    private static final double MILLIS_PER_STITCH = 60_000.0 / STITCHES_PER_MINUTE;
    /** Longer than a full buffer is sewn. */
    private static final int REST_SECONDS = 15;

    /** Opening a line waits for the machine's first word and for the disk; nobody has to wait for one after the other. */
    private static final int OPENERS = 32;

    private HallProgram() {}

    public static void main(String[] arguments) throws Exception {
        int machines = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        String kind = arguments.length > 2 ? arguments[2] : "tcp";
        Path folder = Files.createTempDirectory("stitchery-hall");
        System.setProperty("stitchery.device-locks", folder.resolve("locks").toString());
        boolean sound;
        Process hall = start(machines, kind, folder);
        try (PacingLoop loop = new PacingLoop()) {
            sound = run(loop, hall, machines, seconds, folder);
        } finally {
            hall.destroy();
            hall.waitFor(10, TimeUnit.SECONDS);
            delete(folder);
        }
        System.exit(sound ? 0 : 1);
    }

    private static Process start(int machines, String kind, Path folder) throws IOException {
        Path scenario = folder.resolve("hall.scenario");
        Files.writeString(scenario, """
                ledgers ledgers
                profile floor speed %d buffer %d stop-at 75%% restart-at 25%%
                machines %d tape on %s from %s profile floor
                """.formatted(
                        STITCHES_PER_MINUTE,
                        BUFFER_BYTES,
                        machines,
                        kind,
                        kind.equals("tcp") ? "127.0.0.1:0" : folder.resolve("line")));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SimulatorMain.class.getName(),
                        "--scenario",
                        scenario.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static boolean run(PacingLoop loop, Process hall, int machines, int seconds, Path folder) throws Exception {
        StitchPattern design = design(seconds);
        byte[] dst = DstFormat.DST
                .writer()
                .orElseThrow()
                .write(design, WriteOptions.usual())
                .file()
                .bytes();
        TapeReaderDriver driver = new TapeReaderDriver();
        DriverSettings settings = DriverSettings.of(driver.description().settings(), Map.of());
        System.gc();
        ProcessCost hostAlone = ProcessCost.of(ProcessHandle.current());
        List<MachineLine> lines = new ArrayList<>();
        ExecutorService openers = Executors.newFixedThreadPool(OPENERS);
        List<Future<OpenTransport>> opening = new ArrayList<>();
        for (LineUri uri : addresses(hall, machines)) {
            opening.add(openers.submit(() -> Transports.open(uri, folder.resolve("fences"))));
        }
        for (Future<OpenTransport> open : opening) {
            lines.add(loop.attach(open.get(), driver, settings, 1, e -> {}));
        }
        openers.shutdown();
        System.out.printf("opened                %d lines%n", lines.size());
        System.gc();
        ProcessCost hostBefore = ProcessCost.of(ProcessHandle.current());
        ProcessCost hallBefore = ProcessCost.of(hall.toHandle());
        long begin = System.nanoTime();
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (MachineLine line : lines) {
            outcomes.add(line.deliver(new DeliveryOrder("HALL", "dst", dst, 1), Duration.ofSeconds(30)));
        }
        int delivered = 0;
        for (CompletableFuture<Outcome> outcome : outcomes) {
            delivered += outcome.get() instanceof Outcome.Delivered ? 1 : 0;
        }
        double took = (System.nanoTime() - begin) / 1e9;
        ProcessCost hostAfter = ProcessCost.of(ProcessHandle.current());
        ProcessCost hallAfter = ProcessCost.of(hall.toHandle());
        List<NeedleWatch> needles = sewnOut(machines, design, folder);
        long stitches = needles.stream().mapToLong(NeedleWatch::stitches).sum();
        long underRuns = needles.stream().mapToLong(NeedleWatch::underRuns).sum();
        long overruns = needles.stream().mapToLong(NeedleWatch::overruns).sum();
        long exact = needles.stream().filter(NeedleWatch::exact).count();
        System.out.printf(
                "machines              %d, %d stitches each at %d a minute%n",
                machines, stitches / machines, STITCHES_PER_MINUTE);
        System.out.printf("delivered             %d in %.0f s%n", delivered, took);
        System.out.printf("sewn as designed      %d%n", exact);
        System.out.printf("under-runs            %d in %d stitches%n", underRuns, stitches);
        System.out.printf("overruns              %d bytes%n", overruns);
        print("host", hostAlone, hostBefore, hostAfter, took, machines);
        print("machines", hallBefore, hallBefore, hallAfter, took, machines);
        return delivered == machines && exact == machines && underRuns == 0 && overruns == 0;
    }

    private static void print(
            String who, ProcessCost alone, ProcessCost before, ProcessCost after, double seconds, int machines) {
        System.out.printf(
                "%-8s processor    %.0f %% of one core; memory %d MB, %d kB a machine; %d handles%n",
                who,
                after.percentSince(before, seconds),
                after.memoryKb() / 1024,
                (after.memoryKb() - (alone == before ? 0 : alone.memoryKb())) / machines,
                after.handles());
    }

    private static List<LineUri> addresses(Process hall, int machines) throws IOException {
        List<LineUri> addresses = new ArrayList<>();
        BufferedReader out = hall.inputReader(StandardCharsets.UTF_8);
        while (addresses.size() < machines) {
            String line = out.readLine();
            if (line == null || !line.startsWith("listening ")) {
                throw new IOException("the machines did not start: " + line);
            }
            String address = line.substring("listening ".length());
            String uri = address.startsWith("tcp:")
                    ? address
                    : "serial:" + address.substring("pty:".length(), address.indexOf(" -> ")) + "?baud=115200";
            addresses.add((LineUri) MachineUri.parse(uri));
        }
        return addresses;
    }

    /** Waits until the needles have sewn what their buffers held, then reads the ledgers. */
    private static List<NeedleWatch> sewnOut(int machines, StitchPattern design, Path folder)
            throws IOException, InterruptedException, ExecutionException {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, REST_SECONDS, TimeUnit.SECONDS)
                .get();
        List<NeedleWatch> needles = new ArrayList<>();
        for (int i = 1; i <= machines; i++) {
            Path ledger = folder.resolve("ledgers").resolve(i + ".ledger");
            needles.add(NeedleWatch.of(ledger, design, MILLIS_PER_STITCH));
        }
        return needles;
    }

    /** Stitches of 2 mm for so many seconds. */
    private static StitchPattern design(int seconds) {
        StitchPattern.Builder builder = StitchPattern.builder("HALL");
        int stitches = (int) (seconds * 1000 / MILLIS_PER_STITCH);
        for (int i = 0; i < stitches; i++) {
            builder.stitchTo(builder.x() + (i / 50 % 2 == 0 ? 20 : -20), builder.y() + (i % 2 == 0 ? 5 : -5));
        }
        return builder.build();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
