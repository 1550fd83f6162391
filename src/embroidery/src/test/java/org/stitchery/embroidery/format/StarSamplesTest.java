package org.stitchery.embroidery.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stitchery.embroidery.Samples;
import org.stitchery.embroidery.format.pfaff.PcsFormat;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/** One design that came in many formats, in those for which no other reader gives what ours does. */
class StarSamplesTest {

    /** Other readers leave out the lowest byte of a position, which is worth up to one unit of a sixth of a millimetre. */
    private static final double ONE_UNIT_TENTHS = 10 / 6.0;

    @BeforeAll
    static void samplesAreThere() {
        Samples.folder();
    }

    @ParameterizedTest
    @CsvSource({"BRO, bro", "CSD, csd", "PCS, pcs", "PCM, pcm", "phb, phb", "PAT, pat", "T15, t15"})
    void contentsTellTheFormatUnderAnyName(String ending, String id) throws IOException {
        assertThat(Formats.detect(Samples.bytes("open/Star." + ending), "upload.bin"))
                .containsSame(Formats.byId(id).orElseThrow());
    }

    @Test
    void patIsTheStarStitchByStitch() throws IOException {
        assertThat(stitches(read("open/Star.PAT"))).isEqualTo(stitches(read("open/Star.TAP")));
        assertThat(read("open/Star.PAT").count(StitchCommand.COLOR_CHANGE)).isOne();
    }

    /** It leaves out stitches on the spot and two that move by a tenth of a millimetre. */
    @Test
    void t15IsTheStarWithoutItsShortestStitches() throws IOException {
        List<String> star = stitches(read("open/Star.DST"));
        List<String> tape = stitches(read("open/Star.T15"));
        Set<String> missing = new HashSet<>(star);
        missing.removeAll(tape);

        assertThat(tape).hasSize(2539);
        assertThat(star).containsAll(tape);
        assertThat(missing).containsExactlyInAnyOrder("1 -275", "266 -62");
        assertThat(read("open/Star.T15").count(StitchCommand.COLOR_CHANGE)).isOne();
    }

    @Test
    void csdIsTheStarInTwoOfItsColours() throws IOException {
        StitchPattern csd = read("open/Star.CSD");

        assertThat(stitches(csd)).isEqualTo(stitches(read("open/Star.TAP")));
        assertThat(csd.threads()).extracting(ThreadColor::hex).containsExactly("#e3311f", "#f7f3f7");
        assertThat(csd.count(StitchCommand.COLOR_CHANGE)).isOne();
        // The other reader calls the first jump a cut and puts the needle where ours does.
        assertThat(stitches(csd)).isEqualTo(places(Samples.vector("open/Star.CSD", "libemb")));
    }

    @Test
    void pcsIsTheStarInTheMiddleOfItsHoop() throws IOException {
        StitchPattern pcs = read("open/Star.PCS");
        List<String> expected = Samples.vector("open/Star.PCS", "cooked");
        // The first colour names what the design begins with; the other reader takes it for a change.
        List<String> records = expected.subList(1, expected.size());

        assertThat(moved(distinct(pcs), 1, 0)).isEqualTo(distinct(read("open/Star.DST")));
        assertThat(pcs.threads()).extracting(ThreadColor::hex).containsExactly("#ff0000", "#ffffff");
        assertLiesWithinAUnitOf(pcs, records, 600, 575);
    }

    /** Ours names the smaller hoop, in which the design has room, and so counts from another corner. */
    @Test
    void theRecordsOfPcsAreWrittenAsTheyWere() throws IOException {
        ByteBuffer genuine = ByteBuffer.wrap(Samples.bytes("open/Star.PCS")).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer ours = PcsFormat.PCS
                .writer()
                .orElseThrow()
                .write(read("open/Star.PCS"))
                .file()
                .buffer()
                .order(ByteOrder.LITTLE_ENDIAN);
        int records = 2 + 2 + 16 * 4 + 2;
        int perFiveTenths = 256 * 6 / 2;

        assertThat(ours.capacity()).isEqualTo(genuine.capacity());
        for (int at = records; at < genuine.capacity(); at += 9) {
            assertThat(ours.get(at + 8)).as("byte " + at).isEqualTo(genuine.get(at + 8));
            if (genuine.get(at + 8) != 3) {
                assertThat(genuine.getInt(at) - ours.getInt(at))
                        .as("byte " + at)
                        .isEqualTo(perFiveTenths * 200 / 5);
                assertThat(genuine.getInt(at + 4) - ours.getInt(at + 4))
                        .as("byte " + at)
                        .isEqualTo(perFiveTenths * 175 / 5);
            }
        }
    }

    @Test
    void pcmAgreesWithTheOtherReaderUpToItsFilling() throws IOException {
        StitchPattern pcm = read("open/Star.PCM");
        List<String> expected = Samples.vector("open/Star.PCM", "cooked");
        List<String> records = new ArrayList<>(expected.subList(1, expected.size() - 4));
        // The other reader takes the zeros that fill the file up for stitches at the hoop's corner.
        assertThat(expected.subList(expected.size() - 4, expected.size() - 1)).containsOnly("0 0 STITCH");
        records.add(records.get(records.size() - 1).replace("STITCH", "END"));

        assertThat(pcm.threads()).extracting(ThreadColor::hex).containsExactly("#ff0000", "#c0c0c0");
        assertLiesWithinAUnitOf(pcm, records, 400, 400);
    }

    /** Positions count from the middle of the hoop here and from its corner there. */
    private static void assertLiesWithinAUnitOf(StitchPattern pattern, List<String> expected, int right, int down) {
        assertThat(pattern.size()).isEqualTo(expected.size());
        for (int i = 0; i < pattern.size(); i++) {
            String[] words = expected.get(i).split(" ");
            assertThat(pattern.command(i).name()).as("command " + i).isEqualTo(words[2]);
            assertThat(pattern.x(i) + right - Double.parseDouble(words[0]))
                    .as("x " + i)
                    .isBetween(-0.01, ONE_UNIT_TENTHS);
            assertThat(Double.parseDouble(words[1]) - (pattern.y(i) - down))
                    .as("y " + i)
                    .isBetween(-0.01, ONE_UNIT_TENTHS);
        }
    }

    private static StitchPattern read(String sample) throws IOException {
        byte[] content = Samples.bytes(sample);
        ReadResult result = Formats.read(content, sample, ReadOptions.raw());
        assertThat(result.findings()).as(sample).isEmpty();
        return result.pattern();
    }

    private static List<String> stitches(StitchPattern pattern) {
        return places(Samples.lines(pattern));
    }

    private static List<String> places(List<String> lines) {
        return lines.stream()
                .filter(line -> line.endsWith(" STITCH"))
                .map(line -> line.substring(0, line.length() - " STITCH".length()))
                .toList();
    }

    private static Set<String> distinct(StitchPattern pattern) {
        return new HashSet<>(stitches(pattern));
    }

    private static Set<String> moved(Set<String> places, int dx, int dy) {
        Set<String> moved = new HashSet<>();
        for (String place : places) {
            String[] xy = place.split(" ");
            moved.add(Integer.parseInt(xy[0]) + dx + " " + (Integer.parseInt(xy[1]) + dy));
        }
        return moved;
    }
}
