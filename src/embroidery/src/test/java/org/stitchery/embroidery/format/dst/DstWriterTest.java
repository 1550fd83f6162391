package org.stitchery.embroidery.format.dst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stitchery.embroidery.Samples;
import org.stitchery.embroidery.TestPatterns;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.WriteResult;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

class DstWriterTest {

    @Test
    void theHeaderIsLaidOutAsInGenuineFiles() {
        StitchPattern pattern = StitchPattern.builder("Rose")
                .stitchTo(0, 0)
                .stitchTo(100, -40)
                .colorChange()
                .stitchTo(-30, 70)
                .build();

        String header = header(write(pattern));

        assertThat(header.stripTrailing())
                .isEqualTo("LA:ROSE            |ST:      6|CO:  1|+X:  100|-X:   30|+Y:   40|-Y:   70|"
                        + "AX:-   30|AY:+   70|MX:+    0|MY:+    0|PD:******|\u001a");
    }

    /**
     * The fields that tell of the stitches. The programs that wrote these two files put something else, or nothing, into
     * AX and AY, and the second is a tenth off its own stitches on two sides.
     */
    @ParameterizedTest
    @MethodSource("genuineFields")
    void headerFieldsEqualThoseOfGenuineFiles(String sample, List<String> fields) throws IOException {
        byte[] genuine = Samples.bytes(sample);
        StitchPattern pattern =
                DstReader.INSTANCE.read(genuine, ReadOptions.raw()).pattern();

        byte[] ours = write(pattern);

        List<String> expected = Arrays.asList(header(genuine).split("\\|"));
        assertThat(header(ours).split("\\|"))
                .containsAll(expected.stream()
                        .filter(field -> fields.contains(field.substring(0, 3)))
                        .toList());
    }

    static Stream<Arguments> genuineFields() {
        return Stream.of(
                arguments("open/Star.DST", List.of("ST:", "CO:", "+X:", "-X:", "+Y:", "-Y:", "MX:", "MY:", "PD:")),
                arguments("open/shamrockin.dst", List.of("ST:", "CO:", "-X:", "+Y:", "MX:", "MY:", "PD:")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"open/Star.DST", "open/shamrockin.dst"})
    void genuineRecordsAreWrittenByteForByte(String sample) throws IOException {
        byte[] genuine = Samples.bytes(sample);
        byte[] ours = write(DstReader.INSTANCE.read(genuine, ReadOptions.raw()).pattern());

        int body = ours.length - 1;
        assertThat(Arrays.copyOfRange(ours, 512, body)).isEqualTo(Arrays.copyOfRange(genuine, 512, body));
    }

    @Test
    void theFileEndsWithTheEndRecordAndTheEndOfFileMark() {
        byte[] file = write(TestPatterns.single());

        assertThat(file).hasSize(512 + 2 * 3 + 1).endsWith(0, 0, 0xF3, 0x1A);
    }

    @Test
    void theHeaderHas512BytesWhateverTheNameAndTheThreads() {
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            StringBuilder name = new StringBuilder();
            for (int c = random.nextInt(60); c > 0; c--) {
                name.append((char) random.nextInt(0x3000));
            }
            List<ThreadColor> threads = Collections.nCopies(
                    random.nextInt(150), new ThreadColor(random.nextInt(0x1000000), "", "1,\r7", name.toString()));
            StitchPattern pattern = StitchPattern.builder(name.toString())
                    .threads(threads)
                    .stitchTo(5, 5)
                    .build();

            byte[] file = DstWriter.INSTANCE
                    .write(pattern, WriteOptions.usual().withThreadsInHeader(true))
                    .file()
                    .bytes();

            assertThat(file).hasSize(512 + 2 * 3 + 1);
            assertThat(file[19]).isEqualTo((byte) '\r');
            assertThat(header(file)).matches("LA:[A-Z0-9_ -]{16}\\|ST:      2\\|.*PD:\\*{6}\\|[^\u001a]*\u001a *");
            assertThat(DstRecord.decode(file, 512)).isEqualTo(new DstRecord(DstRecord.Kind.STITCH, 5, 5));
        }
    }

    @Test
    void threadsInTheHeaderComeBack() throws FormatException {
        List<ThreadColor> threads = List.of(
                new ThreadColor(0xE01020, "", "1401", "Red, bright"), new ThreadColor(0x1020E0, "", "", "Blue"));
        StitchPattern pattern = TestPatterns.sampler().withThreads(threads);

        WriteResult result =
                DstWriter.INSTANCE.write(pattern, WriteOptions.usual().withThreadsInHeader(true));

        assertThat(DstReader.INSTANCE.read(result.file().bytes()).pattern().threads())
                .containsExactly(
                        new ThreadColor(0xE01020, "", "1401", "Red; bright"),
                        new ThreadColor(0x1020E0, "", "", "Blue"));
        assertThat(codes(result)).doesNotContain("COLORS_NOT_STORED");
    }

    @ParameterizedTest
    @CsvSource({"122, 0, 2", "-122, 122, 2", "121, -121, 1", "243, 1, 3", "1000, -999, 9", "20000, 7, 166"})
    void aLongStitchIsJumpsOnItsLineAndOnePenetrationAtItsEnd(int x, int y, int records) {
        byte[] file = write(StitchPattern.builder("").stitchTo(x, y).build());

        int atX = 0;
        int atY = 0;
        assertThat(file).hasSize(512 + (records + 1) * 3 + 1);
        for (int i = 0; i < records; i++) {
            DstRecord record = DstRecord.decode(file, 512 + 3 * i);
            atX += record.dx();
            atY += record.dy();
            assertThat(record.kind()).isEqualTo(i == records - 1 ? DstRecord.Kind.STITCH : DstRecord.Kind.JUMP);
            double beside = Math.abs(atX * (double) y - atY * (double) x) / Math.hypot(x, y);
            assertThat(beside).isLessThanOrEqualTo(Math.sqrt(0.5));
        }
        assertThat(atX).isEqualTo(x);
        assertThat(atY).isEqualTo(y);
    }

    @Test
    void splitStitchesAreTold() {
        StitchPattern pattern =
                StitchPattern.builder("").stitchTo(0, 0).stitchTo(150, 0).build();

        assertThat(codes(DstWriter.INSTANCE.write(pattern))).containsExactly("LONG_STITCHES_SPLIT");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void aCutIsAsManyJumpsAsTheMachineWantsAndTheyLeadBack(int jumps) throws FormatException {
        StitchPattern pattern = StitchPattern.builder("")
                .stitchTo(50, 50)
                .stitchTo(80, 50)
                .trim()
                .jumpTo(100, 0)
                .stitchTo(100, 0)
                .build();

        byte[] file = DstWriter.INSTANCE
                .write(pattern, WriteOptions.usual().withJumpsPerTrim(jumps))
                .file()
                .bytes();

        int dx = 0;
        for (int i = 0; i < jumps; i++) {
            DstRecord record = DstRecord.decode(file, 512 + 3 * (2 + i));
            dx += record.dx();
            assertThat(record.kind()).isEqualTo(DstRecord.Kind.JUMP);
            assertThat(record.dx()).isEqualTo(record.dy()).isNotZero();
            assertThat(dx == 0).isEqualTo(i == jumps - 1);
        }
        assertThat(DstReader.INSTANCE.read(file, ReadOptions.cooked(jumps)).pattern())
                .isEqualTo(pattern);
    }

    @Test
    void theUsualCutIsTheOneOtherProgramsWrite() {
        byte[] file = write(StitchPattern.builder("").stitchTo(0, 0).trim().build());

        assertThat(List.of(DstRecord.decode(file, 515), DstRecord.decode(file, 518), DstRecord.decode(file, 521)))
                .containsExactly(
                        new DstRecord(DstRecord.Kind.JUMP, 2, 2),
                        new DstRecord(DstRecord.Kind.JUMP, -4, -4),
                        new DstRecord(DstRecord.Kind.JUMP, 2, 2));
    }

    @Test
    void nothingIsWrittenToCutWhatIsCutAlready() {
        StitchPattern pattern = StitchPattern.builder("")
                .trim()
                .stitchTo(0, 0)
                .trim()
                .trim()
                .colorChange()
                .trim()
                .stitchTo(1, 1)
                .build();

        assertThat(write(pattern)).hasSize(512 + 7 * 3 + 1);
    }

    @Test
    void threadCarriedFarIsToldBecauseTheMachineWillCutIt() {
        StitchPattern carried = StitchPattern.builder("")
                .stitchTo(0, 0)
                .jumpTo(364, 0)
                .stitchTo(364, 0)
                .build();
        StitchPattern near = StitchPattern.builder("")
                .stitchTo(0, 0)
                .jumpTo(242, 0)
                .stitchTo(242, 0)
                .build();
        StitchPattern cut = StitchPattern.builder("")
                .stitchTo(0, 0)
                .trim()
                .jumpTo(9000, 0)
                .stitchTo(9000, 0)
                .build();

        assertThat(codes(DstWriter.INSTANCE.write(carried))).containsExactly("JUMPS_CUT_THE_THREAD");
        assertThat(codes(DstWriter.INSTANCE.write(near))).isEmpty();
        assertThat(codes(DstWriter.INSTANCE.write(cut))).isEmpty();
    }

    @Test
    void aStopIsWrittenAsAColourChangeAndCountedAsOne() {
        StitchPattern pattern = StitchPattern.builder("")
                .stitchTo(0, 0)
                .stop()
                .stitchTo(5, 5)
                .colorChange()
                .build();

        WriteResult result = DstWriter.INSTANCE.write(pattern);

        assertThat(header(result.file().bytes())).contains("|CO:  2|");
        assertThat(DstRecord.decode(result.file().bytes(), 515).kind()).isEqualTo(DstRecord.Kind.COLOR_CHANGE);
        assertThat(codes(result)).containsExactly("STOPS_BECOME_COLOR_CHANGES");
    }

    @Test
    void machinesThatRefuseZeroColoursGetOne() {
        WriteOptions options = WriteOptions.usual().withCountsAtLeastOneColor(true);

        assertThat(header(DstWriter.INSTANCE
                        .write(TestPatterns.single(), options)
                        .file()
                        .bytes()))
                .contains("|CO:  1|");
        assertThat(header(write(TestPatterns.single()))).contains("|CO:  0|");
    }

    @Test
    void moreColourChangesThanTheHeaderCountsAreToldAndTheHeaderKeepsItsShape() {
        StitchPattern.Builder builder = StitchPattern.builder("");
        for (int i = 0; i < 1200; i++) {
            builder.stitchTo(i, 0).colorChange();
        }

        WriteResult result = DstWriter.INSTANCE.write(builder.build());

        assertThat(header(result.file().bytes())).contains("|CO:999|+X:");
        assertThat(codes(result)).contains("COUNT_TOO_LARGE");
    }

    @Test
    void positionsAtTheEdgeOfReachKeepTheHeadersShape() {
        int far = StitchPattern.FURTHEST_TENTHS;
        byte[] file = write(StitchPattern.builder("").stitchTo(far, -far).build());

        assertThat(header(file)).contains("|+X:99999|-X:    0|+Y:99999|-Y:    0|AX:+99999|AY:-99999|MX:");
    }

    @Test
    void aDesignTooLargeForAnyFileIsRefusedInTime() {
        int far = StitchPattern.FURTHEST_TENTHS;
        StitchPattern.Builder builder = StitchPattern.builder("huge");
        for (int i = 0; i < 20_000; i++) {
            builder.stitchTo(i % 2 == 0 ? far : -far, 0);
        }
        StitchPattern huge = builder.build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DstWriter.INSTANCE.write(huge))
                .withMessageContaining("9999999")
                .withMessageContaining("huge");
    }

    @Test
    void aChangedNameIsToldUnlessOnlyItsCaseChanged() {
        assertThat(codes(DstWriter.INSTANCE.write(TestPatterns.single().withName("Rose"))))
                .isEmpty();
        assertThat(codes(DstWriter.INSTANCE.write(TestPatterns.single().withName("Röschen & Söhne GmbH"))))
                .containsExactly("NAME_CHANGED");
    }

    private static byte[] write(StitchPattern pattern) {
        return DstWriter.INSTANCE.write(pattern).file().bytes();
    }

    /** The header's 512 bytes with its line ends made visible. */
    private static String header(byte[] file) {
        return new String(file, 0, 512, StandardCharsets.ISO_8859_1).replace('\r', '|');
    }

    private static List<String> codes(WriteResult result) {
        List<String> codes = new ArrayList<>();
        for (Finding finding : result.findings()) {
            codes.add(finding.code());
        }
        return codes;
    }
}
