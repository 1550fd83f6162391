package org.stitchery.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.stitchery.simulator.ledger.Ledger;
import org.stitchery.simulator.ledger.LedgerEvent;
import org.stitchery.simulator.ledger.Sewing;

/** What the simulated needles did, from the ledgers the simulators keep themselves. */
final class Needle {

    private final Path folder;

    /** @param data the service's data folder */
    Needle(Path data) {
        this.folder = data.resolve("simulator");
    }

    /** Every START of every machine. */
    List<Sewing> sewings() {
        return ledgers().stream().flatMap(ledger -> ledger.sewings().stream()).toList();
    }

    /** Every START under this label. */
    List<Sewing> sewings(String label) {
        return sewings().stream().filter(s -> s.label().equals(label)).toList();
    }

    /** Penetrations of all machines together. */
    long penetrations() {
        return ledgers().stream()
                .mapToLong(ledger -> ledger.events(LedgerEvent.Kind.NEEDLE).size())
                .sum();
    }

    /** Waits until the design of this label has come to its end under the needle. */
    Sewing waitForEnd(String label) {
        return await("end of " + label + " in the simulator's ledger")
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(250))
                .until(
                        () -> sewings(label).stream().findFirst().orElse(null),
                        sewing -> sewing != null && sewing.ended());
    }

    /** Waits until the needle has gone down so often under this label, and the design is not at its end. */
    void waitForPenetrations(String label, int count) {
        await(count + " penetrations of " + label)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() ->
                        sewings(label).stream().anyMatch(s -> s.penetrations().size() >= count && !s.ended()));
    }

    /** Waits until no needle has gone down for a second: a machine sews what is in its buffer first. */
    long waitForRest() {
        long[] last = {-1};
        return await("needles at rest")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(this::penetrations, now -> {
                    boolean still = now == last[0];
                    last[0] = now;
                    return still;
                });
    }

    private List<Ledger> ledgers() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".ledger"))
                    .sorted()
                    .map(Needle::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ledger read(Path file) {
        try {
            return Ledger.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
