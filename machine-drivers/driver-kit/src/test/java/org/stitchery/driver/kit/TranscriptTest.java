package org.stitchery.driver.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscriptTest {

    private static final byte[] DESIGN = "abcdefghij".getBytes(StandardCharsets.US_ASCII);

    @Test
    void hostBytesAreWrittenAsHexTextRunsAndPartsOfTheDesign() {
        Transcript transcript = Transcript.parse("t", """
                # a comment
                > 00*3 "N1 " 0A
                < 6f 6B
                > @design[2..4] @design[8..]

                > @design
                """, DESIGN);
        assertThat(new String(transcript.hostBytes(), StandardCharsets.US_ASCII))
                .isEqualTo("\0\0\0N1 \ncdeijabcdefghij");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "> 0|t line 2: expected hexadecimal bytes, \"text\", @design or {a frame of these}, found \"0\"",
                "> 00 xx|found \"xx\"",
                ">|expected at least one byte",
                "> @design[3..2]|which has 10 bytes, found \"@design[3..2]\"",
                "> @design[3..10]|which has 10 bytes",
                "wait long|expected a time such as 20ms or 3s, found \"long\"",
                "report Nonsense|expected one of [ColorChanged, CounterRead,",
                "outcome Nonsense|expected one of [Delivered,",
                "do nothing|expected pause, resume or abort",
                "send 00|at the beginning, found \"send\""
            })
    void whatCannotBeReadIsSaidWithItsLine(String line, String complaint) {
        assertThatThrownBy(() -> Transcript.parse("t", "# first\n" + line, DESIGN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void bracesAreAFrameOfTheProtocol() {
        Transcript transcript = Transcript.parse("t", "> 7E {01 \"a\" @design[0..1]}", DESIGN, body -> {
            byte[] longer = Arrays.copyOf(body, body.length + 1);
            longer[body.length] = (byte) body.length;
            return longer;
        });
        assertThat(transcript.hostBytes()).containsExactly(0x7E, 1, 'a', 'a', 'b', 4);
        assertThatThrownBy(() -> Transcript.parse("t", "> {01}", DESIGN)).hasMessageContaining("how a frame");
    }

    @Test
    void aMissingTranscriptIsNamed() {
        assertThatThrownBy(() -> Transcript.load(getClass(), "nowhere.txt", DESIGN))
                .hasMessageContaining("nowhere.txt");
    }
}
