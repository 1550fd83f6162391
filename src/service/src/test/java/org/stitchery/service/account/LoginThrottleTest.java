package org.stitchery.service.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private final HandClock clock = new HandClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void fiveWrongPasswordsAreFreeAndThenTheWaitDoublesUpToAMinute() {
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.mustWait("ann", "here")).isFalse();
            throttle.failed("ann", "here");
        }
        for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(throttle.waitFor("ann", "here")).isEqualTo(Duration.ofSeconds(seconds));
            clock.pass(Duration.ofSeconds(seconds));
            assertThat(throttle.mustWait("ann", "here")).isFalse();
            throttle.failed("ann", "here");
        }
    }

    @Test
    void wrongPasswordsElsewhereNeverKeepAPersonOut() {
        for (int i = 0; i < 500; i++) {
            throttle.failed("ann", "far away " + i % 7);
        }

        assertThat(throttle.mustWait("ann", "here")).isFalse();
        assertThat(throttle.mustWait("ANN ", "far away 3")).isTrue();
    }

    @Test
    void oneAddressReachesThePasswordsAtMostThirtyFiveTimesInAMinute() {
        int reached = 0;
        for (int i = 0; i < 1000; i++) {
            clock.pass(Duration.ofMillis(60));
            if (!throttle.mustWait("login" + i, "there")) {
                reached++;
                throttle.failed("login" + i, "there");
            }
        }

        assertThat(reached).isBetween(30, 35);
    }

    @Test
    void theRightPasswordAndAQuarterOfAnHourBothForgive() {
        for (int i = 0; i < 6; i++) {
            throttle.failed("ann", "here");
            throttle.failed("bob", "there");
        }
        throttle.succeeded("ann", "here");
        assertThat(throttle.mustWait("ann", "here")).isFalse();
        assertThat(throttle.waitAt("there")).isEqualTo(Duration.ofSeconds(2));

        clock.pass(LoginThrottle.WINDOW);
        assertThat(throttle.mustWait("bob", "there")).isFalse();
    }

    /** A clock that stands still until a test moves it. */
    private static final class HandClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
