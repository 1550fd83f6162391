package org.stitchery.embroidery.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stitchery.embroidery.TestPatterns;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;

/** What every format must be able to do. A new format extends this class, says which one it is, and inherits it all. */
public abstract class FormatConformanceTest extends ReadingConformanceTest {

    @Override
    protected byte[] example() {
        return write(TestPatterns.sampler()).bytes();
    }

    @Override
    protected byte[] another() {
        return write(TestPatterns.random(4711)).bytes();
    }

    static Stream<StitchPattern> designs() {
        return Stream.concat(
                Stream.of(TestPatterns.empty(), TestPatterns.single(), TestPatterns.sampler()),
                LongStream.range(0, 40).mapToObj(TestPatterns::random));
    }

    @ParameterizedTest
    @MethodSource("designs")
    void everyNeedlePenetrationIsReadAgainWhereItWas(StitchPattern design) throws FormatException {
        StitchPattern again = read(write(design), ReadOptions.cooked());

        assertThat(penetrations(again)).isEqualTo(penetrations(design));
    }

    @ParameterizedTest
    @MethodSource("designs")
    void colourChangesAndStopsComeBackInTheirPlaces(StitchPattern design) throws FormatException {
        StitchPattern again = read(write(design), ReadOptions.cooked());

        assertThat(changes(again)).isEqualTo(changes(design));
    }

    @ParameterizedTest
    @MethodSource("designs")
    void cutsComeBackWhereTheFormatHoldsThem(StitchPattern design) throws FormatException {
        assumeTrue(format().abilities().trims() != Trims.NONE);
        StitchPattern again = read(write(design), ReadOptions.cooked());

        assertThat(cuts(again)).containsAll(cuts(design));
    }

    @ParameterizedTest
    @MethodSource("designs")
    void writingWhatWasReadGivesTheSameFile(StitchPattern design) throws FormatException {
        MachineFile file = write(design);
        StitchPattern raw = read(file, ReadOptions.raw());

        assertThat(write(raw)).isEqualTo(file);
        assertThat(read(write(raw), ReadOptions.raw())).isEqualTo(raw);
    }

    @ParameterizedTest
    @MethodSource("designs")
    void aSoundFileIsReadWithoutFindings(StitchPattern design) throws FormatException {
        assertThat(reader().read(write(design).bytes()).findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("designs")
    void itsContentIsRecognizedUnderAnyName(StitchPattern design) {
        assertThat(Formats.detect(write(design).bytes(), "upload.bin")).containsSame(format());
    }

    @Test
    void theSameDesignGivesTheSameBytes() {
        assertThat(write(TestPatterns.sampler())).isEqualTo(write(TestPatterns.sampler()));
    }

    @Test
    void everyLossIsTold() {
        StitchPattern design = TestPatterns.sampler();
        List<String> codes =
                writer().write(design).findings().stream().map(Finding::code).toList();

        assertThat(codes.contains("COLORS_NOT_STORED"))
                .isEqualTo(format().abilities().threads() == Threads.NONE);
        assertThat(codes.contains("STOPS_BECOME_COLOR_CHANGES"))
                .isEqualTo(!format().abilities().stops());
        assertThat(codes.contains("TRIMS_NOT_STORED"))
                .isEqualTo(format().abilities().trims() == Trims.NONE);
    }

    @Test
    void cutsLeftOutOnRequestAreTold() throws FormatException {
        WriteResult result =
                writer().write(TestPatterns.sampler(), WriteOptions.usual().withTrims(false));

        assertThat(result.findings()).extracting(Finding::code).contains("TRIMS_NOT_STORED");
        assertThat(penetrations(read(result.file(), ReadOptions.raw())))
                .isEqualTo(penetrations(TestPatterns.sampler()));
    }

    private FormatWriter writer() {
        return format().writer().orElseThrow();
    }

    private MachineFile write(StitchPattern design) {
        return writer().write(design).file();
    }

    private StitchPattern read(MachineFile file, ReadOptions options) throws FormatException {
        return reader().read(file.bytes(), options).pattern();
    }

    private static List<String> penetrations(StitchPattern pattern) {
        List<String> places = new ArrayList<>();
        int block = 0;
        for (int i = 0; i < pattern.size(); i++) {
            switch (pattern.command(i)) {
                case STITCH -> places.add(block + ": " + pattern.x(i) + " " + pattern.y(i));
                case COLOR_CHANGE, STOP -> block++;
                default -> {}
            }
        }
        return places;
    }

    private List<String> changes(StitchPattern pattern) {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < pattern.size(); i++) {
            StitchCommand command = pattern.command(i);
            if (command == StitchCommand.COLOR_CHANGE || command == StitchCommand.STOP) {
                String what = format().abilities().stops() ? command.name() : "CHANGE";
                places.add(what + " " + pattern.x(i) + " " + pattern.y(i));
            }
        }
        return places;
    }

    private static List<String> cuts(StitchPattern pattern) {
        List<String> places = new ArrayList<>();
        int stitches = 0;
        for (int i = 0; i < pattern.size(); i++) {
            switch (pattern.command(i)) {
                case STITCH -> stitches++;
                case TRIM -> places.add("after stitch " + stitches + " at " + pattern.x(i) + " " + pattern.y(i));
                default -> {}
            }
        }
        return places;
    }
}
