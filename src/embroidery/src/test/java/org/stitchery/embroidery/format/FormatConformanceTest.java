package org.stitchery.embroidery.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
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
public abstract class FormatConformanceTest {

    private static final int MUTATIONS = Integer.getInteger("fuzz.mutations", 1500);
    private static final long NANOS_FOR_ONE = 2_000_000_000L;

    /** The format in question. */
    protected abstract EmbroideryFormat format();

    static Stream<StitchPattern> designs() {
        return Stream.concat(
                Stream.of(TestPatterns.empty(), TestPatterns.single(), TestPatterns.sampler()),
                LongStream.range(0, 40).mapToObj(TestPatterns::random));
    }

    @Test
    void theListKnowsItByIdAndByEveryEnding() {
        assertThat(Formats.byId(format().id())).containsSame(format());
        assertThat(format().extensions()).isNotEmpty().allSatisfy(ending -> {
            assertThat(ending).isLowerCase().doesNotContain(".");
            assertThat(Formats.byFileName("some.name." + ending.toUpperCase(Locale.ROOT)))
                    .isPresent();
        });
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

    @Test
    void noFileCutShortIsMoreThanAPartOrAnError() {
        byte[] whole = write(TestPatterns.sampler()).bytes();
        for (int length = 0; length < whole.length; length++) {
            readAnything(Arrays.copyOf(whole, length), "cut to " + length);
        }
    }

    @Test
    void noDamageIsMoreThanAPartOrAnError() {
        byte[] whole = write(TestPatterns.sampler()).bytes();
        byte[] other = write(TestPatterns.random(4711)).bytes();
        for (int seed = 0; seed < MUTATIONS; seed++) {
            readAnything(Mutation.of(whole, other, seed), "mutation " + seed);
        }
    }

    @Test
    void noNoiseIsMoreThanAPartOrAnError() {
        Random random = new Random(99);
        for (int i = 0; i < MUTATIONS / 5; i++) {
            byte[] noise = new byte[random.nextInt(4096)];
            random.nextBytes(noise);
            readAnything(noise, "noise " + i);
        }
    }

    @Test
    void anEmptyFileIsAnErrorThatSaysSo() {
        assertThatThrownBy(() -> reader().read(new byte[0]))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(format().title());
    }

    /** A pattern or a {@link FormatException}, soon, and in memory that stands in proportion to the file. */
    private void readAnything(byte[] content, String what) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long started = System.nanoTime();
        format().likeness(content);
        Object cooked = patternOrError(content, ReadOptions.cooked());
        Object raw = patternOrError(content, ReadOptions.raw());
        long nanos = System.nanoTime() - started;
        allocated = threads.getCurrentThreadAllocatedBytes() - allocated;

        assertThat(nanos).as(what).isLessThan(NANOS_FOR_ONE);
        assertThat(allocated).as(what).isLessThan(64L * content.length + (1 << 20));
        for (Object outcome : List.of(cooked, raw)) {
            if (outcome instanceof StitchPattern pattern) {
                assertThat(pattern.command(pattern.size() - 1)).as(what).isEqualTo(StitchCommand.END);
            } else if (outcome instanceof FormatException damaged) {
                assertThat(damaged.format()).as(what).isNotBlank();
                assertThat(damaged.offset()).as(what).isBetween(0L, (long) content.length);
            }
        }
    }

    private Object patternOrError(byte[] content, ReadOptions options) {
        try {
            return reader().read(content, options).pattern();
        } catch (FormatException damaged) {
            return damaged;
        }
    }

    /** So that loading classes does not count as a file's memory. */
    @BeforeEach
    void readOnceBefore() {
        byte[] whole = write(TestPatterns.sampler()).bytes();
        for (byte[] content : List.of(whole, Arrays.copyOf(whole, whole.length / 2), new byte[0])) {
            format().likeness(content);
            patternOrError(content, ReadOptions.cooked());
            patternOrError(content, ReadOptions.raw());
        }
    }

    private FormatReader reader() {
        return format().reader().orElseThrow();
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
