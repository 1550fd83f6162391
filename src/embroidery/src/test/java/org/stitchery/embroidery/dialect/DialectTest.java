package org.stitchery.embroidery.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stitchery.embroidery.TestPatterns;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.WriteResult;
import org.stitchery.embroidery.format.barudan.U01Format;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

class DialectTest {

    static List<Dialect> dialects() {
        return Dialects.BUILT_IN.all();
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void everyDialectWritesAFileOfItsFormat(Dialect dialect) throws Exception {
        WriteResult written = dialect.write(TestPatterns.sampler());
        StitchPattern read = dialect.format()
                .reader()
                .orElseThrow()
                .read(written.file().bytes(), ReadOptions.raw())
                .pattern();

        assertThat(read.count(StitchCommand.STITCH))
                .isEqualTo(TestPatterns.sampler().count(StitchCommand.STITCH));
    }

    @Test
    void stopsAreLeftOutAndToldWhereTheMachineWouldTakeTheNextNeedle() {
        StitchPattern design = TestPatterns.sampler();
        WriteResult kept = dialect("dst").write(design);
        WriteResult leftOut = dialect("dst-no-stops").write(design);

        assertThat(design.count(StitchCommand.STOP)).isPositive();
        assertThat(leftOut.findings()).extracting(Finding::code).contains("STOPS_LEFT_OUT");
        assertThat(leftOut.findings()).extracting(Finding::code).doesNotContain("STOPS_BECOME_COLOR_CHANGES");
        assertThat(kept.file().size() - leftOut.file().size()).isEqualTo(3 * design.count(StitchCommand.STOP));
    }

    @Test
    void namesAreCutToWhatTheMachineShows() {
        WriteResult written =
                dialect("dst-short-name").write(TestPatterns.sampler().withName("Sommerblumen"));

        assertThat(new String(written.file().bytes(), 0, 19, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("LA:SOMMERBL        ");
        assertThat(written.findings()).extracting(Finding::code).contains("NAME_CHANGED");
    }

    @Test
    void aThreadThatComesAgainSewsOnTheSameNeedle() throws Exception {
        ThreadColor red = ThreadColor.ofRgb(0xFF0000);
        ThreadColor blue = ThreadColor.ofRgb(0x0000FF);
        StitchPattern design = StitchPattern.builder("stripes")
                .stitchTo(10, 0)
                .colorChange()
                .stitchTo(20, 0)
                .colorChange()
                .stitchTo(30, 0)
                .threads(List.of(red, blue, red))
                .build();

        StitchPattern read = read(dialect("u01-nine").write(design));

        assertThat(read.needles()).containsExactly(1, 2, 1);
    }

    @Test
    void moreThreadsThanNeedlesAreTold() {
        StitchPattern.Builder many = StitchPattern.builder("many").stitchTo(1, 0);
        for (int color = 1; color < 12; color++) {
            many.colorChange().stitchTo(color + 1, 0);
        }

        WriteResult written = dialect("u01-nine").write(many.build());

        assertThat(written.findings()).extracting(Finding::code).contains("NEEDLES_REPEATED");
    }

    @ParameterizedTest
    @CsvSource({"Summer flower,SUMMER_F.U01", "a,A.U01", "\u00c4rger-1,ARGER-1.U01", "'',DESIGN.U01"})
    void filesAreNamedAsHeadsWithAFloppyDriveReadThem(String name, String file) {
        assertThat(FileNameRule.EIGHT_DOT_THREE.fileName(name, "u01")).isEqualTo(file);
    }

    @Test
    void aListIsReadAsItIsWritten() {
        String text = Dialects.HEADS + "\n"
                + String.join(
                        "\n",
                        Dialects.BUILT_IN.all().stream().map(Dialects::line).toList());

        assertThat(Dialects.read("own.tsv", text).all()).isEqualTo(Dialects.BUILT_IN.all());
    }

    @Test
    void aShopsOwnDialectReplacesOursOfThatId() {
        Dialects own = Dialects.read("own.tsv", Dialects.HEADS + "\n" + line("dst", "dst", "0", "4"));

        assertThat(Dialects.BUILT_IN
                        .and(own)
                        .byId("dst")
                        .orElseThrow()
                        .options()
                        .jumpsPerTrim())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x;docx;0;3;own.tsv, line 2: expected format: the id of a format that is written, found docx",
                "x;mit;0;3;Mitsubishi MIT is only read",
                "x;dst;0;9;own.tsv, line 2: expected jumps: a number from 2 to 8, found 9",
                "X;dst;0;3;small letters",
                "x;dst;minus;3;expected version: a number from 0 to 99, found minus"
            })
    void aWrongLineIsAnErrorWithItsPlace(String id, String format, String version, String jumps, String message) {
        assertThatThrownBy(() -> Dialects.read("own.tsv", Dialects.HEADS + "\n" + line(id, format, version, jumps)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("own.tsv, line 2")
                .hasMessageContaining(message);
    }

    @Test
    void aListWithoutItsHeadsIsAnError() {
        assertThatThrownBy(() -> Dialects.read("own.tsv", line("x", "dst", "0", "3")))
                .hasMessageContaining("expected the columns id, format");
    }

    private static String line(String id, String format, String version, String jumps) {
        return String.join("\t", id, format, version, jumps, "yes", "no", "no", "change", "0", "any", "0", "Own heads");
    }

    private static Dialect dialect(String id) {
        return Dialects.BUILT_IN.byId(id).orElseThrow();
    }

    private static StitchPattern read(WriteResult written) throws Exception {
        return U01Format.U01.reader().orElseThrow().read(written.file().bytes()).pattern();
    }
}
