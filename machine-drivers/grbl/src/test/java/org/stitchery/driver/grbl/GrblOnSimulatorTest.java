package org.stitchery.driver.grbl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.stitchery.simulator.ledger.LedgerEvent.Kind;
import org.stitchery.simulator.ledger.Sewing;
import org.stitchery.transport.MachineLine;

/** Driver, loop and line at real time against the simulated controller; what its needle did is compared stitch for stitch. */
@Timeout(180)
class GrblOnSimulatorTest {

    private final SewingBench bench;

    GrblOnSimulatorTest(@TempDir Path folder) {
        this.bench = new SewingBench(new GrblDriver(), folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({
        "pty, grbl, shaft, character-count, 400",
        "tcp, grbl, shaft, character-count, 400",
        "tcp, grbl, shaft, send-response, 150",
        "tcp, grbl-servo, servo, character-count, 150",
        "tcp, grbl-trigger, trigger, character-count, 150"
    })
    void whatTheNeedleDidEqualsTheDesign(String kind, String protocol, String needle, String streaming, int stitches)
            throws Exception {
        StitchPattern design = SewingBench.design(stitches);
        Map<String, String> settings = Map.of("needle", needle, "streaming", streaming);
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
            Sewing sewing = bench.sewnOnce(design);
            assertThat(sewing.ended()).isTrue();
            assertThat(sewing.colorChanges()).isEqualTo(1);
            assertThat(sewing.trims()).isEqualTo(needle.equals("trigger") ? 0 : 2);
            line.close().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void whatIsCheckedFirstIsSewnOnce() throws Exception {
        StitchPattern design = SewingBench.design(60);
        Map<String, String> settings = Map.of("check-first", "true");
        try (Simulator simulator = bench.machine("tcp", "grbl", 2_000)) {
            Outcome outcome = SewingBench.get(
                    bench.attach(simulator, settings).deliver(bench.order(design, settings), Duration.ofSeconds(30)));

            assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
            bench.sewnOnce(design);
        }
    }

    @Test
    void anAbortStopsTheNeedleInTheMiddleAndTheOutcomeIsUnknown() throws Exception {
        StitchPattern design = SewingBench.design(2_000);
        try (Simulator simulator = bench.machine("tcp", "grbl", 20)) {
            MachineLine line = bench.attach(simulator, Map.of());
            CompletableFuture<Outcome> delivery = line.deliver(bench.order(design, Map.of()), Duration.ofSeconds(30));
            SewingBench.await(() -> bench.events().stream().anyMatch(MachineEvent.Sewing.class::isInstance));
            long asked = System.nanoTime();
            line.abort();
            Outcome outcome = SewingBench.get(delivery);

            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(2));
            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
            SewingBench.await(() -> resets() > 0);
            assertThat(bench.ledger().sewings().get(0).ended()).isFalse();
        }
    }

    private int resets() {
        try {
            return bench.ledger().events(Kind.RESET).size();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
