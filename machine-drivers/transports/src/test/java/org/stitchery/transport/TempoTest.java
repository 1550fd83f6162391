package org.stitchery.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TempoTest {

    @ParameterizedTest
    @CsvSource({
        "0.2, 50000, 1000000",
        "0.2, 340000, 1000000",
        "0.2, 1000000, 5000000",
        "0.2, 9000000, 10000000",
        "0.6, 900000, 1500000",
        "0.6, 500000, 1000000",
        "1, 900000, 1000000"
    })
    void roundsThatCostMoreAreFewerSoThatTheShareIsKept(double share, long costNanos, long periodNanos) {
        Tempo tempo = new Tempo(share);
        for (int round = 0; round < 2000; round++) {
            tempo.cost(costNanos);
        }
        assertThat(tempo.periodNanos()).isBetween(periodNanos - 100_000, periodNanos);
    }

    @Test
    void oneSlowRoundChangesNothing() {
        Tempo tempo = new Tempo(0.2);
        tempo.cost(10_000_000);
        assertThat(tempo.periodNanos()).isEqualTo(Tempo.LEAST_NANOS);
    }

    @Test
    void aLoopThatHasBecomeQuietIsQuickAgain() {
        Tempo tempo = new Tempo(0.2);
        for (int round = 0; round < 2000; round++) {
            tempo.cost(2_000_000);
        }
        for (int round = 0; round < 2000; round++) {
            tempo.cost(10_000);
        }
        assertThat(tempo.periodNanos()).isEqualTo(Tempo.LEAST_NANOS);
    }

    @Test
    void roundsThatAreLateGiveEachLineMoreAtATimeAndRestIsNotLateness() {
        Tempo tempo = new Tempo(0.2);
        long now = 0;
        for (int round = 0; round < 1000; round++) {
            tempo.begins(now);
            now += Tempo.LEAST_NANOS + (round % 2) * 1_000_000;
        }
        assertThat(tempo.visitNanos()).isBetween(1_800_000L, 2_100_000L);
        for (int round = 0; round < 1000; round++) {
            tempo.begins(now);
            now += round % 10 == 0 ? 50_000_000 : Tempo.LEAST_NANOS;
        }
        assertThat(tempo.visitNanos()).isEqualTo(Tempo.LEAST_NANOS);
    }
}
