package org.stitchery.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@link LeakProgram} does the same a thousand times. */
@Timeout(120)
class LeakTest {

    @Test
    void fortyHeldAbortedAndClosedDeliveriesLeaveNoThreadAndNoHandle(@TempDir Path folder) throws Exception {
        assumeThat(System.getProperty("os.name").equals("Linux") && Files.isExecutable(Path.of("/bin/sleep")))
                .as("machines on pseudo terminals are played on Linux only")
                .isTrue();
        try (LeakCycles cycles = new LeakCycles(folder)) {
            for (LeakCycles.Held held : LeakCycles.Held.values()) {
                cycles.cycle(held);
            }
            long handles = LeakCycles.handles();
            long threads = LeakCycles.threads();
            for (int i = 0; i < 10; i++) {
                for (LeakCycles.Held held : LeakCycles.Held.values()) {
                    cycles.cycle(held);
                }
            }
            assertThat(LeakCycles.left(handles, threads)).isZero();
            // The contract says 250 ms; what runs beside a test may take a second for itself.
            assertThat(Duration.ofNanos(cycles.slowestAbortNanos)).isLessThan(Duration.ofSeconds(1));
            assertThat(Duration.ofNanos(cycles.slowestCloseNanos)).isLessThan(Duration.ofSeconds(2));
        }
    }
}
