package org.stitchery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitizeFolderTest {

    private final Path drawings;
    private final Path designs;

    DigitizeFolderTest(@TempDir Path folder) {
        drawings = folder.resolve("drawings");
        designs = folder.resolve("designs");
    }

    @BeforeEach
    void someDrawings() throws IOException {
        Files.createDirectory(drawings);
        Samples.write(drawings, "b.svg", Samples.DRAWING);
        Samples.write(drawings, "a.svg", Samples.DRAWING);
        Samples.write(drawings, "notes.txt", "no drawing");
    }

    @Test
    void everyDrawingBecomesADesignOfItsName() throws IOException {
        Run run = digitized("--width", "40");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(names(designs)).containsExactly("a.dst", "b.dst");
        assertThat(run.out().lines()).hasSize(3);
        assertThat(run.out()).containsSubsequence("a.dst: ", " stitches", "b.dst: ", "2 of 2 drawings digitized");
    }

    @Test
    void designsAreTheSameAsThoseMadeOneByOne() throws IOException {
        digitized();
        Path alone = drawings.resolve("a.dst");
        Run.stitchery("digitize", drawings.resolve("a.svg"), "-o", alone);

        assertThat(designs.resolve("a.dst")).hasSameBinaryContentAs(alone);
    }

    @Test
    void oneBadDrawingStopsNoOther() throws IOException {
        Samples.write(drawings, "ab.svg", "<svg");
        Run run = digitized("--jobs", "1");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_FILE);
        assertThat(run.err()).contains("ab.svg: ").doesNotContain("Exception");
        assertThat(names(designs)).containsExactly("a.dst", "b.dst");
        assertThat(run.out()).contains("2 of 3 drawings digitized");
    }

    @Test
    void aFindingThatForbidsSewingIsToldWithItsDrawing() throws IOException {
        Run run = digitized("--width", "140", "--hoop", "100x100");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FINDING);
        assertThat(run.err()).contains("a.svg: error OUTSIDE_HOOP").contains("b.svg: error OUTSIDE_HOOP");
        assertThat(names(designs)).hasSize(2);
    }

    @Test
    void reportsLieInTheirFolder() throws IOException {
        digitized("--report", designs);

        assertThat(names(designs)).containsExactly("a.dst", "a.json", "b.dst", "b.json");
        JsonNode report = new ObjectMapper().readTree(Files.readString(designs.resolve("b.json")));
        assertThat(report.get("stitches").asInt()).isPositive();
        assertThat(report.get("drawing").asText()).endsWith("b.svg");
    }

    @Test
    void twoDrawingsOfOneNameDoNotOverwriteEachOther() throws IOException {
        Samples.write(drawings, "a.SVGZ", Samples.DRAWING);
        Run run = digitized();

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_FILE);
        assertThat(run.err()).contains("would be written over the design of");
        assertThat(names(designs)).containsExactly("a.dst", "b.dst");
    }

    @Test
    void wrongChoicesAreToldOnceAndNothingIsDone() throws IOException {
        for (List<String> wrong : List.of(
                List.of("--fabric", "steel"),
                List.of("--format", "xyz"),
                List.of("--jobs", "0"),
                List.of("--width", "-3"),
                List.of("--name", "all the same"))) {
            Run run = digitized(wrong.toArray());
            assertThat(run.exitCode()).as(wrong + run.err()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err().lines()).as(run.err()).hasSizeLessThan(4);
            assertThat(designs).doesNotExist();
        }
    }

    @Test
    void aFolderWithoutDrawingsAndAFileInPlaceOfTheFolderAreTold() throws IOException {
        Path empty = Files.createDirectory(drawings.resolve("empty"));
        Run none = Run.stitchery("digitize", empty, "-o", designs);
        assertThat(none.exitCode()).isEqualTo(ExitCode.BAD_FILE);
        assertThat(none.err()).contains("has no drawing in it");

        Run file = Run.stitchery("digitize", drawings, "-o", drawings.resolve("notes.txt"));
        assertThat(file.exitCode()).isEqualTo(ExitCode.BAD_FILE);
        assertThat(file.err()).contains("is a file");
    }

    private Run digitized(Object... more) {
        Object[] all = new Object[4 + more.length];
        all[0] = "digitize";
        all[1] = drawings;
        all[2] = "-o";
        all[3] = designs;
        System.arraycopy(more, 0, all, 4, more.length);
        return Run.stitchery(all);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
        }
    }
}
