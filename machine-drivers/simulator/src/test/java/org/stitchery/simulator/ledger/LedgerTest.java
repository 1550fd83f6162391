package org.stitchery.simulator.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.simulator.ledger.LedgerEvent.Kind;

class LedgerTest {

    private final Path folder;

    LedgerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path file() {
        return folder.resolve("a").resolve("machine.ledger");
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        try (LedgerWriter writer = LedgerWriter.open(file(), 1_000_000_000)) {
            writer.record(1_000_000_000, Kind.POWER_ON, "");
            writer.record(1_234_567_890, Kind.START, "ROSE-1");
            writer.record(2_000_000_000, Kind.NEEDLE, "ROSE-1", 0, -12, 34);
        }

        assertThat(Files.readString(file()))
                .isEqualTo("1\t0\tPOWER_ON\t\n2\t234\tSTART\tROSE-1\n3\t1000\tNEEDLE\tROSE-1\t0\t-12\t34\n");
        assertThat(Ledger.read(file()).events())
                .containsExactly(
                        new LedgerEvent(1, 0, Kind.POWER_ON, "", List.of()),
                        new LedgerEvent(2, 234, Kind.START, "ROSE-1", List.of()),
                        new LedgerEvent(3, 1000, Kind.NEEDLE, "ROSE-1", List.of(0L, -12L, 34L)));
    }

    @Test
    void aRestartedMachineGoesOnCounting() throws IOException {
        powerOn();
        powerOn();

        assertThat(Ledger.read(file()).events()).extracting(LedgerEvent::seq).containsExactly(1L, 2L);
    }

    @Test
    void aLineCutOffByACrashIsNoEvent() throws IOException {
        powerOn();
        Files.writeString(file(), "2\t17\tNEED", StandardOpenOption.APPEND);
        assertThat(Ledger.read(file()).events()).hasSize(1);

        powerOn();
        assertThat(Ledger.read(file()).events())
                .extracting(LedgerEvent::kind)
                .containsExactly(Kind.POWER_ON, Kind.POWER_ON);
    }

    @Test
    void aFileInUseIsRefused() throws IOException {
        try (LedgerWriter writer = LedgerWriter.open(file(), 0)) {
            writer.record(0, Kind.POWER_ON, "");
            assertThatThrownBy(() -> LedgerWriter.open(file(), 0))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void aFileThatIsNoLedgerIsRefusedAndLeftAsItIs() throws IOException {
        Path letter = folder.resolve("letter.txt");
        Files.writeString(letter, "Dear customer,\nyour caps are ready. Yours");

        assertThatThrownBy(() -> LedgerWriter.open(letter, 0)).hasMessageContaining("is not a ledger");
        assertThat(Files.readString(letter)).isEqualTo("Dear customer,\nyour caps are ready. Yours");
    }

    @Test
    void readingNamesTheLineThatIsNoEvent() throws IOException {
        powerOn();
        Files.writeString(file(), "2\t17\tNEEDLE\tA\t1\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> Ledger.read(file()))
                .hasMessageContaining("line 2")
                .hasMessageContaining("3 numbers");
    }

    @Test
    void everyKindOfDifferenceFromADesignIsTold() {
        StitchPattern two =
                StitchPattern.builder("A").stitchTo(1, 1).stitchTo(2, 2).build();

        assertThat(sewn(penetration(0, 1, 1), penetration(1, 2, 2)).differencesFrom(two))
                .isEmpty();
        assertThat(sewn(penetration(0, 1, 1)).differencesFrom(two)).containsExactly("ends after 1 of 2 stitches");
        assertThat(sewn(penetration(0, 1, 1), penetration(1, 2, 3)).differencesFrom(two))
                .singleElement()
                .asString()
                .contains("expected")
                .contains("y=3");
        assertThat(sewn(penetration(0, 1, 1), penetration(1, 2, 2), penetration(2, 3, 3))
                        .differencesFrom(two))
                .singleElement()
                .asString()
                .contains("after the pattern's 2 stitches");
        assertThat(sewn(penetration(0, 1, 1), penetration(0, 1, 1), penetration(1, 2, 2))
                        .differencesFrom(two))
                .as("a stitch sewn twice without a thread break")
                .isNotEmpty();
    }

    private void powerOn() throws IOException {
        try (LedgerWriter writer = LedgerWriter.open(file(), 0)) {
            writer.record(0, Kind.POWER_ON, "");
        }
    }

    private static Sewing.Penetration penetration(int index, int x, int y) {
        return new Sewing.Penetration(index, x, y);
    }

    private static Sewing sewn(Sewing.Penetration... penetrations) {
        return new Sewing("A", List.of(penetrations), List.of(), 0, 0, true);
    }
}
