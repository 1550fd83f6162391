package org.stitchery.driver.marlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;
import org.stitchery.driver.bench.SewingBench;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.simulator.Simulator;
import org.stitchery.simulator.ledger.Sewing;
import org.stitchery.transport.MachineLine;

/** Driver, loop and line at real time against the simulated controller; what its needle did is compared stitch for stitch. */
@Timeout(180)
class MarlinOnSimulatorTest {

    private final SewingBench bench;

    MarlinOnSimulatorTest(@TempDir Path folder) {
        this.bench = new SewingBench(new MarlinDriver(), folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({
        "pty, marlin, shaft, 250",
        "tcp, marlin, shaft, 250",
        "tcp, marlin-servo, servo, 100",
        "pty, marlin-noisy, shaft, 250",
        "tcp, marlin-noisy, shaft, 250"
    })
    void whatTheNeedleDidEqualsTheDesign(String kind, String protocol, String needle, int stitches) throws Exception {
        StitchPattern design = SewingBench.design(stitches);
        Map<String, String> settings = Map.of("needle", needle, "poke-seconds", "1");
        try (Simulator simulator = bench.machine(kind, protocol, 2_000)) {
            MachineLine line = bench.attach(simulator, settings);
            assertThat(line.probe(Duration.ofSeconds(20))
                            .get(30, TimeUnit.SECONDS)
                            .state())
                    .isEqualTo(ProbeResult.State.READY);
            Outcome outcome = SewingBench.get(line.deliver(bench.order(design, settings), Duration.ofSeconds(30)));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Delivered.class,
                            delivered -> assertThat(delivered.evidence()).isEqualTo(Evidence.EXECUTED));
            if (protocol.equals("marlin-noisy")) {
                assertThat(outcome.detail()).contains("had to be said again");
            }
            Sewing sewing = bench.sewnOnce(design);
            assertThat(sewing.colorChanges()).isEqualTo(1);
            assertThat(sewing.trims()).isEqualTo(2);
            line.close().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void anAbortEndsWithUnknownAndNoFurtherLine() throws Exception {
        StitchPattern design = SewingBench.design(2_000);
        try (Simulator simulator = bench.machine("tcp", "marlin", 20)) {
            MachineLine line = bench.attach(simulator, Map.of());
            CompletableFuture<Outcome> delivery = line.deliver(bench.order(design, Map.of()), Duration.ofSeconds(30));
            SewingBench.await(() -> bench.events().stream().anyMatch(MachineEvent.Sewing.class::isInstance));
            long asked = System.nanoTime();
            line.abort();
            Outcome outcome = SewingBench.get(delivery);

            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(2));
            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
            assertThat(bench.ledger().sewings()).allMatch(sewing -> !sewing.ended());
        }
    }
}
