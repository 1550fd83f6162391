package org.stitchery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** convert, info, stitches, render and formats. */
class DesignCommandsTest {

    private final Path folder;
    private final Path design;

    DesignCommandsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.design = Samples.design(folder, Samples.small());
    }

    @Test
    void infoCountsWhatIsThere() {
        Run run = Run.stitchery("info", design);

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains("Tajima DST")
                .contains("SMALL")
                .contains("13.0 x 14.0 mm")
                .containsPattern("stitches +5")
                .containsPattern("trims +1")
                .containsPattern("colour changes +1");
    }

    @Test
    void infoAsJsonIsJson() throws IOException {
        JsonNode info = new ObjectMapper()
                .readTree(Run.stitchery("info", design, "--json").out());

        assertThat(info.get("format").asText()).isEqualTo("dst");
        assertThat(info.get("stitches").asInt()).isEqualTo(5);
        assertThat(info.get("extentsMm").get("minY").asDouble()).isEqualTo(-4.0);
        assertThat(info.get("findings")).isEmpty();
    }

    @Test
    void stitchesAreListedOneByOne() {
        assertThat(Run.stitchery("stitches", design).out()).isEqualTo("""
                        x,y,command,thread
                        0,0,STITCH,0
                        30,10,STITCH,0
                        60,0,STITCH,0
                        60,0,TRIM,0
                        100,100,JUMP,0
                        100,100,COLOR_CHANGE,1
                        100,100,STITCH,1
                        115,30,JUMP,1
                        130,-40,STITCH,1
                        130,-40,END,1
                        """);
    }

    @Test
    void rawListsRecordsAsTheyAre() {
        assertThat(Run.stitchery("stitches", design, "--raw").out())
                .doesNotContain("TRIM")
                .contains("62,2,JUMP,0");
    }

    @Test
    void aTruncatedDesignIsReadAndItsDamageTold() throws IOException {
        byte[] whole = Files.readAllBytes(design);
        Path cut = Files.write(folder.resolve("cut.dst"), Arrays.copyOf(whole, whole.length - 4));
        Run run = Run.stitchery("info", cut);

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).contains("warning END_MISSING");
        assertThat(run.out()).containsPattern("stitches +5");
    }

    @Test
    void aFileThatIsNoDesignIsRefusedWithItsNameAndPlace() throws IOException {
        for (byte[] bytes :
                new byte[][] {{}, {1, 2, 3}, new byte[5000], "LA:short".getBytes(StandardCharsets.US_ASCII)}) {
            Path file = Files.write(folder.resolve("odd.dst"), bytes);
            Run run = Run.stitchery("info", file);
            assertThat(run.exitCode()).as(bytes.length + " bytes").isEqualTo(ExitCode.BAD_FILE);
            assertThat(run.err()).contains("odd.dst").contains("byte").doesNotContain("Exception");
        }
    }

    @Test
    void aDrawingIsSentToDigitizeFirst() throws IOException {
        Run run = Run.stitchery("info", Samples.drawing(folder));
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_FILE);
        assertThat(run.err()).contains("is a drawing").contains("stitchery digitize");
    }

    @Test
    void convertWritesTheDialectOfAnotherMachine() {
        Path five = folder.resolve("five.dst");
        Run run = Run.stitchery("convert", design, "-o", five, "--jumps-per-trim", "5", "--name", "NEW-NAME");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(Run.stitchery("info", five).out()).contains("NEW-NAME").containsPattern("trims +1");
        assertThat(five).satisfies(f -> assertThat(Files.size(f)).isEqualTo(Files.size(design) + 6));
    }

    @Test
    void convertSpeaksTheDialectOfOneKindOfMachine() {
        Path nine = folder.resolve("summer-flowers.u01");
        Run run = Run.stitchery("convert", design, "-o", nine, "--dialect", "u01-nine");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("Barudan U01");
        assertThat(run.err()).contains("name the file SUMMER-F.U01");
    }

    @Test
    void aDialectOfAnotherFormatIsRefusedWithThoseThatFit() {
        Run run = Run.stitchery("convert", design, "-o", folder.resolve("x.dst"), "--dialect", "u01-nine");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains("is for Barudan U01, the file is Tajima DST")
                .contains("dst-two-jumps");
    }

    @Test
    void aShopKeepsDialectsOfItsOwn() throws IOException {
        String list = Run.stitchery("formats", "--dialects").out();
        Path own = Files.writeString(
                folder.resolve("own.tsv"),
                list.lines().findFirst().orElseThrow()
                        + "\nold-dst\tdst\t0\t8\tyes\tno\tno\tchange\t8\tany\t0\tThe old head by the door\n");
        Run run = Run.stitchery(
                "convert", design, "-o", folder.resolve("x.dst"), "--dialect", "old-dst", "--dialect-list", own);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aFileOfAFormatThatIsOnlyReadIsRefused() {
        Run run = Run.stitchery("convert", design, "-o", folder.resolve("x.csd"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("Singer CSD is only read");
    }

    @Test
    void convertDoesNotReplaceItsInput() throws IOException {
        byte[] before = Files.readAllBytes(design);
        Run run = Run.stitchery("convert", design, "-o", folder.resolve(".").resolve("design.dst"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_FILE);
        assertThat(Files.readAllBytes(design)).isEqualTo(before);
    }

    @Test
    void renderTakesAPictureOfADesign() throws IOException {
        Path picture = folder.resolve("design.png");
        Run run = Run.stitchery("render", design, "-o", picture, "--px-per-mm", "8", "--colors", "#ff0000,#0000ff");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        var image = ImageIO.read(picture.toFile());
        // 13 x 14 mm and 4 mm of cloth on each side.
        assertThat(image.getWidth()).isEqualTo(21 * 8);
        assertThat(image.getHeight()).isEqualTo(22 * 8);
        assertThat(run.out()).contains("168 x 176 pixels");
    }

    @Test
    void renderDigitizesADrawingFirst() throws IOException {
        Path picture = folder.resolve("drawing.png");
        Run run = Run.stitchery(
                "render",
                Samples.drawing(folder),
                "-o",
                picture,
                "--width",
                "30",
                "--cloth",
                "none",
                "--px-per-mm",
                "4");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        var image = ImageIO.read(picture.toFile());
        assertThat(image.getColorModel().hasAlpha()).isTrue();
        assertThat(image.getRGB(0, 0) >>> 24).isZero();
    }

    @Test
    void renderDrawsTheThreadsAsSvg() throws Exception {
        Path drawing = folder.resolve("design.svg");
        Run run = Run.stitchery("render", design, "-o", drawing);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        var svg = javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(drawing.toFile());
        assertThat(svg.getDocumentElement().getAttribute("width")).isEqualTo("17.0mm");
        assertThat(svg.getElementsByTagName("path").getLength()).isPositive();
    }

    @Test
    void renderMakesTheSameSheetForTheOperatorEveryTime() throws IOException {
        Path sheet = folder.resolve("design.pdf");
        Path again = folder.resolve("again.pdf");
        Run run = Run.stitchery("render", design, "-o", sheet, "--colors", "#ff0000,#0000ff");
        Run.stitchery("render", design, "-o", again, "--colors", "#ff0000,#0000ff");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        try (var pdf = org.apache.pdfbox.Loader.loadPDF(sheet.toFile())) {
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(pdf))
                    .contains("from design.dst", "Colours in sewing order", "1   #ff0000", "13.0 x 14.0 mm");
        }
        assertThat(again).hasSameBinaryContentAs(sheet);
    }

    @Test
    void stitchesAreListedAsJsonToo() throws IOException {
        Run run = Run.stitchery("stitches", design, "--json");

        var json = new com.fasterxml.jackson.databind.ObjectMapper().readTree(run.out());
        int last = json.get("commands").size() - 1;
        assertThat(json.get("commands").get(last).get(2).asText()).isEqualTo("END");
        assertThat(json.get("unitMm").asDouble()).isEqualTo(0.1);
    }

    @Test
    void renderRefusesWhatItCannotDo() {
        Path picture = folder.resolve("p.png");
        assertThat(Run.stitchery("render", design, "-o", picture, "--px-per-mm", "1000")
                        .err())
                .contains("--px-per-mm");
        assertThat(Run.stitchery("render", design, "-o", picture, "--cloth", "blue")
                        .err())
                .contains("#rrggbb");
        assertThat(Run.stitchery("render", design, "-o", folder.resolve("p.jpg"))
                        .err())
                .contains("PNG");
        assertThat(picture).doesNotExist();
    }

    @Test
    void formatsListsEveryFormat() {
        Run run = Run.stitchery("formats");
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).containsPattern("Tajima DST +dst").containsPattern("Pfaff PCS +pcs");
    }
}
