package org.stitchery.embroidery.format.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.Samples;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.Formats;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.ReadResult;
import org.stitchery.embroidery.model.Finding;

class GcodeReaderTest {

    @Test
    void aFileOfPyembroideryIsReadWithBothAxesMirrored() throws FormatException {
        assertThat(sewn("""
                        (STITCH_COUNT: 2)
                        (name: rose)
                        (Thread0: #e01020 Red Rayon None)
                        G00 X-6.100 Y-7.800
                        G00 Z0.0
                        M00
                        G00 X-7.900 Y2.200
                        G00 Z10.0
                        M30
                        """)).containsExactly("61 78 STITCH", "61 78 COLOR_CHANGE", "79 -22 STITCH", "79 -22 END");
    }

    @Test
    void aNeedleThatGoesDownAndUpIsOneStitch() throws FormatException {
        assertThat(sewn("G21 G90\nG0 X1 Y-1\nG1 Z-5 F300\nG1 Z0\nG0 X2\nG1Z-5\nG1Z0\nM2\n"))
                .containsExactly("10 10 STITCH", "20 10 STITCH", "20 10 END");
    }

    @Test
    void inchesRelativePlacesAndShiftedZeroPointsAreUnderstood() throws FormatException {
        assertThat(sewn("G20\nG91\nG0X1Y-1\nG0Z1\nG0X1\nG0Z2\nG90 G21\nG92 X0 Y0\nG0 X1 Y0\nG0Z3\nM2\n"))
                .containsExactly("254 254 STITCH", "508 254 STITCH", "518 254 STITCH", "518 254 END");
    }

    @Test
    void whatALineNumberAndAChecksumSayIsNotTakenForAMove() throws FormatException {
        assertThat(sewn("N1 G0 X1 Y0*97\nN2 G0 Z5*87\nN3 M2*1\n")).containsExactly("10 0 STITCH", "10 0 END");
    }

    @Test
    void aLetterWithoutANumberIsAFindingAndTheRestIsRead() throws FormatException {
        ReadResult read = read("G21\nG0 X Y1\nG0 X1 Y1 ü\nG0Z5\nM2\n");
        assertThat(Samples.lines(read.pattern())).contains("10 -10 STITCH");
        assertThat(read.findings()).extracting(Finding::code).contains("UNUSUAL_RECORDS");
    }

    @Test
    void aFileThatBreaksOffSaysSo() throws FormatException {
        assertThat(read("G21\nG0X1Y1\nG0Z5\n").findings())
                .extracting(Finding::code)
                .contains("END_MISSING");
    }

    @Test
    void arcsAreAFinding() throws FormatException {
        assertThat(read("G21\nG2 X1 Y1 I1 J0\nM2\n").findings())
                .extracting(Finding::code)
                .contains("ARCS_NOT_READ");
    }

    @Test
    void wordsThatAreNoGcodeAreRefused() {
        assertThatThrownBy(() -> GcodeFormat.ALL
                        .get(0)
                        .reader()
                        .orElseThrow()
                        .read("Dear customer,\nthank you.\n".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("lines of G-code");
    }

    @Test
    void everyOtherProgramsFileIsReadAsThatProgramMeantIt() throws Exception {
        List<String> files = Samples.files("synthetic/gcode", ".gcode");
        int compared = 0;
        for (String file : files) {
            List<String> expected = Samples.vector(file, "cooked");
            if (!expected.isEmpty()) {
                ReadResult read = Formats.read(Samples.bytes(file), file, ReadOptions.cooked());
                assertThat(withoutEnd(Samples.lines(read.pattern()))).as(file).isEqualTo(rounded(expected));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(10);
    }

    private static List<String> withoutEnd(List<String> lines) {
        return lines.stream().filter(line -> !line.endsWith(" END")).toList();
    }

    /** The other reader keeps hundredths. */
    private static List<String> rounded(List<String> lines) {
        return withoutEnd(lines).stream()
                .map(line -> line.split(" "))
                .map(word -> tenths(word[0]) + " " + tenths(word[1]) + " " + word[2])
                .toList();
    }

    /** Halves go where they go in the file, in which both axes are turned round. */
    private static long tenths(String number) {
        return -Math.round(-Double.parseDouble(number));
    }

    private static List<String> sewn(String text) throws FormatException {
        return Samples.lines(read(text).pattern());
    }

    private static ReadResult read(String text) throws FormatException {
        return Formats.read(text.getBytes(StandardCharsets.UTF_8), "test.nc", ReadOptions.cooked());
    }
}
