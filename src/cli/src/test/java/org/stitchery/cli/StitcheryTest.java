package org.stitchery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all commands have in common. */
class StitcheryTest {

    @Test
    void helpListsCommandsAndExitCodes() {
        Run run = Run.stitchery("--help");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains("digitize", "convert", "info", "stitches", "render", "send", "simulate", "formats")
                .contains("Exit codes:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"digitize", "convert", "info", "stitches", "render", "send", "simulate", "formats"})
    void everyCommandExplainsItself(String command) {
        Run run = Run.stitchery(command, "--help");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("Usage: stitchery " + command).contains("Exit codes:");
    }

    @Test
    void aMisspelledCommandIsAUsageErrorWithASuggestion() {
        Run run = Run.stitchery("digitise", "x.svg");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("digitise").contains("digitize");
    }

    @Test
    void noCommandIsAUsageError() {
        Run run = Run.stitchery();
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("stitchery --help");
    }

    @Test
    void aTraceIsShownOnlyWhenAskedFor() {
        assertThat(Run.stitchery("info", "nothing.dst").err()).doesNotContain("\tat ");
        assertThat(Run.stitchery("info", "nothing.dst", "--debug").err())
                .contains("\tat ")
                .contains("NoSuchFileException");
    }

    @Test
    void thePackagedProgramRuns() throws Exception {
        Path jar = Path.of("target", "stitchery.jar");
        assumeThat(jar).as("not packaged yet").exists();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        "formats")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).contains("Tajima DST");
    }
}
