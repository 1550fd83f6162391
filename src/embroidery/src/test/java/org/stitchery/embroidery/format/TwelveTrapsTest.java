package org.stitchery.embroidery.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stitchery.embroidery.TestPatterns;
import org.stitchery.embroidery.fuzz.Verdict;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/** What readers and writers of stitch files get wrong most often, each tried on every format it can happen in. */
class TwelveTrapsTest {

    /** Some files have coarser steps than ours; positions then move by less than one of them. */
    private static final int COARSEST_STEP_TENTHS = 2;

    /** Where the numbers are that a reader could trust. */
    private static final int HEAD = 400;

    static Stream<EmbroideryFormat> written() {
        return Formats.all().stream().filter(format -> format.writer().isPresent());
    }

    @Test
    void trap1TheHeaderOfADstNamesUpAndDownTheRightWayRound() {
        String header = header(StitchPattern.builder("A name of more than sixteen")
                .stitchTo(0, -50)
                .stitchTo(10, 30));

        assertThat(header).contains("+Y:   50").contains("-Y:   30").contains("ST:      3");
        assertThat(header.substring(0, header.indexOf('\r'))).hasSize("LA:".length() + 16);
    }

    @Test
    void trap1ThreadsNeverLengthenTheHeaderOfADst() throws FormatException {
        List<ThreadColor> many = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            many.add(ThreadColor.ofRgb(i));
        }
        StitchPattern design =
                StitchPattern.builder("MANY").stitchTo(5, 6).threads(many).build();
        byte[] file = format("dst")
                .writer()
                .orElseThrow()
                .write(design, WriteOptions.usual().withThreadsInHeader(true))
                .file()
                .bytes();

        assertThat(penetrations(read("dst", file))).containsExactly("5 6");
    }

    @ParameterizedTest
    @MethodSource("written")
    void trap2NothingAddsUp(EmbroideryFormat format) throws FormatException {
        StitchPattern.Builder design = StitchPattern.builder("DRIFT");
        for (int i = 1; i <= 1000; i++) {
            design.stitchTo(7 * i, -5 * i);
        }
        StitchPattern again = again(format, design.build());
        int stitch = 0;
        for (int i = 0; i < again.size(); i++) {
            if (again.command(i) == StitchCommand.STITCH) {
                stitch++;
                assertThat(Math.abs(again.x(i) - 7 * stitch)).isLessThan(COARSEST_STEP_TENTHS);
                assertThat(Math.abs(again.y(i) + 5 * stitch)).isLessThan(COARSEST_STEP_TENTHS);
            }
        }
        assertThat(stitch).isEqualTo(1000);
    }

    @ParameterizedTest
    @MethodSource("written")
    void trap3NoMoveLooksLikeACode(EmbroideryFormat format) throws FormatException {
        StitchPattern.Builder design = StitchPattern.builder("CODES");
        for (int move : new int[] {-128, 128, -127, 127, 126, -126, 125, -125, 124, 129, -129, 255, -256}) {
            design.stitchTo(design.x() + move, design.y()).stitchTo(design.x(), design.y() + move);
            design.stitchTo(design.x() + move, design.y() - move).stitchTo(0, 0);
        }

        StitchPattern sewn = design.build();
        StitchPattern again = again(format, sewn);
        int stitch = 0;
        for (int i = 0; i < again.size(); i++) {
            if (again.command(i) == StitchCommand.STITCH) {
                assertThat(Math.abs(again.x(i) - sewn.x(stitch))).isLessThan(COARSEST_STEP_TENTHS);
                assertThat(Math.abs(again.y(i) - sewn.y(stitch))).isLessThan(COARSEST_STEP_TENTHS);
                stitch++;
            }
        }
        assertThat(stitch).isEqualTo(sewn.size() - 1);
    }

    @Test
    void trap4NamesInAPesAreCountedInBytes() throws FormatException {
        StitchPattern design = TestPatterns.single().withName("\u00e9\u20ac".repeat(200));
        byte[] file = format("pes")
                .writer()
                .orElseThrow()
                .write(design, WriteOptions.usual().withVersion(6))
                .file()
                .bytes();

        assertThat(penetrations(read("pes", file))).containsExactly("7 -3");
    }

    @Test
    void trap4MoreThan65535PointsOfOneColourFitAPes() throws FormatException {
        StitchPattern.Builder design = StitchPattern.builder("LONG");
        for (int i = 0; i < 70_000; i++) {
            design.stitchTo(i % 50, i % 40);
        }

        StitchPattern sewn = design.build();

        assertThat(penetrations(again(format("pes"), sewn))).isEqualTo(penetrations(sewn));
    }

    @Test
    void trap4WhatNoPecCanHoldIsRefused() {
        StitchPattern.Builder colors = StitchPattern.builder("COLOURS");
        for (int i = 0; i < 300; i++) {
            colors.stitchTo(i, 0).colorChange();
        }
        StitchPattern.Builder stitches = StitchPattern.builder("STITCHES");
        for (int i = 0; i < 4_300_000; i++) {
            stitches.stitchTo(100 * (i % 2), 100 * (i % 2));
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> format("pec").writer().orElseThrow().write(colors.build()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> format("pec").writer().orElseThrow().write(stitches.build()));
    }

    @Test
    void trap5ACountOf255ColoursInAPecMeansNone() throws FormatException {
        byte[] file = written("pec", TestPatterns.single());
        String text = new String(file, StandardCharsets.ISO_8859_1);
        file[text.indexOf("LA:") + 48] = (byte) 0xFF;

        assertThat(read("pec", file).threads()).isEmpty();
        assertThat(penetrations(read("pec", file))).containsExactly("7 -3");
    }

    @ParameterizedTest
    @CsvSource({"dst, 4", "jef, 2", "sew, 2", "dsb, 3", "tbf, 3"})
    void trap6AMissingEndIsToldAndStitchesAreKept(String id, int cutOff) throws FormatException {
        byte[] file = written(id, TestPatterns.sampler());
        ReadResult result = format(id).reader().orElseThrow().read(Arrays.copyOf(file, file.length - cutOff));

        assertThat(result.findings()).extracting(Finding::code).contains("END_MISSING");
        assertThat(result.pattern().count(StitchCommand.STITCH)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"dst", "jef", "pes", "vp3", "xxx", "hus", "vip", "sew", "dsb", "u01", "tbf"})
    void trap6BytesBehindTheEndAreNotSewn(String id) throws FormatException {
        byte[] file = written(id, TestPatterns.sampler());
        byte[] longer = Arrays.copyOf(file, file.length + 41);
        Arrays.fill(longer, file.length, longer.length, (byte) 3);

        assertThat(penetrations(read(id, longer))).isEqualTo(penetrations(read(id, file)));
    }

    @Test
    void trap6AnOddTailIsTold() throws FormatException {
        byte[] file = written("exp", TestPatterns.sampler());
        ReadResult result = format("exp").reader().orElseThrow().read(Arrays.copyOf(file, file.length + 1));

        assertThat(result.findings()).extracting(Finding::code).containsExactly("END_CUT_OFF");
        assertThat(penetrations(result.pattern())).isEqualTo(penetrations(read("exp", file)));
    }

    @ParameterizedTest
    @MethodSource("written")
    void trap7NothingAndOneStitchAreDesigns(EmbroideryFormat format) throws FormatException {
        assertThat(penetrations(again(format, TestPatterns.empty()))).isEmpty();
        assertThat(penetrations(again(format, TestPatterns.single()))).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("written")
    void trap8AStopStaysOrBecomesAChangeThatIsTold(EmbroideryFormat format) throws FormatException {
        StitchPattern design = StitchPattern.builder("STOP")
                .stitchTo(5, 5)
                .stop()
                .stitchTo(9, 9)
                .threads(List.of(ThreadColor.ofRgb(0xFF0000)))
                .build();
        WriteResult written = format.writer().orElseThrow().write(design);
        StitchPattern again =
                format.reader().orElseThrow().read(written.file().bytes()).pattern();

        boolean stops = format.abilities().stops();
        assertThat(again.count(StitchCommand.STOP)).isEqualTo(stops ? 1 : 0);
        assertThat(again.count(StitchCommand.COLOR_CHANGE)).isEqualTo(stops ? 0 : 1);
        assertThat(written.findings().stream().anyMatch(f -> f.code().equals("STOPS_BECOME_COLOR_CHANGES")))
                .isEqualTo(!stops);
    }

    @ParameterizedTest
    @CsvSource({"exp", "u01", "tbf", "vp3", "xxx", "hus", "vip", "pes"})
    void trap9CutsWithACodeNeedNoGuess(String id) throws FormatException {
        assertThat(cuts(id, ReadOptions.raw())).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"dst", "jef", "tap", "exy"})
    void trap9CutsWithoutACodeAreGuessedWhenAskedFor(String id) throws FormatException {
        assertThat(cuts(id, ReadOptions.raw())).isZero();
        assertThat(cuts(id, ReadOptions.cooked())).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("written")
    void trap10NoNumberInAFileIsTrusted(EmbroideryFormat format) {
        byte[] file = format.writer()
                .orElseThrow()
                .write(TestPatterns.random(8))
                .file()
                .bytes();
        Verdict.of(format, file);
        int[] numbers = {0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, file.length - 1};
        for (int at = 0; at + 4 <= Math.min(file.length, HEAD); at++) {
            for (int number : numbers) {
                byte[] damaged = file.clone();
                byte[] reversed = file.clone();
                for (int i = 0; i < 4; i++) {
                    damaged[at + i] = (byte) (number >> 8 * i);
                    reversed[at + i] = (byte) (number >> 24 - 8 * i);
                }
                assertThat(Verdict.of(format, damaged).broken())
                        .as(at + ": " + number)
                        .isEmpty();
                assertThat(Verdict.of(format, reversed).broken())
                        .as(at + ": " + number)
                        .isEmpty();
            }
        }
    }

    @Test
    void trap11ALetterWithoutANumberAndForeignLettersInGcodeDoNoHarm() throws FormatException {
        String text = "(Thread0: #ff0000 F\u00e4rbe \u00fc None)\nG\nG0 X Y\nG0 X1 Y-1\nG0 Z5\nM\nM2\n";
        byte[] file = text.getBytes(StandardCharsets.ISO_8859_1);

        assertThat(penetrations(read("gcode-grbl", file))).contains("10 10");
    }

    /** A stitch of 2 mm down, as the bytes that must then be in the file. */
    @ParameterizedTest
    @CsvSource({"exp, 0 -20", "jef, 0 -20", "sew, 0 -20", "xxx, 0 -20", "vp3, 0 20", "pec, 0 20", "pes, 0 20"})
    void trap12TheFrameGoesTheRightWay(String id, String bytes) throws FormatException {
        StitchPattern design =
                StitchPattern.builder("DOWN").stitchTo(0, 0).stitchTo(0, 20).build();
        byte[] file = written(id, design);
        byte[] wanted = new byte[bytes.split(" ").length];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = (byte) Integer.parseInt(bytes.split(" ")[i]);
        }

        assertThat(latin(file)).contains(latin(wanted));
        assertThat(penetrations(read(id, file))).containsExactly("0 0", "0 20");
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String header(StitchPattern.Builder design) {
        return latin(Arrays.copyOf(written("dst", design.build()), 512));
    }

    private static EmbroideryFormat format(String id) {
        return Formats.byId(id).orElseThrow();
    }

    private static byte[] written(String id, StitchPattern design) {
        return format(id).writer().orElseThrow().write(design).file().bytes();
    }

    private static StitchPattern read(String id, byte[] file) throws FormatException {
        return format(id).reader().orElseThrow().read(file).pattern();
    }

    private static StitchPattern again(EmbroideryFormat format, StitchPattern design) throws FormatException {
        byte[] file = format.writer().orElseThrow().write(design).file().bytes();
        return format.reader().orElseThrow().read(file).pattern();
    }

    private static int cuts(String id, ReadOptions options) throws FormatException {
        StitchPattern design = StitchPattern.builder("CUT")
                .stitchTo(5, 5)
                .stitchTo(9, 9)
                .trim()
                .jumpTo(60, 60)
                .stitchTo(60, 60)
                .stitchTo(65, 60)
                .build();
        return format(id)
                .reader()
                .orElseThrow()
                .read(written(id, design), options)
                .pattern()
                .count(StitchCommand.TRIM);
    }

    private static List<String> penetrations(StitchPattern pattern) {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < pattern.size(); i++) {
            if (pattern.command(i) == StitchCommand.STITCH) {
                places.add(pattern.x(i) + " " + pattern.y(i));
            }
        }
        return places;
    }
}
