package org.stitchery.embroidery.format.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stitchery.embroidery.TestPatterns;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.Formats;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.WriteResult;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

class GcodeWriterTest {

    private static final StitchPattern SMALL = StitchPattern.builder("Rosé (1)")
            .jumpTo(125, 30)
            .stitchTo(125, 30)
            .stitchTo(-5, -40)
            .trim()
            .colorChange()
            .stitchTo(0, 0)
            .stop()
            .stitchTo(0, 0)
            .threads(List.of(new ThreadColor(0xC81E32, "Isacord 40", "1300", "Tulip"), ThreadColor.ofRgb(0x0000FF)))
            .build();

    @Test
    void grblGetsAShaftThatTurnsOnceForEachStitch() {
        assertThat(lines("gcode-grbl", SMALL))
                .containsExactly(
                        ";Stitchery gcode-grbl",
                        ";Name: Rose (1)",
                        ";Stitches: 4",
                        ";Thread1: #c81e32 1300|Isacord 40|Tulip",
                        ";Thread2: #0000ff",
                        "G21",
                        "G90",
                        "G92Z0",
                        "G0X0Y0",
                        "G0X12.5Y-3",
                        "G0X12.5Y-3",
                        "G0Z5",
                        "G0X-0.5Y4",
                        "G0Z10",
                        "M8",
                        "G4P0.3",
                        "M9",
                        "T2M0",
                        "G92Z0",
                        "G0X0Y0",
                        "G0Z5",
                        "M0",
                        "G92Z0",
                        "G0X0Y0",
                        "G0Z5",
                        "G92Z0",
                        "M2");
    }

    @Test
    void marlinGetsAServoAndWaitsForTheFrameBeforeIt() {
        StitchPattern one = StitchPattern.builder("").stitchTo(3, 0).build();
        assertThat(lines("gcode-marlin-servo", one))
                .containsExactly(
                        ";Stitchery gcode-marlin-servo",
                        ";Stitches: 1",
                        "G21",
                        "G90",
                        "M280 P0 S90",
                        "G4 P150",
                        "G0 F6000",
                        "G0 X0 Y0",
                        "G0 X0.3 Y0",
                        "M400",
                        "M280 P0 S30",
                        "G4 P150",
                        "M280 P0 S90",
                        "G4 P150",
                        "M400",
                        ";END");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gcode-grbl", "gcode-grbl-servo", "gcode-grbl-trigger", "gcode-marlin", "gcode-marlin-servo"})
    void linesAreShortAndPlainWhateverTheDesignIsCalled(String id) {
        String long80 = "x".repeat(80) + "\n|é漢)(;";
        StitchPattern design = TestPatterns.random(7)
                .withName(long80)
                .withThreads(List.of(new ThreadColor(1, long80, long80, long80)));
        assertThat(lines(id, design)).allMatch(line -> line.length() <= 80);
        for (byte value : bytes(id, design)) {
            assertThat(value == '\n' || value >= ' ' && value < 0x7F)
                    .as("byte %d", value)
                    .isTrue();
        }
    }

    @Test
    void aMoveAcrossTheWholeReachStaysOneMove() throws FormatException {
        StitchPattern design = StitchPattern.builder("FAR")
                .stitchTo(-100_000, 100_000)
                .jumpTo(100_000, -99_999)
                .stitchTo(100_000, -100_000)
                .build();
        assertThat(Formats.read(bytes("gcode-grbl", design), "", ReadOptions.cooked())
                        .pattern())
                .isEqualTo(design);
    }

    @Test
    void aLongDesignDoesNotDrift() throws FormatException {
        StitchPattern.Builder b = StitchPattern.builder("DRIFT");
        for (int i = 0; i < 30_000; i++) {
            b.stitchTo(7 * i % 991, -(13 * i % 787));
        }
        StitchPattern design = b.build();
        assertThat(Formats.read(bytes("gcode-marlin", design), "", ReadOptions.cooked())
                        .pattern())
                .isEqualTo(design);
    }

    @Test
    void whatANameLosesIsTold() {
        assertThat(result("gcode-grbl", SMALL).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo("NAME_CHANGED"));
    }

    private static List<String> lines(String id, StitchPattern design) {
        return new String(bytes(id, design), StandardCharsets.US_ASCII).lines().toList();
    }

    private static byte[] bytes(String id, StitchPattern design) {
        return result(id, design).file().bytes();
    }

    private static WriteResult result(String id, StitchPattern design) {
        return Formats.byId(id).orElseThrow().writer().orElseThrow().write(design, WriteOptions.usual());
    }
}
