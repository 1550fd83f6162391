package org.stitchery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of colours and needles beside a design, read and written. */
class ColorsBesideTest {

    private static final byte[] RED_AND_BLUE = HexFormat.of().parseHex("E81C2A00" + "123A7A00");
    private static final byte[] GREEN_AND_GREY = HexFormat.of().parseHex("2F7D3200" + "80808000");

    private final Path folder;
    private Path design = Path.of("");

    ColorsBesideTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void aDesignOfTwoColourBlocks() throws IOException {
        design = Samples.design(folder, Samples.small());
    }

    @Test
    void infoNamesTheColoursBesideAndSaysWhereTheyAreFrom() throws IOException {
        beside("design.edr", RED_AND_BLUE);
        Run run = Run.stitchery("info", design);

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("#e81c2a").contains("#123a7a").doesNotContain("colour not in the file");
        assertThat(run.err()).contains("COLORS_FROM_BESIDE").contains("design.edr");
    }

    @Test
    void aDamagedListIsAWarningAndNoMore() throws IOException {
        beside("design.inf", new byte[] {1, 2, 3});
        Run run = Run.stitchery("info", design);

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("colour not in the file");
        assertThat(run.err()).contains("warning BESIDE_NOT_READ").contains("design.inf");
    }

    @Test
    void convertCarriesTheColoursBesideIntoAFormatThatHoldsThem() throws IOException {
        beside("design.col", "2\r\n0,232,28,42\r\n1,18,58,122\r\n".getBytes(StandardCharsets.US_ASCII));
        Path converted = folder.resolve("new.vp3");
        Run run = Run.stitchery("convert", design, "-o", converted);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(Run.stitchery("info", converted).out()).contains("#e81c2a").contains("#123a7a");
    }

    @Test
    void coloursOfTheDesignItselfWinOverThoseBeside() throws IOException {
        beside("design.edr", RED_AND_BLUE);
        Path converted = folder.resolve("new.vp3");
        Run.stitchery("convert", design, "-o", converted);
        beside("new.edr", GREEN_AND_GREY);
        Run run = Run.stitchery("info", converted);

        assertThat(run.out()).contains("#e81c2a").doesNotContain("#2f7d32");
        assertThat(run.err()).doesNotContain("BESIDE");
    }

    @Test
    void convertPutsListsBesideItsOutput() throws IOException {
        beside("design.edr", RED_AND_BLUE);
        beside("design.ct0", Files.readAllBytes(needles()));
        Path converted = folder.resolve("new.exp");
        Run run = Run.stitchery("convert", design, "-o", converted, "--color-list", "edr,RGB,col,inf,ct0");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("new.edr")).hasBinaryContent(RED_AND_BLUE);
        assertThat(folder.resolve("new.rgb")).hasBinaryContent(RED_AND_BLUE);
        assertThat(folder.resolve("new.col")).hasContent("2\r\n0,232,28,42\r\n1,18,58,122\r\n");
        assertThat(folder.resolve("new.inf")).exists();
        assertThat(folder.resolve("new.ct0")).hasSameBinaryContentAs(folder.resolve("design.ct0"));
        assertThat(run.out()).contains("new.edr").contains("new.ct0");
        assertThat(Run.stitchery("info", converted).out()).contains("#e81c2a").contains("#123a7a");
    }

    @Test
    void aListThatCannotBeMadeLeavesNothingBehind() {
        Path converted = folder.resolve("new.exp");
        Run run = Run.stitchery("convert", design, "-o", converted, "--color-list", "edr");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("names no colours");
        assertThat(converted).doesNotExist();
        assertThat(folder.resolve("new.edr")).doesNotExist();
    }

    @Test
    void aKindOfListThatThereIsNotIsRefusedWithThoseThereAre() {
        Run run = Run.stitchery("convert", design, "-o", folder.resolve("new.exp"), "--color-list", "pal");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("edr, rgb, col, inf and ct0");
    }

    @Test
    void renderSewsWithTheColoursBeside() throws IOException {
        beside("design.edr", RED_AND_BLUE);
        byte[] red = picture("red.png");
        beside("design.edr", GREEN_AND_GREY);
        byte[] green = picture("green.png");

        assertThat(red).isNotEqualTo(green);
        assertThat(picture("chosen.png", "--colors", "#2f7d32,#808080")).isEqualTo(green);
    }

    private byte[] picture(String name, String... more) throws IOException {
        Path out = folder.resolve(name);
        List<Object> words = new ArrayList<>(List.of("render", design, "-o", out));
        words.addAll(List.of(more));
        Run run = Run.stitchery(words.toArray());
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        return Files.readAllBytes(out);
    }

    private void beside(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
    }

    /** As the tool writes it for a design whose file names needles. */
    private Path needles() throws IOException {
        Path barudan = folder.resolve("needles.u01");
        assertThat(Run.stitchery("convert", design, "-o", barudan).exitCode()).isEqualTo(ExitCode.OK);
        assertThat(Run.stitchery("convert", barudan, "-o", folder.resolve("other.dst"), "--color-list", "ct0")
                        .exitCode())
                .isEqualTo(ExitCode.OK);
        return folder.resolve("other.ct0");
    }
}
