package org.stitchery.proving.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What a process of this computer (Linux) has cost so far.
 *
 * @param processor processor time since it began
 * @param memoryKb what it holds in memory now, in units of 1024 bytes
 * @param handles files and sockets it has open
 */
record ProcessCost(Duration processor, long memoryKb, long handles) {

    static ProcessCost of(ProcessHandle process) throws IOException {
        Path folder = Path.of("/proc", Long.toString(process.pid()));
        long memory = 0;
        for (String line : Files.readAllLines(folder.resolve("status"))) {
            if (line.startsWith("VmRSS:")) {
                memory = Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        try (Stream<Path> open = Files.list(folder.resolve("fd"))) {
            return new ProcessCost(process.info().totalCpuDuration().orElse(Duration.ZERO), memory, open.count());
        }
    }

    /** Percent of one core used since then, in so many seconds. */
    double percentSince(ProcessCost before, double seconds) {
        return 100.0 * processor.minus(before.processor).toNanos() / 1e9 / seconds;
    }
}
