package org.stitchery.embroidery.sewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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
    void aStopWaitsForTheOperator() {
        StitchPattern pattern = StitchPattern.builder("").stop().build();
        assertThat(SewingEstimate.of(pattern).stops()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void aSlowerMachineTakesLonger() {
        MachineProfile slow = new MachineProfile(
                500, 30, 250, 120, Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(20));
        StitchPattern pattern = StitchPattern.builder("")
                .stitchTo(0, 0)
                .trim()
                .colorChange()
                .stitchTo(10, 0)
                .build();

        SewingEstimate estimate = SewingEstimate.of(pattern, slow);

        assertThat(estimate.sewing()).isEqualTo(Duration.ofMillis(240));
        assertThat(estimate.machineTime()).isEqualTo(Duration.ofMillis(25_240));
    }

    @Test
    void anImpossibleMachineIsRefusedWithItsNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MachineProfile(500, 130, 250, 120, Duration.ZERO, Duration.ZERO, Duration.ZERO))
                .withMessageContaining("130");
    }

    @Test
    void theBobbinGivesThreeMetresToFive() {
        assertThat(line(1000, 38).bobbinMm()).isCloseTo(3000, within(30.0));
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
