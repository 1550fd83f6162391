package org.stitchery.driver.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;

/** What a driver author supplies, and the steps the questions of {@link DriverConformanceTest} are made of. */
abstract class DriverUnderTest {

    /** Of the host, in fake time: with machines that finish, and with machines that do not. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    static final Duration LITTLE_PATIENCE = Duration.ofSeconds(5);

    /** A fresh one each time. */
    protected abstract LineDriver driver();

    /** Settings that differ from their defaults. */
    protected Map<String, String> settings() {
        return Map.of();
    }

    /** An order of some hundred bytes that the driver takes. The questions about every single byte repeat it as often. */
    protected abstract DeliveryOrder smallOrder();

    /**
     * Resources beside the test class, see {@link Transcript}. The first delivers {@link #smallOrder()} to a friendly
     * machine and ends with {@code outcome Delivered} or {@code Sewn}.
     */
    protected abstract List<String> transcripts();

    /** Bytes a driver sends to pause, resume or abort; they are no design bytes. */
    protected int controlBytes() {
        return 0;
    }

    /**
     * Most bytes a driver sends before it hands over anything that a machine could sew: questions, and their repetitions.
     * As long as nothing else has left, {@code NotStarted} is true.
     */
    protected int questionBytes() {
        return 0;
    }

    /** Most bytes a driver sends again, or asks with, while a machine that has begun to answer is silent for five seconds. */
    protected int repeatedBytes() {
        return 0;
    }

    /**
     * The line is broken after each so many bytes of the first conversation, and each so many-th answer gets lost: 1 for
     * each of them, more where a conversation has thousands, best a prime number.
     */
    protected int breakEvery() {
        return 1;
    }

    /**
     * What braces in a transcript stand for: these bytes in the frame of the protocol, with its checksum. Best written
     * from the protocol's description and not with the driver's own code.
     */
    protected byte[] framed(byte[] body) {
        throw new UnsupportedOperationException(getClass().getName() + " does not say how a frame looks");
    }

    Outcome tell(String what, Weather weather, Transcript transcript) {
        try {
            Bench bench = bench(weather, transcript);
            Outcome outcome = bench.deliver(smallOrder(), LITTLE_PATIENCE);
            honesty().check(outcome, bench);
            return outcome;
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(what + ": " + e.getMessage(), e);
        }
    }

    /** @return false when the exchange ended before */
    static boolean turns(Bench bench, Exchange<Outcome> exchange, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            if (bench.turn(exchange) != null) {
                return false;
            }
            bench.rest(exchange);
        }
        return true;
    }

    void halfway(Bench bench, Exchange<Outcome> exchange) throws IOException {
        int half = friendly().hostBytes().length / 2;
        for (int i = 0; i < 100_000 && bench.line.acceptedBytes() < half; i++) {
            assertThat(turns(bench, exchange, 1)).as("a delivery ended halfway").isTrue();
        }
        assertThat(bench.line.acceptedBytes())
                .as("half the design is fed in time")
                .isGreaterThanOrEqualTo(half);
    }

    static boolean reached(Outcome outcome) {
        return outcome instanceof Outcome.Delivered || outcome instanceof Outcome.Sewn;
    }

    static List<String> names(List<MachineEvent> events) {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    Honesty honesty() {
        return new Honesty(smallOrder(), capabilities(), friendly().hostBytes(), questionBytes());
    }

    Transcript friendly() {
        return transcript(transcripts().get(0));
    }

    /** Reads one of {@link #transcripts()}; for those that do not lie beside the test class. */
    protected Transcript transcript(String resource) {
        return Transcript.load(getClass(), resource, smallOrder().content(), this::framed);
    }

    DriverSettings driverSettings() {
        return DriverSettings.of(driver().description().settings(), settings());
    }

    Capabilities capabilities() {
        return driver().capabilities(driverSettings());
    }

    Bench bench(Weather weather, Transcript transcript) {
        return new Bench(driver(), driverSettings(), weather, transcript);
    }
}
