package org.stitchery.embroidery.sewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.model.StitchPattern;

class SewingEstimateTest {

    @Test
    void shortStitchesRunAtFullSpeedAndLongOnesAtHalf() {
        assertThat(line(1000, 30).machineTime()).isEqualTo(Duration.ofSeconds(60));
        assertThat(line(1000, 75).machineTime()).isEqualTo(Duration.ofSeconds(80));
        assertThat(line(500, 120).machineTime()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aLongJumpTakesSeveralTurns() {
        StitchPattern far = StitchPattern.builder("").jumpTo(600, 0).build();
        assertThat(SewingEstimate.of(far).machineTime()).isEqualTo(Duration.ofMillis(5 * 120));
    }

    @Test
    void trimsAndColourChangesTakeTheirTime() {
        StitchPattern pattern =
                StitchPattern.builder("").trim().colorChange().colorChange().build();
        assertThat(SewingEstimate.of(pattern).machineTime()).isEqualTo(Duration.ofSeconds(7 + 8 + 8));
    }

    @Test
    void aThousandUsualStitchesTakeAboutFiveMetresOfThread() {
        assertThat(line(1000, 38).threadMm()).isCloseTo(5000, within(50.0));
    }

    @Test
    void threadIsCountedPerColourBlock() {
        StitchPattern pattern = StitchPattern.builder("")
                .stitchTo(0, 0)
                .stitchTo(100, 0)
                .colorChange()
                .stitchTo(100, 0)
                .trim()
                .jumpTo(500, 0)
                .stitchTo(500, 0)
                .build();

        assertThat(SewingEstimate.of(pattern).threadMmPerBlock()).containsExactly(25 + 10 + 2.4, 50 + 2.4);
    }

    private static SewingEstimate line(int stitches, int lengthTenths) {
        StitchPattern.Builder builder = StitchPattern.builder("");
        int x = 0;
        int sign = 1;
        for (int i = 0; i < stitches; i++) {
            x += sign * lengthTenths;
            sign = -sign;
            builder.stitchTo(x, 0);
        }
        return SewingEstimate.of(builder.build());
    }
}
