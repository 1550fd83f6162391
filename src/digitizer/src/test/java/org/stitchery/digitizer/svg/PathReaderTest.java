package org.stitchery.digitizer.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.PathIterator;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.batik.parser.AWTPathProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stitchery.digitizer.Progress;

class PathReaderTest {

    private static PathReader.Result read(String data) {
        return PathReader.read(data, 1_000, new Deadline(System::nanoTime, Duration.ofMinutes(1), Progress.NONE));
    }

    private static List<String> ends(String data) {
        Outline outline = read(data).outline();
        List<String> ends = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < outline.segments(); i++) {
            at += Outline.arity(outline.op(i));
            ends.add("MLCcZ".charAt(outline.op(i))
                    + (outline.op(i) == Outline.CLOSE
                            ? ""
                            : String.format(Locale.ROOT, "%.3g,%.3g", outline.at(at - 2), outline.at(at - 1))));
        }
        return ends;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "M1 2 3 4 | M1 2 L3 4",
                "m1 2 3 4 | M1 2 L4 6",
                "M0 0H5V6h-1v-1z | M0 0 L5 0 L5 6 L4 6 L4 5 Z",
                "M10 10zl5 5 | M10 10 Z M10 10 L15 15",
                "M0 0c1 1 2 2 3 3s1 1 2 2 | M0 0 C1 1 2 2 3 3 C4 4 4 4 5 5",
                "M0 0q3 3 6 0t6 0 | M0 0 C2 2 4 2 6 0 C8 -2 10 -2 12 0",
            })
    void shorthandMeansTheSameAsTheLongForm(String shorthand, String longForm) {
        assertThat(ends(shorthand)).isEqualTo(ends(longForm));
    }

    @Test
    void numbersMayTouchEachOther() {
        assertThat(ends("M1,2L3-4.5.5+6L1e1-.5e-1")).isEqualTo(ends("M 1 2 L 3 -4.5 0.5 6 L 10 -0.05"));
    }

    @Test
    void arcFlagsMayStandWithoutSpaces() {
        assertThat(ends("M10 50a20 20 0 1120 20")).isEqualTo(ends("M10 50a20 20 0 1 1 20 20"));
        assertThat(ends("M0 0a5 5 0 00.5.5")).isEqualTo(ends("M0 0a5 5 0 0 0 .5 .5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M0 0L10 10 20",
                "M0 0L10 10 drop table",
                "M0 0L10 10,",
                "M0 0L10 10 A5 5 0 2 1 20 20",
                "M0 0L10 10 L",
                "M0 0L10 10 #"
            })
    void whatComesBeforeAnErrorIsKept(String data) {
        assertThat(read(data).complete()).isFalse();
        assertThat(ends(data)).isEqualTo(ends("M0 0L10 10"));
    }

    @Test
    void dataThatDoesNotStartWithAMoveDrawsNothing() {
        assertThat(read("L10 10").outline().isEmpty()).isTrue();
        assertThat(read("L10 10").complete()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"M NaN 0,E_BAD_GEOMETRY", "M0 0L-Infinity 1,E_BAD_GEOMETRY", "M0 0L1e309 1,E_COORD_RANGE"})
    void numbersThatAreNoneAreRefused(String data, RefusalCode code) {
        assertThatThrownBy(() -> read(data)).extracting("code").isEqualTo(code);
    }

    @Test
    void tooManySegmentsAreRefusedWhileReading() {
        assertThatThrownBy(() -> read("M0 0" + "h1".repeat(2_000)))
                .extracting("code")
                .isEqualTo(RefusalCode.E_SEGMENT_LIMIT);
    }

    /** Batik's parser is the second opinion; it works in single precision. */
    @Test
    void randomPathsEndWhereBatikEndsThem() throws Exception {
        Random random = new Random(11);
        String commands = "LlHhVvCcSsQqTt";
        for (int run = 0; run < 300; run++) {
            StringBuilder data = new StringBuilder("M5 5");
            for (int i = 0; i < 8; i++) {
                char c = commands.charAt(random.nextInt(commands.length()));
                data.append(c);
                int numbers = switch (Character.toUpperCase(c)) {
                    case 'L', 'T' -> 2;
                    case 'H', 'V' -> 1;
                    case 'C' -> 6;
                    case 'S', 'Q' -> 4;
                    case 'A' -> 7;
                    default -> 0;
                };
                for (int k = 0; k < numbers; k++) {
                    data.append(' ').append((random.nextInt(400) - 200) / 4.0);
                }
            }
            assertThat(corners(read(data.toString()).outline()))
                    .as(data.toString())
                    .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-3 ? 0 : Double.compare(a, b))
                    .containsExactlyElementsOf(batikCorners(data.toString()));
        }
    }

    private static List<Double> corners(Outline outline) {
        List<Double> found = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < outline.segments(); i++) {
            at += Outline.arity(outline.op(i));
            found.add(outline.at(at - 2));
            found.add(outline.at(at - 1));
        }
        return found;
    }

    private static List<Double> batikCorners(String data) throws Exception {
        PathIterator i = AWTPathProducer.createShape(new StringReader(data), PathIterator.WIND_NON_ZERO)
                .getPathIterator(null);
        List<Double> found = new ArrayList<>();
        double[] p = new double[6];
        for (; !i.isDone(); i.next()) {
            int at = switch (i.currentSegment(p)) {
                case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 0;
                case PathIterator.SEG_QUADTO -> 2;
                default -> 4;
            };
            found.add(p[at]);
            found.add(p[at + 1]);
        }
        return found;
    }
}
