package org.stitchery.driver.grbl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookalikeTest {

    @ParameterizedTest
    @CsvSource({
        "/ROSE-7.DST, /ROSE-6.DST, one bit of the last digit",
        "/ROSE-7.DST, /ROSE-w.DST, one bit makes a letter of a digit",
        "/ROSE-7.DST, /ROSE-.DST, a character that never comes into the line",
        "/ROSE-7.DST, /ROSE7.DST, the same in the middle",
        "/ROSE-7.DST, /ROS-7.DST, and before",
        "/ROSE-7.DST, /RO-7.DST, a backspace takes another with it",
        "/ROSE-7.DST, /ROSE, the line ends early",
    })
    void anOrderCouldBecomeOneForTheOther(String ordered, String other, String why) {
        assertThat(Lookalike.of(ordered, other)).as(why).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/ROSE-7.DST, /rose-7.dst, the same file",
        "/ROSE-7.DST, /ROSE-8.DST, four bits",
        "/ROSE-7.DST, /ROSE-77.DST, longer",
        "/ROSE-7.DST, /ROSF-6.DST, two bits of one character and one of another",
        "/ROSE-7.DST, /E-7.DST, half of it is missing",
        "/ROSE-7.DST, /OTHER.NC, another name",
    })
    void anOrderStaysWhatItIs(String ordered, String other, String why) {
        assertThat(Lookalike.of(ordered, other)).as(why).isFalse();
    }

    /** Every single bit of an order, over the whole name: what a controller could make of it is found to look alike. */
    @ParameterizedTest
    @CsvSource({"/KX7Q2MPA.DST", "/ROSE-0042.DST", "/A_B.DST"})
    void everyTurnedBitIsThoughtOf(String ordered) {
        for (int at = 1; at < ordered.length(); at++) {
            for (int bit = 0; bit < 8; bit++) {
                String arrives = arriving(ordered, at, (char) (ordered.charAt(at) ^ 1 << bit));
                assertThat(arrives.equalsIgnoreCase(ordered) || Lookalike.of(ordered, arrives))
                        .as("bit %d of character %d makes %s", bit, at, arrives)
                        .isTrue();
            }
        }
    }

    /** As grblHAL takes a line in: real-time characters never come into it, a backspace takes one away. */
    private static String arriving(String ordered, int at, char turned) {
        String before = ordered.substring(0, at);
        String after = ordered.substring(at + 1);
        if (turned == '\n' || turned == '\r') {
            return before;
        }
        if (turned == '\b' || turned == 0x7F) {
            return before.substring(0, at - 1) + after;
        }
        boolean inLine = turned > ' ' && turned < 0x7F && "?!~".indexOf(turned) < 0;
        return inLine ? before + turned + after : before + after;
    }
}
