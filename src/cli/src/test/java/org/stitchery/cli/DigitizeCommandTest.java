package org.stitchery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitizeCommandTest {

    private final Path folder;

    DigitizeCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aDrawingBecomesADesignThatInfoOpensAgain() throws IOException {
        Run run = Run.stitchery("digitize", Samples.drawing(folder), "-o", out());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("stitches").contains("3 colours");
        JsonNode info = json(Run.stitchery("info", out(), "--json").out());
        assertThat(info.get("stitches").asInt()).isGreaterThan(500);
        assertThat(info.get("colorChanges").asInt()).isEqualTo(2);
        assertThat(info.get("extentsMm").get("width").asDouble()).isBetween(50.0, 51.0);
    }

    @Test
    void theReportHoldsEverythingThatIsPromised() throws IOException {
        Run.stitchery("digitize", Samples.drawing(folder), "-o", out(), "--report", report());

        JsonNode report = json(Files.readString(report()));
        for (String name : new String[] {
            "stitches",
            "jumps",
            "trims",
            "colorChanges",
            "threads",
            "colors",
            "origin",
            "extentsMm",
            "threadMm",
            "machineSeconds",
            "findings",
            "hoop",
            "fabric",
            "format"
        }) {
            assertThat(report.has(name)).as(name).isTrue();
        }
        JsonNode thread = report.get("threads").get(0);
        assertThat(thread.get("rgb").asText()).matches("#[0-9a-f]{6}");
        assertThat(thread.get("brand").asText()).isEqualTo("Stitchery 40");
        assertThat(thread.get("code").asText()).isNotEmpty();
        assertThat(thread.get("name").asText()).isNotEmpty();
        assertThat(report.get("colors").get(0)).isEqualTo(thread.get("rgb"));
        // The sewn box is centred on the rectangle, give or take what pull compensation adds.
        assertThat(report.get("origin").get("xMm").asDouble()).isBetween(29.0, 31.0);
        assertThat(report.get("origin").get("yMm").asDouble()).isBetween(19.0, 21.0);
        assertThat(report.get("machineSeconds").asDouble()).isPositive();
        assertThat(report.get("threadMm").asDouble()).isPositive();
        assertThat(report.get("findings").get(0).fieldNames())
                .toIterable()
                .containsExactly("severity", "code", "message", "element", "xMm", "yMm");
    }

    @Test
    void widthAndNameAreTaken() throws IOException {
        Run.stitchery("digitize", Samples.drawing(folder), "-o", out(), "--width", "25", "--name", "Flag 7");

        JsonNode info = json(Run.stitchery("info", out(), "--json").out());
        assertThat(info.get("extentsMm").get("width").asDouble()).isBetween(24.5, 26.0);
        assertThat(info.get("name").asText()).isEqualTo("FLAG 7");
    }

    @Test
    void threadsComeFromTheFileThatIsNamed() throws IOException {
        Path threads =
                Samples.write(folder, "threads.txt", "#ffffff\n#202020 0020 Night Black\n\n// a note\n#ff0000 7\n");
        Run run = Run.stitchery(
                "digitize", Samples.drawing(folder), "-o", out(), "--report", report(), "--threads", threads);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(json(Files.readString(report())).get("colors"))
                .extracting(JsonNode::asText)
                .containsOnly("#ffffff", "#202020", "#ff0000");
    }

    @Test
    void onlyTheThreadsOnTheMachineAreChosen() throws IOException {
        Run.stitchery("digitize", Samples.drawing(folder), "-o", out(), "--report", report(), "--only", "1401, 1704");

        assertThat(json(Files.readString(report())).get("threads"))
                .extracting(t -> t.get("code").asText())
                .containsOnly("1401", "1704");
    }

    @Test
    void aDesignTooLargeForItsHoopIsWrittenAndToldAsAnError() throws IOException {
        Run run =
                Run.stitchery("digitize", Samples.drawing(folder), "-o", out(), "--width", "140", "--hoop", "100x100");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FINDING);
        assertThat(run.err()).contains("error OUTSIDE_HOOP");
        assertThat(out()).exists();
    }

    @Test
    void theSameDrawingGivesTheSameBytes() throws IOException {
        Run.stitchery("digitize", Samples.drawing(folder), "-o", out());
        byte[] first = Files.readAllBytes(out());
        Run.stitchery("digitize", Samples.drawing(folder), "-o", out());
        assertThat(Files.readAllBytes(out())).isEqualTo(first);
    }

    @Test
    void theInputIsNeverReplaced() throws IOException {
        Path drawing = Samples.drawing(folder);
        Path design = Files.createSymbolicLink(folder.resolve("link.dst"), drawing);
        Run run = Run.stitchery("digitize", drawing, "-o", design);

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_FILE);
        assertThat(run.err()).contains("link.dst").contains("is the input itself");
        assertThat(drawing).hasContent(Samples.DRAWING);
    }

    @Test
    void nothingHalfDoneIsLeftWhenTheDrawingIsRefused() throws IOException {
        Files.writeString(out(), "an older design");
        Run.stitchery("digitize", Samples.write(folder, "bad.svg", "<svg"), "-o", out(), "--report", report());

        assertThat(out()).hasContent("an older design");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).extracting(f -> f.getFileName().toString()).containsOnly("bad.svg", "out.dst");
        }
    }

    @Test
    void wrongChoicesAreUsageErrorsThatListTheRightOnes() throws IOException {
        Path drawing = Samples.drawing(folder);
        assertUsage("twill, pique", "digitize", drawing, "-o", out(), "--fabric", "steel");
        assertUsage("Stitchery 40", "digitize", drawing, "-o", out(), "--palette", "Crayons");
        assertUsage("130x180", "digitize", drawing, "-o", out(), "--hoop", "giant");
        assertUsage("no thread \"4711\"", "digitize", drawing, "-o", out(), "--only", "4711");
        assertUsage(".dst", "digitize", drawing, "-o", folder.resolve("out.xyz"));
        assertUsage("--width", "digitize", drawing, "-o", out(), "--width", "-3");
        assertUsage("--width", "digitize", drawing, "-o", out(), "--width", "wide");
        assertUsage("--output", "digitize", drawing);
        assertUsage("different names", "digitize", drawing, "-o", out(), "--report", out());
    }

    @Test
    void filesThatAreNotThereAreNamed() throws IOException {
        assertBadFile("no such file", "digitize", folder.resolve("nothing.svg"), "-o", out());
        assertBadFile(
                "no folder",
                "digitize",
                Samples.drawing(folder),
                "-o",
                folder.resolve("missing").resolve("o.dst"));
        assertBadFile(
                "line 2 is no thread",
                "digitize",
                Samples.drawing(folder),
                "-o",
                out(),
                "--threads",
                Samples.write(folder, "threads.txt", "#ffffff\nred\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "<svg",
                "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0",
                "not a drawing",
                "<html><body>hello</body></html>",
                "<svg xmlns='http://www.w3.org/2000/svg'/>"
            })
    void aDrawingThatIsNoneIsRefusedInPlainWords(String text) throws IOException {
        assertBadFile("bad.svg", "digitize", Samples.write(folder, "bad.svg", text), "-o", out());
        assertThat(out()).doesNotExist();
    }

    @Test
    void aHugeDrawingIsRefusedWithoutReadingItAll() throws IOException {
        Path huge =
                Samples.write(folder, "huge.svg", "<svg xmlns='http://www.w3.org/2000/svg'>" + " ".repeat(12_000_000));
        long began = System.nanoTime();
        assertBadFile("E_FILE_TOO_LARGE", "digitize", huge, "-o", out());
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b01-xxe-file.svg",
                "b02-xxe-http.svg",
                "b07-billion-laughs.svg",
                "b11-truncated.svg",
                "b12-empty.svg",
                "b13-png-renamed.svg",
                "c01-nan-path.svg",
                "a01-image-http.svg",
                "a27-foreignobject.svg"
            })
    void aHostileDrawingIsRefusedOrSewnWithoutItsTricks(String name) {
        long began = System.nanoTime();
        Run run = Run.stitchery("digitize", Samples.hostile(name), "-o", out());

        assertThat(run.exitCode()).as(run.err()).isIn(ExitCode.OK, ExitCode.FINDING, ExitCode.BAD_FILE);
        assertThat(run.err())
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .doesNotContain("root:");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    private void assertUsage(String said, Object... arguments) {
        Run run = Run.stitchery(arguments);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(said);
        assertThat(out()).doesNotExist();
    }

    private static void assertBadFile(String said, Object... arguments) {
        Run run = Run.stitchery(arguments);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.BAD_FILE);
        assertThat(run.err()).contains(said).doesNotContain("Exception");
    }

    private Path out() {
        return folder.resolve("out.dst");
    }

    private Path report() {
        return folder.resolve("report.json");
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
