package org.stitchery.proving.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A few hundred of the faults that {@link FaultProgram} plays by the ten thousand. */
class FaultProgramTest {

    @ParameterizedTest
    @EnumSource(Subject.class)
    void noDriverClaimsWhatTheNeedleDidNotDo(Subject subject, @TempDir Path folder) throws IOException {
        int trials = subject.namesDesigns() ? 160 : 64;
        FaultReport report = FaultProgram.run(EnumSet.of(subject), trials, 7, 32, folder);

        assertThat(report.wrong()).as(report.text()).isEmpty();
        assertThat(report.trials()).isEqualTo(trials);
    }
}
