package org.stitchery.service.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void pausesBetweenTriesGrowToTheirLimitAndAreNeverInStep() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15), new Random(7));
        Duration before = Duration.ZERO;
        for (int i = 0; i < 4; i++) {
            Duration pause = backoff.afterFailure();
            assertThat(pause).isBetween(Duration.ofMillis(750L << i), Duration.ofMillis(1250L << i));
            assertThat(pause).isGreaterThan(before.dividedBy(2));
            before = pause;
        }
        for (int i = 0; i < 50; i++) {
            assertThat(backoff.afterFailure()).isBetween(Duration.ofMillis(11_250), Duration.ofMillis(18_750));
        }
        backoff.success();
        assertThat(backoff.afterFailure()).isLessThan(Duration.ofMillis(1_251));
    }
}
