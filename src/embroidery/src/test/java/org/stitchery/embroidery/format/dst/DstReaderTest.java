package org.stitchery.embroidery.format.dst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stitchery.embroidery.Samples;
import org.stitchery.embroidery.TestPatterns;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.Likeness;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.ReadResult;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;

class DstReaderTest {

    private static final byte[] SAMPLER =
            DstWriter.INSTANCE.write(TestPatterns.sampler()).file().bytes();

    @Test
    void aFileWithoutEndIsReadAndTold() throws FormatException {
        ReadResult result = DstReader.INSTANCE.read(Arrays.copyOf(SAMPLER, SAMPLER.length - 4), ReadOptions.raw());

        assertThat(result.pattern())
                .isEqualTo(DstReader.INSTANCE.read(SAMPLER, ReadOptions.raw()).pattern());
        assertThat(codes(result)).containsExactly("END_MISSING");
    }

    @Test
    void aFileCutWithinARecordGivesTheWholeRecordsAndSaysWhere() throws FormatException {
        ReadResult result = DstReader.INSTANCE.read(Arrays.copyOf(SAMPLER, 512 + 31), ReadOptions.raw());

        assertThat(result.pattern().size()).isEqualTo(10 + 1);
        assertThat(result.findings().get(0).message()).contains("543").contains("10 commands");
    }

    @Test
    void whateverFollowsTheEndIsIgnored() throws FormatException {
        byte[] longer = Arrays.copyOf(SAMPLER, SAMPLER.length + 500);
        Arrays.fill(longer, SAMPLER.length, longer.length, (byte) 0x55);

        ReadResult result = DstReader.INSTANCE.read(longer);

        assertThat(result.pattern()).isEqualTo(DstReader.INSTANCE.read(SAMPLER).pattern());
        assertThat(result.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "100, 100", "511, 511"})
    void aFileShorterThanItsHeaderIsAnErrorWithItsPlace(int length, int offset) {
        assertThatThrownBy(() -> DstReader.INSTANCE.read(Arrays.copyOf(SAMPLER, length)))
                .isInstanceOfSatisfying(FormatException.class, error -> {
                    assertThat(error.format()).isEqualTo("Tajima DST");
                    assertThat(error.offset()).isEqualTo(offset);
                    assertThat(error.expected()).contains("512");
                    assertThat(error.found()).isEqualTo("the end of the file");
                });
    }

    @Test
    void aHeaderWithoutRecordsIsAnEmptyDesignAndTold() throws FormatException {
        ReadResult result = DstReader.INSTANCE.read(Arrays.copyOf(SAMPLER, 512));

        assertThat(result.pattern().size()).isEqualTo(1);
        assertThat(codes(result)).containsExactly("END_MISSING");
    }

    @Test
    void aDamagedHeaderDoesNotKeepSoundRecordsFromBeingRead() throws FormatException {
        byte[] damaged = SAMPLER.clone();
        Arrays.fill(damaged, 0, 512, (byte) 0);

        ReadResult result = DstReader.INSTANCE.read(damaged);

        assertThat(result.pattern().withName(""))
                .isEqualTo(DstReader.INSTANCE.read(SAMPLER).pattern().withName(""));
        assertThat(codes(result)).containsExactly("HEADER_MISSING");
    }

    @Test
    void aPictureIsNoDesign() {
        byte[] picture = new byte[3000];
        byte[] start = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        System.arraycopy(start, 0, picture, 0, start.length);

        assertThatThrownBy(() -> DstReader.INSTANCE.read(picture))
                .isInstanceOf(FormatException.class)
                .hasMessage("Tajima DST, byte 0: expected \"LA:\", found \"?PN\"");
        assertThat(DstFormat.DST.likeness(picture)).isEqualTo(Likeness.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Star.DST|UTF-8|Star.DST", "Blüte|ISO-8859-1|Blüte", "縫製|UTF-8|縫製", "nul\0\0padded|UTF-8|nul"})
    void namesOfOtherProgramsAreRead(String name, Charset charset, String expected) throws FormatException {
        byte[] file = SAMPLER.clone();
        Arrays.fill(file, 3, 19, (byte) ' ');
        byte[] bytes = name.getBytes(charset);
        System.arraycopy(bytes, 0, file, 3, bytes.length);

        assertThat(DstReader.INSTANCE.read(file).pattern().name()).isEqualTo(expected);
    }

    @Test
    void aNameThatRanOverItsFieldIsReadWhole() throws FormatException {
        byte[] file = new byte[515];
        Arrays.fill(file, (byte) ' ');
        byte[] text =
                "LA:a name of more than sixteen characters\rST:      1\r\u001a".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, file, 0, text.length);
        file[512] = 0;
        file[513] = 0;
        file[514] = (byte) 0xF3;

        assertThat(DstReader.INSTANCE.read(file).pattern().name()).isEqualTo("a name of more than sixteen characters");
    }

    @Test
    void aHeaderWithoutLineEndsStillGivesItsName() throws FormatException {
        byte[] file = SAMPLER.clone();
        Arrays.fill(file, 0, 512, (byte) 'x');
        file[0] = 'L';
        file[1] = 'A';
        file[2] = ':';

        assertThat(DstReader.INSTANCE.read(file).pattern().name()).isEqualTo("x".repeat(16));
    }

    @Test
    void aHeaderThatRanOverIsReadBehindItAndTold() throws Exception {
        ReadResult result = DstReader.INSTANCE.read(Samples.bytes("synthetic/dst_ext/p16_colors_120.dst"));

        assertThat(codes(result)).containsExactly("HEADER_TOO_LONG");
        assertThat(result.pattern().threads()).hasSize(120);
    }

    @Test
    void aRecordThatLeadsBeyondReachEndsTheReading() throws FormatException {
        byte[] file = Arrays.copyOf(SAMPLER, 512 + 3 * 2000);
        for (int o = 512; o < file.length; o += 3) {
            new DstRecord(DstRecord.Kind.STITCH, 121, 0).encode(file, o);
        }

        ReadResult result = DstReader.INSTANCE.read(file);

        assertThat(result.pattern().size()).isEqualTo(StitchPattern.FURTHEST_TENTHS / 121 + 1);
        assertThat(codes(result)).containsExactly("OUT_OF_REACH");
        assertThat(result.findings().get(0).severity()).isEqualTo(Finding.Severity.ERROR);
        assertThat(result.findings().get(0).message()).contains("byte " + (512 + 3 * 826));
    }

    @Test
    void sequinsAreReadAsMovesAndTold() throws Exception {
        ReadResult result = DstReader.INSTANCE.read(Samples.bytes("synthetic/dst/p13_sequins.dst"));

        assertThat(codes(result)).containsExactly("SEQUINS_NOT_SEWN");
        assertThat(result.findings().get(0).message()).startsWith("7 sequins");
    }

    @Test
    void recordsWithoutTheirMarkAreTold() throws FormatException {
        byte[] file = SAMPLER.clone();
        file[512 + 3 * 100 + 2] = 0x30;

        ReadResult result = DstReader.INSTANCE.read(file);

        assertThat(codes(result)).containsExactly("UNUSUAL_RECORDS");
        assertThat(result.findings().get(0).message()).contains("byte " + (512 + 300));
    }

    @Test
    void aColourChangeMayMove() throws FormatException {
        byte[] file = Arrays.copyOf(SAMPLER, 512 + 9);
        new DstRecord(DstRecord.Kind.STITCH, 1, 1).encode(file, 512);
        new DstRecord(DstRecord.Kind.COLOR_CHANGE, 5, -6).encode(file, 515);
        new DstRecord(DstRecord.Kind.END, 0, 0).encode(file, 518);

        assertThat(Samples.lines(DstReader.INSTANCE.read(file).pattern()))
                .containsExactly("1 1 STITCH", "6 -5 COLOR_CHANGE", "6 -5 END");
    }

    /** Other formats bear the same header; their records do not look like these. */
    @ParameterizedTest
    @CsvSource({"open/Star.DST, CERTAIN", "open/Star.DSB, POSSIBLE", "open/Embroidermodder.DSZ, POSSIBLE"})
    void itsOwnRecordsTellItFromItsNeighbours(String sample, Likeness likeness) throws Exception {
        assertThat(DstFormat.DST.likeness(Samples.bytes(sample))).isEqualTo(likeness);
    }

    private static List<String> codes(ReadResult result) {
        return result.findings().stream().map(Finding::code).toList();
    }
}
