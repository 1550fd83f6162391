package org.stitchery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged command line on our own patterns and on drawings nobody here drew. */
class CommandLineDigitizesTest {

    /** Full-colour icons of the Tango project, as Debian packages them; the CI script installs them. */
    private static final Path TANGO = Path.of("/usr/share/icons/Tango/scalable");

    static Stream<Path> patterns() {
        return Checkout.patterns().stream();
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void everyPatternBecomesStitchesThatOpenAgain(Path pattern, @TempDir Path folder) throws Exception {
        Path dst = folder.resolve("design.dst");
        Path report = folder.resolve("report.json");
        Program digitized = Program.stitchery(
                folder, "digitize", pattern.toString(), "-o", dst.toString(), "--report", report.toString());
        assertThat(digitized.exitCode()).as(digitized.err()).isZero();
        assertThat(report).content().contains("\"stitches\"", "\"origin\"", "\"threads\"", "\"findings\"");

        Program info = Program.stitchery(folder, "info", dst.toString(), "--json");
        assertThat(info.exitCode()).as(info.err()).isZero();
        assertThat(info.out()).contains("\"stitches\"");

        Path picture = folder.resolve("design.png");
        Program rendered = Program.stitchery(folder, "render", dst.toString(), "-o", picture.toString());
        assertThat(rendered.exitCode()).as(rendered.err()).isZero();
        assertThat(Files.size(picture)).isGreaterThan(1000);
    }

    @Test
    void iconsNobodyHereDrewAreSewnOrNamedAndNeverCrash(@TempDir Path folder) throws Exception {
        List<Path> icons = Checkout.svgsBelow(TANGO);
        assumeThat(icons)
                .as("no icons at " + TANGO + ": install tango-icon-theme")
                .isNotEmpty();
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < icons.size(); i += Math.max(1, icons.size() / 12)) {
            Path icon = icons.get(i);
            Path dst = folder.resolve("icon" + i + ".dst");
            Program digitized =
                    Program.stitchery(folder, "digitize", icon.toString(), "-o", dst.toString(), "--width", "80");
            boolean opens = digitized.exitCode() == 0
                    && Program.stitchery(folder, "info", dst.toString()).exitCode() == 0;
            if (!opens) {
                failures.add(icon.getFileName() + ": exit " + digitized.exitCode() + " " + digitized.err());
            }
        }
        assertThat(failures).isEmpty();
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
}
