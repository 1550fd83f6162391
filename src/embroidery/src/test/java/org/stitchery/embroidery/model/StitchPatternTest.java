package org.stitchery.embroidery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stitchery.embroidery.Samples;

class StitchPatternTest {

    @Test
    void everyPatternEndsWithEndWhereTheFrameIs() {
        StitchPattern pattern =
                StitchPattern.builder("").stitchTo(3, 4).jumpTo(-5, 6).build();

        assertThat(Samples.lines(pattern)).containsExactly("3 4 STITCH", "-5 6 JUMP", "-5 6 END");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5000, 100_000})
    void aGuessAtTheSizeChangesNothing(int expected) {
        StitchPattern.Builder guessed = StitchPattern.builder("n", expected);
        StitchPattern.Builder plain = StitchPattern.builder("n");
        for (int i = 0; i < 5000; i++) {
            guessed.stitchTo(i, -i);
            plain.stitchTo(i, -i);
        }

        StitchPattern pattern = guessed.build();

        assertThat(pattern).isEqualTo(plain.build());
        assertThat(pattern.size()).isEqualTo(5001);
        assertThat(pattern.count(StitchCommand.STITCH)).isEqualTo(5000);
        assertThat(pattern.extents()).isEqualTo(new Extents(0, -4999, 4999, 0));
    }

    @Test
    void patternsDifferInNameThreadsPositionsAndCommands() {
        StitchPattern pattern = StitchPattern.builder("a").stitchTo(1, 2).build();

        assertThat(pattern)
                .isEqualTo(StitchPattern.builder("a", 5000).stitchTo(1, 2).build())
                .hasSameHashCodeAs(
                        StitchPattern.builder("a", 5000).stitchTo(1, 2).build())
                .isNotEqualTo(pattern.withName("b"))
                .isNotEqualTo(pattern.withThreads(List.of(ThreadColor.ofRgb(1))))
                .isNotEqualTo(StitchPattern.builder("a").stitchTo(1, 3).build())
                .isNotEqualTo(StitchPattern.builder("a").jumpTo(1, 2).build())
                .isNotEqualTo(StitchPattern.builder("a").build());
    }

    @Test
    void nothingBeyondTheEndCanBeSeen() {
        StitchPattern pattern = StitchPattern.builder("", 17).stitchTo(1, 1).build();

        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> pattern.x(2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> pattern.command(-1));
    }

    @ParameterizedTest
    @CsvSource({"100001, 0", "0, -100001", "2147483647, 0", "-2147483648, 5"})
    void positionsBeyondTenMetresAreRefused(int x, int y) {
        StitchPattern.Builder builder = StitchPattern.builder("");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.jumpTo(x, y))
                .withMessageContaining(x + ", " + y);
        assertThat(builder.size()).isZero();
    }

    @Test
    void cuttingBackPutsTheFrameWhereItWas() {
        StitchPattern.Builder builder =
                StitchPattern.builder("").stitchTo(1, 1).stitchTo(2, 2).jumpTo(9, 9);

        assertThat(builder.cutBackTo(2).x()).isEqualTo(2);
        assertThat(builder.trim().cutBackTo(0).y()).isZero();
        assertThat(Samples.lines(builder.build())).containsExactly("0 0 END");
    }

    @Test
    void aSpentBuilderIsRefusedSoThatNoPatternChanges() {
        StitchPattern.Builder builder = StitchPattern.builder("spent").stitchTo(1, 1);
        builder.build();

        assertThatIllegalStateException()
                .isThrownBy(() -> builder.stitchTo(2, 2))
                .withMessageContaining("spent");
        assertThatIllegalStateException().isThrownBy(() -> builder.cutBackTo(0));
        assertThatIllegalStateException().isThrownBy(builder::build);
    }

    @Test
    void aSummaryCountsAndMeasures() {
        StitchPattern pattern = StitchPattern.builder("")
                .jumpTo(10, 10)
                .stitchTo(10, 10)
                .stitchTo(40, 50)
                .stitchTo(40, 50)
                .stitchTo(40, 53)
                .trim()
                .jumpTo(500, 0)
                .stitchTo(500, 0)
                .colorChange()
                .stop()
                .build();

        assertThat(DesignSummary.of(pattern))
                .isEqualTo(new DesignSummary(5, 2, 1, 1, 1, new Extents(10, 0, 500, 53), 5.0, 0.3));
    }

    @Test
    void aSummaryOfNothingIsAllZero() {
        assertThat(DesignSummary.of(StitchPattern.builder("").build()))
                .isEqualTo(new DesignSummary(0, 0, 0, 0, 0, new Extents(0, 0, 0, 0), 0, 0));
    }

    @Test
    void aColourIsWrittenInSixDigits() {
        assertThat(ThreadColor.ofRgb(0x00A).hex()).isEqualTo("#00000a");
        assertThatIllegalArgumentException().isThrownBy(() -> ThreadColor.ofRgb(0x1000000));
    }

    /** Found by damaging files: jumps to nowhere, taken back one after the other, just where a page of 4096 begins. */
    @Test
    void goingBackAndForthTakesNoMemory() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        StitchPattern.Builder builder = StitchPattern.builder("LONG");
        for (int i = 0; i < 4096; i++) {
            builder.stitchTo(i % 7, i % 5);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1000; i++) {
            builder.jumpTo(0, 0).cutBackTo(4096);
        }

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(200_000);
        assertThat(builder.build().size()).isEqualTo(4097);
    }

    @Test
    void stitchesInARunAreTheSameAsOneByOne() {
        Random random = new Random(5);
        for (int spread : new int[] {100, 16_000}) {
            StitchPattern.Builder together = StitchPattern.builder("");
            StitchPattern.Builder single = StitchPattern.builder("");
            for (int run = 0; run < 60; run++) {
                int[] moves = new int[200];
                for (int i = 0; i < moves.length; i++) {
                    int dx = random.nextInt(2 * spread + 1) - spread - Integer.signum(single.x()) * spread / 3;
                    int dy = random.nextInt(2 * spread + 1) - spread - Integer.signum(single.y()) * spread / 3;
                    dx = Math.max(-16_383, Math.min(16_383, dx));
                    dy = Math.max(-16_383, Math.min(16_383, dy));
                    moves[i] = dy * 65536 + dx;
                    single.stitchTo(single.x() + dx, single.y() + dy);
                }
                assertThat(together.stitchesBy(moves, moves.length)).isTrue();
            }
            assertThat(together.build()).isEqualTo(single.build());
        }
    }

    @Test
    void aRunThatLeadsOutOfReachIsNotSewn() {
        StitchPattern.Builder builder = StitchPattern.builder("").stitchTo(99_990, 0);

        assertThat(builder.stitchesBy(new int[] {5, 6}, 2)).isFalse();
        assertThat(builder.size()).isEqualTo(1);
        assertThat(builder.stitchesBy(new int[] {5, 5}, 2)).isTrue();
        assertThat(builder.x()).isEqualTo(100_000);
    }
}
