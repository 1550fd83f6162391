package org.stitchery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterCommandTest {

    private final Path folder;
    private final Path out;

    LetterCommandTest(@TempDir Path folder) {
        this.folder = folder;
        this.out = folder.resolve("text.dst");
    }

    @Test
    void textBecomesADesign() throws IOException {
        Path report = folder.resolve("text.json");

        Run run = Run.stitchery("letter", "Anna", "--face", "script", "--height", "18", "-o", out, "--report", report);

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("text.dst").contains("stitches");
        assertThat(Files.size(out)).isGreaterThan(1000);
        JsonNode facts = new ObjectMapper().readTree(Files.readAllBytes(report));
        assertThat(facts.get("text").asText()).isEqualTo("Anna");
        assertThat(facts.get("threads")).hasSize(1);
    }

    @Test
    void aNamesListBecomesOneDesignForEachName() throws IOException {
        Path names = Files.writeString(folder.resolve("names.txt"), "Zoë\nJörg Ø\n\nZoë\n");

        Run run = Run.stitchery("letter", "--names", names, "--fit", "60x20", "-o", folder.resolve("club.dst"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("club-zoe.dst")).exists();
        assertThat(folder.resolve("club-jorg.dst")).exists();
    }

    @Test
    void aMonogramStandsInItsFrame() {
        Run run = Run.stitchery("letter", "RBS", "--monogram", "circle", "--height", "50", "-o", out);

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).containsPattern("50\\.\\d x 50\\.\\d mm");
    }

    @Test
    void facesAreListed() {
        assertThat(Run.stitchery("letter", "--list").out())
                .contains("block")
                .contains("typewriter")
                .containsPattern("capitals from +\\d+\\.\\d mm");
    }

    @Test
    void whatAFaceCannotWriteIsToldAndTheExitCodeSaysSo() {
        Run run = Run.stitchery("letter", "A漢", "-o", out);

        assertThat(run.exitCode()).isEqualTo(ExitCode.FINDING);
        assertThat(run.err()).contains("CHARACTER_NOT_IN_FACE").contains("漢");
    }

    @Test
    void aThreadLikeTheClothIsTold() {
        Run run = Run.stitchery("letter", "Anna", "--color", "#1a2850", "--fabric-color", "#1d2a44", "-o", out);

        assertThat(run.err()).contains("LOW_CONTRAST").contains("instead");
    }

    @Test
    void onlyTheThreadsOnTheMachineAreTaken() throws IOException {
        Path report = folder.resolve("text.json");

        Run.stitchery("letter", "A", "--threads", "1401,1905", "--color", "#ff8888", "-o", out, "--report", report);

        assertThat(Files.readString(report)).contains("\"1401\"").doesNotContain("\"1905\"");
    }

    @Test
    void aWrongFaceIsAnsweredWithThoseThereAre() {
        Run run = Run.stitchery("letter", "A", "--face", "comic", "-o", out);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("comic").contains("script");
    }
}
