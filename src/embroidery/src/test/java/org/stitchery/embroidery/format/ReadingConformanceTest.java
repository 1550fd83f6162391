package org.stitchery.embroidery.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.Samples;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * What every format must be able to do that is read. A format that is only read extends this class and gives a sound file,
 * put together by its layout; one that is written too extends {@link FormatConformanceTest}.
 */
public abstract class ReadingConformanceTest {

    private static final int MUTATIONS = Integer.getInteger("fuzz.mutations", 1500);
    private static final long NANOS_FOR_ONE = 2_000_000_000L;

    /** The format in question. */
    protected abstract EmbroideryFormat format();

    /** A sound and whole file of it, which it reads without a finding. */
    protected abstract byte[] example();

    /** Another one, to splice the first with. */
    protected byte[] another() {
        return example();
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

    @Test
    void anExampleIsRecognizedUnderEachOfItsEndings() {
        assertThat(format().likeness(example())).isNotEqualTo(Likeness.NONE);
        assertThat(format().extensions())
                .allSatisfy(ending ->
                        assertThat(Formats.detect(example(), "some." + ending)).containsSame(format()));
    }

    @Test
    void anExampleIsReadWithoutFindings() throws FormatException {
        ReadResult result = reader().read(example());

        assertThat(result.findings()).isEmpty();
        assertThat(result.pattern().count(StitchCommand.STITCH)).isPositive();
    }

    @Test
    void noFileCutShortIsMoreThanAPartOrAnError() {
        byte[] whole = example();
        int step = 1 + whole.length / 4096;
        for (int length = 0; length < whole.length; length += step) {
            readAnything(Arrays.copyOf(whole, length), "cut to " + length);
        }
    }

    @Test
    void noDamageIsMoreThanAPartOrAnError() {
        byte[] whole = example();
        byte[] other = another();
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
        byte[] whole = example();
        for (byte[] content : List.of(whole, Arrays.copyOf(whole, whole.length / 2), new byte[0])) {
            format().likeness(content);
            patternOrError(content, ReadOptions.cooked());
            patternOrError(content, ReadOptions.raw());
        }
    }

    /** Reads. */
    protected final FormatReader reader() {
        return format().reader().orElseThrow();
    }

    /** What a file says, record by record, as lines {@code x y COMMAND}. */
    protected final List<String> lines(byte[] content) throws FormatException {
        return Samples.lines(reader().read(content, ReadOptions.raw()).pattern());
    }
}
