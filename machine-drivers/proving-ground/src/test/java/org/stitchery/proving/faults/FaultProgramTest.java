package org.stitchery.proving.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A few of the faults that {@link FaultProgram} plays by the ten thousand, with every driver, all at once. */
class FaultProgramTest {

    /** Two of each kind; of a machine that echoes every byte one. */
    private static final int TRIALS = 16;

    private static final int TRIALS_OF_THE_SLOWEST = 8;

    @Test
    @Timeout(240)
    void noDriverClaimsWhatTheNeedleDidNotDo(@TempDir Path folder) {
        Map<Subject, CompletableFuture<FaultReport>> reports = new EnumMap<>(Subject.class);
        for (Subject subject : Subject.values()) {
            reports.put(
                    subject,
                    CompletableFuture.supplyAsync(() -> play(subject, folder), own -> new Thread(own).start()));
        }
        reports.forEach((subject, played) -> {
            FaultReport report = played.join();
            assertThat(report.wrong()).as(report.text()).isEmpty();
            assertThat(report.trials()).isEqualTo(trials(subject));
        });
    }

    private static int trials(Subject subject) {
        return subject == Subject.ARTISTA ? TRIALS_OF_THE_SLOWEST : TRIALS;
    }

    private static FaultReport play(Subject subject, Path folder) {
        try {
            return FaultProgram.run(EnumSet.of(subject), trials(subject), 7, trials(subject), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
