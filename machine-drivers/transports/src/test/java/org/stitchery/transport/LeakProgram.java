package org.stitchery.transport;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens, aborts and closes a thousand deliveries that are held in four ways, and prints what is left behind.
 *
 * <pre>
 * java -cp ... org.stitchery.transport.LeakProgram [cycles, 1000]
 * </pre>
 */
public final class LeakProgram {

    private LeakProgram() {}

    public static void main(String[] args) throws Exception {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        LeakCycles.Held[] ways = LeakCycles.Held.values();
        try (LeakCycles cycles = new LeakCycles(Files.createTempDirectory("stitchery-leaks"))) {
            for (LeakCycles.Held held : ways) {
                cycles.cycle(held);
            }
            cycles.slowestAbortNanos = 0;
            cycles.slowestCloseNanos = 0;
            long handles = LeakCycles.handles();
            long threads = LeakCycles.threads();
            for (int i = 0; i < count; i++) {
                cycles.cycle(ways[i % ways.length]);
            }
            System.out.printf("cycles                     %d, held in %d ways%n", count, ways.length);
            System.out.printf("handles and threads left   %d%n", LeakCycles.left(handles, threads));
            System.out.printf("slowest abort to outcome   %d ms%n", cycles.slowestAbortNanos / 1_000_000);
            System.out.printf("slowest abort to closed    %d ms%n", cycles.slowestCloseNanos / 1_000_000);
            System.out.printf(
                    "load of the computer       %s%n",
                    Files.readString(Path.of("/proc/loadavg")).strip());
        }
    }
}
