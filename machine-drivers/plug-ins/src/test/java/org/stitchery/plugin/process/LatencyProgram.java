package org.stitchery.plugin.process;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.plugin.JarWorkshop;
import org.stitchery.plugin.host.DriverJar;
import org.stitchery.transport.LineUri;
import org.stitchery.transport.MachineLine;
import org.stitchery.transport.MachineUri;
import org.stitchery.transport.PacingLoop;
import org.stitchery.transport.Transports;

/**
 * What a process of its own costs a driver: how much of the line's rate is used, how long a probe takes, how long until the
 * driver is there, and how much memory the process takes. Prints figures; run it from this module's folder.
 */
public final class LatencyProgram {

    private static final int BYTES = 40_000;
    private static final int RATE = 11_520;
    private static final int PROBES = 200;

    private LatencyProgram() {}

    public static void main(String[] arguments) throws Exception {
        Path work = Files.createTempDirectory("latency");
        Path jar = JarWorkshop.template(work).into(work.resolve("feed.jar"));
        LineDriver inHouse = (LineDriver) DriverJar.open(jar).driver();
        long started = System.nanoTime();
        LineDriver apart =
                (LineDriver) ProcessDriver.of(jar, work, Limits.USUAL).driver();
        System.out.printf("described in %d ms%n", millis(started));
        measure("in house", inHouse, work);
        measure("own process", apart, work);
    }

    private static void measure(String name, LineDriver driver, Path work) throws Exception {
        try (ServerSocket machine = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PacingLoop loop = new PacingLoop()) {
            new Thread(() -> swallow(machine), "machine").start();
            LineUri uri = (LineUri) MachineUri.parse("tcp://127.0.0.1:" + machine.getLocalPort() + "?rate=" + RATE);
            DriverSettings settings = DriverSettings.of(driver.description().settings(), Map.of());
            long opened = System.nanoTime();
            MachineLine line = loop.attach(Transports.open(uri, work), driver, settings, 1, event -> {});
            line.probe(Duration.ofSeconds(30)).get();
            long first = millis(opened);
            long[] probes = new long[PROBES];
            Arrays.setAll(
                    probes, i -> timed(line, l -> l.probe(Duration.ofSeconds(5)).join()));
            Arrays.sort(probes);
            long delivery = timed(
                    line,
                    l -> l.deliver(new DeliveryOrder("ROSE-1", "dst", new byte[BYTES], 1), Duration.ofSeconds(30))
                            .join());
            System.out.printf(
                    "%s: first answer after %d ms; probe median %.1f ms, 99 of 100 within %.1f ms;"
                            + " %d %% of the line used; child %s%n",
                    name,
                    first,
                    probes[PROBES / 2] / 1e6,
                    probes[PROBES * 99 / 100] / 1e6,
                    Math.round(100.0 * BYTES / RATE / (delivery / 1e9)),
                    memory());
        }
    }

    private static long timed(MachineLine line, Consumer<MachineLine> deed) {
        long started = System.nanoTime();
        deed.accept(line);
        return System.nanoTime() - started;
    }

    private static long millis(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }

    private static String memory() throws IOException {
        StringBuilder all = new StringBuilder();
        for (ProcessHandle child : ProcessHandle.current().children().toList()) {
            Files.readAllLines(Path.of("/proc", String.valueOf(child.pid()), "smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Rss:") || line.startsWith("Pss:"))
                    .forEach(line -> all.append(line.replaceAll("\\s+", " ")).append(' '));
        }
        return all.length() == 0 ? "none" : all.toString().strip();
    }

    private static void swallow(ServerSocket machine) {
        try (Socket host = machine.accept()) {
            host.getOutputStream().write(0x11);
            host.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The host gave the line up the hard way.
            return;
        }
    }
}
