package org.stitchery.simulator.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and the speed of a line. */
class LineTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void addressesAreReadAsWritten() {
        assertThat(ListenAddress.parse("pty:/tmp/a line")).isEqualTo(new ListenAddress.Pty(Path.of("/tmp/a line")));
        assertThat(ListenAddress.parse("tcp://127.0.0.1:4000")).isEqualTo(new ListenAddress.Tcp("127.0.0.1", 4000));
        assertThat(ListenAddress.parse("tcp://localhost:0")).isEqualTo(new ListenAddress.Tcp("localhost", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pty:", "tcp:", "tcp://", "tcp://host", "tcp://host:70000", "udp://h:1", "tcp://a b:1"})
    void otherAddressesAreRefusedInPlainWords(String wrong) {
        assertThatThrownBy(() -> ListenAddress.parse(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pty:/path/to/link or tcp://127.0.0.1:port");
    }

    @Test
    void overASecondALineBringsItsRate() {
        LineRate rate = new LineRate(960, 0);
        int brought = 0;
        for (long now = 0; now < SECOND; now += SECOND / 400) {
            int due = rate.available(now);
            rate.took(due);
            brought += due;
        }
        assertThat(brought).isBetween(955, 972);
    }

    @Test
    void silenceIsNotMadeUpFor() {
        LineRate rate = new LineRate(10_000, 0);
        assertThat(rate.available(5 * SECOND)).isEqualTo(100);
    }

    @Test
    void timeInWhichNobodyLookedIsMadeUpFor() {
        LineRate rate = new LineRate(10_000, 0);
        rate.took(rate.available(0));
        rate.wasAway(SECOND / 10);
        assertThat(rate.available(0)).isEqualTo(1000);
    }
}
