package org.stitchery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stitchery.embroidery.format.Formats;
import org.stitchery.embroidery.format.ReadOptions;

/** The packaged command line on our own patterns and on drawings nobody here drew. */
class CommandLineDigitizesTest {

    /** Full-colour icons of the Tango project, as Debian packages them; the CI script installs them. */
    private static final Path TANGO = Path.of("/usr/share/icons/Tango/scalable");

    /** Designs and reports of the whole library, made in one run: a start for each would cost more than the stitches. */
    private static Path library;

    @BeforeAll
    static void digitizeTheLibrary(@TempDir Path folder) throws Exception {
        library = folder;
        Program digitized = Program.stitchery(
                library,
                "digitize",
                Checkout.patternFolder().toString(),
                "-o",
                library.resolve("designs").toString(),
                "--report",
                library.resolve("reports").toString());
        assertThat(digitized.exitCode()).as(digitized.err()).isZero();
    }

    static Stream<String> patterns() {
        return Checkout.patterns().stream().map(CommandLineDigitizesTest::nameOf);
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void everyPatternBecomesStitchesThatOpenAgain(String pattern, @TempDir Path folder) throws Exception {
        assertThat(library.resolve("reports").resolve(pattern + ".json"))
                .content()
                .contains("\"stitches\"", "\"origin\"", "\"threads\"", "\"findings\"");
        Path dst = library.resolve("designs").resolve(pattern + ".dst");
        assertThat(stitchesIn(dst)).isGreaterThan(1000);

        Path picture = folder.resolve("design.png");
        Program rendered = Program.stitchery(folder, "render", dst.toString(), "-o", picture.toString());
        assertThat(rendered.exitCode()).as(rendered.err()).isZero();
        assertThat(Files.size(picture)).isGreaterThan(1000);
    }

    @Test
    void aDrawingAloneBecomesTheSameBytesAsInItsFolderAndTellsOfItself(@TempDir Path folder) throws Exception {
        Path pattern = Checkout.patterns().get(0);
        Path dst = folder.resolve(nameOf(pattern) + ".dst");
        Path report = folder.resolve("report.json");
        Program digitized = Program.stitchery(
                folder, "digitize", pattern.toString(), "-o", dst.toString(), "--report", report.toString());
        assertThat(digitized.exitCode()).as(digitized.err()).isZero();
        assertThat(report).content().contains("\"stitches\"", "\"origin\"", "\"threads\"", "\"findings\"");
        assertThat(dst).hasSameBinaryContentAs(library.resolve("designs").resolve(dst.getFileName()));

        Program info = Program.stitchery(folder, "info", dst.toString(), "--json");
        assertThat(info.exitCode()).as(info.err()).isZero();
        assertThat(info.out()).contains("\"stitches\"");
    }

    @Test
    void iconsNobodyHereDrewAreSewnOrNamedAndNeverCrash(@TempDir Path folder) throws Exception {
        List<Path> icons = Checkout.svgsBelow(TANGO);
        assumeThat(icons)
                .as("no icons at " + TANGO + ": install tango-icon-theme")
                .isNotEmpty();
        Path drawings = Files.createDirectory(folder.resolve("drawings"));
        for (int i = 0; i < icons.size(); i += Math.max(1, icons.size() / 12)) {
            Files.copy(icons.get(i), drawings.resolve(i + "-" + icons.get(i).getFileName()));
        }
        Path designs = folder.resolve("designs");
        Program digitized =
                Program.stitchery(folder, "digitize", drawings.toString(), "-o", designs.toString(), "--width", "80");
        assertThat(digitized.exitCode()).as(digitized.err()).isZero();
        for (Path drawing : Checkout.svgsBelow(drawings)) {
            assertThat(stitchesIn(designs.resolve(nameOf(drawing) + ".dst")))
                    .as(drawing.getFileName() + digitized.err())
                    .isPositive();
        }
    }

    @Test
    void aDrawingThatIsNoDrawingIsRefusedWithAWayOut(@TempDir Path folder) throws Exception {
        Path broken = folder.resolve("broken.svg");
        Files.writeString(broken, "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0");
        Path dst = folder.resolve("broken.dst");
        Program refused = Program.stitchery(folder, "digitize", broken.toString(), "-o", dst.toString());
        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.err()).contains("broken.svg").doesNotContain("\tat ");
        assertThat(dst).doesNotExist();
    }

    private static String nameOf(Path drawing) {
        return drawing.getFileName().toString().replace(".svg", "");
    }

    private static int stitchesIn(Path design) throws IOException {
        return Formats.read(Files.readAllBytes(design), design.getFileName().toString(), ReadOptions.cooked())
                .pattern()
                .size();
    }
}
