package org.stitchery.driver.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.Capabilities.Control;
import org.stitchery.driver.api.Capabilities.Flow;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;

/**
 * The questions every driver has to answer. A driver author extends this, supplies a driver, a small order and the
 * conversation that delivers it, and may add further conversations. Everything runs in fake time; a failure names byte,
 * transcript line or seed.
 */
public abstract class DriverConformanceTest extends DriverUnderTest {

    private static final byte[] XOFF = {0x13};
    private static final byte[] XON = {0x11};
    private static final int SEEDS = 40;
    private static final int SOAK_JOBS = 300;

    // ---- what it says about itself

    @Test
    void descriptionAndSettingsAreSane() {
        DescriptionQuestions.ask(driver().description());
        assertThat(driver().description()).isEqualTo(driver().description());
    }

    @Test
    void itSaysWhichFormatsItTakesWithTheseSettings() {
        DescriptionQuestions.askFormats(driver(), driverSettings());
    }

    @Test
    void capabilitiesAreSane() {
        DescriptionQuestions.ask(capabilities());
    }

    @Test
    void itIsFoundAsAService() {
        assertThat(ServiceLoader.load(MachineDriver.class))
                .as("META-INF/services/%s names it", MachineDriver.class.getName())
                .anyMatch(found -> found.getClass() == driver().getClass());
    }

    // ---- conversations

    @TestFactory
    Stream<DynamicTest> itHoldsEveryConversationOfItsTranscripts() {
        return transcripts().stream().map(name -> DynamicTest.dynamicTest(name, () -> hold(transcript(name))));
    }

    void hold(Transcript transcript) {
        Bench bench = bench(Weather.fair(), transcript);
        Outcome outcome = bench.deliver(smallOrder(), PATIENCE);
        assertThat(bench.line.script().played())
                .as(
                        "%s was played to its end; it stands at %s, the outcome is %s",
                        transcript, bench.line.script().place(), outcome)
                .isTrue();
        assertThat(outcome.getClass().getSimpleName())
                .as("%s", outcome)
                .isEqualTo(bench.line.script().expectedOutcome());
    }

    @Test
    void bytesMayComeAndGoInPiecesOfAnySize() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Bench bench = bench(Weather.fair().inPieces(1 + seed % 7, seed), friendly());
            Outcome outcome = bench.deliver(smallOrder(), PATIENCE);
            assertThat(reached(outcome)).as("seed %d: %s", seed, outcome).isTrue();
            honesty().check(outcome, bench);
        }
    }

    @Test
    void nothingIsWrittenBeforeADeliveryIsTurned() throws IOException {
        Bench bench = bench(Weather.fair(), friendly());
        bench.connection.listen();
        bench.connection.listen();
        bench.connection.deliver(smallOrder());
        assertThat(bench.line.acceptedBytes()).isZero();
    }

    @Test
    void twoDeliveriesAtATimeAreRefused() {
        Bench bench = bench(Weather.fair(), friendly());
        bench.connection.deliver(smallOrder());
        assertThatThrownBy(() -> bench.connection.deliver(smallOrder())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anUnknownFormatIsRejectedBeforeTheFirstByte() {
        DeliveryOrder order = smallOrder();
        DeliveryOrder strange = new DeliveryOrder(order.label(), "no-such-format", order.content(), order.fence());
        Bench bench = bench(Weather.fair().lenient(), friendly());
        assertThat(bench.deliver(strange, PATIENCE)).isInstanceOf(Outcome.Rejected.class);
        assertThat(bench.line.acceptedBytes()).isZero();
    }

    // ---- machines that misbehave

    @Test
    void garbageFromTheMachineNeverMakesItLie() {
        for (int seed = 0; seed < SEEDS; seed++) {
            tell("garbage of seed " + seed, Weather.fair().lenient(), Variations.garbage(friendly(), seed));
        }
    }

    @Test
    void answersThatComeTwiceNeverMakeItLie() {
        tell("answers twice", Weather.fair().lenient(), Variations.twice(friendly()));
    }

    /** What is left over from one job must not acknowledge the next. */
    @Test
    void aSecondAnswerToOneJobIsNotTakenForTheAnswerToTheNext() throws IOException {
        assumeThat(capabilities().flow()).isIn(Flow.LINE_ACK, Flow.CHARACTER_COUNT, Flow.ECHO);
        Bench bench = bench(Weather.fair().lenient(), Variations.twice(friendly()));
        bench.deliver(smallOrder(), LITTLE_PATIENCE);
        bench.connection.listen();
        bench.line.play(Variations.silent(friendly()));
        Outcome outcome = bench.deliver(smallOrder(), LITTLE_PATIENCE);
        assertThat(reached(outcome)).as("%s", outcome).isFalse();
    }

    @Test
    void anyAnswerThatGetsLostNeverMakesItLie() {
        assumeThat(capabilities().flow()).isIn(Flow.LINE_ACK, Flow.CHARACTER_COUNT, Flow.ECHO);
        for (int lost = 0; lost < Variations.sentBeforeAnswers(friendly()).size(); lost += breakEvery()) {
            Bench bench = bench(Weather.fair().lenient(), Variations.withoutAnswer(friendly(), lost));
            Outcome outcome = bench.deliver(smallOrder(), LITTLE_PATIENCE);
            if (reached(outcome)) {
                // It may have repeated what seemed lost, but nothing may be missing.
                assertThat(bench.line.atMachine().length)
                        .as("answer %d is lost: %s", lost, outcome)
                        .isGreaterThanOrEqualTo(friendly().hostBytes().length);
            } else {
                honesty().check(outcome, bench);
            }
        }
    }

    /** What is under way without an answer has room at the machine; anything more would overrun it. */
    @Test
    void aMachineThatStopsAnsweringIsNeverSentMoreThanMayBeUnderWay() {
        assumeThat(capabilities().flow()).isIn(Flow.LINE_ACK, Flow.CHARACTER_COUNT, Flow.ECHO);
        List<Integer> sent = Variations.sentBeforeAnswers(friendly());
        for (int answers = 1; answers < sent.size(); answers += breakEvery()) {
            Bench bench = bench(Weather.fair().lenient(), Variations.answers(friendly(), answers));
            Outcome outcome = bench.deliver(smallOrder(), LITTLE_PATIENCE);
            honesty().check(outcome, bench);
            assertThat(bench.line.acceptedBytes())
                    .as("accepted when the machine answers %d times and no more", answers)
                    .isLessThanOrEqualTo(sent.get(answers - 1) + capabilities().mostInFlightBytes() + repeatedBytes());
        }
    }

    @Test
    void answersThatComeLateNeverMakeItLie() {
        for (int millis : new int[] {5, 50, 500, 5_000, 50_000, 500_000}) {
            Transcript late = Variations.late(friendly(), Duration.ofMillis(millis));
            tell(late.name(), Weather.fair().lenient(), late);
        }
    }

    @Test
    void aMachineThatNeverAnswersNeverMakesItLie() {
        tell("silent", Weather.fair().lenient(), Variations.silent(friendly()));
    }

    @Test
    void aSilentMachineIsNotSaidToBeReady() {
        Transcript silent = Variations.silent(friendly());
        Bench bench = bench(Weather.fair().lenient(), silent);
        ProbeResult result = bench.run(bench.connection.probe(), Duration.ofSeconds(5));
        assertThat(result.state()).isIn(ProbeResult.State.SILENT, ProbeResult.State.LINE_OPEN);
        assertThat(result.detail()).isNotBlank();
    }

    @Test
    void aLineThatTakesNoMoreEndsWithTheHostsPatienceAndTheTruth() {
        int all = friendly().hostBytes().length;
        for (int taken = 0; taken < all; taken += Math.max(1, all / 25)) {
            Outcome outcome = tell("stall after " + taken, Weather.fair().stallAfter(taken, false), friendly());
            assertThat(reached(outcome)).isFalse();
        }
    }

    @Test
    void xoffStopsItWithinOneTurnAndXonLetsItGoOn() {
        assumeThat(capabilities().flow()).isEqualTo(Flow.XON_XOFF);
        int all = friendly().hostBytes().length;
        for (int taken = 1; taken < all; taken += Math.max(1, all / 25)) {
            Transcript held = Variations.interrupted(friendly(), taken, XOFF, Duration.ofSeconds(2), XON);
            Bench bench = bench(Weather.fair(), held);
            Outcome outcome = bench.deliver(smallOrder(), PATIENCE);
            assertThat(reached(outcome)).as("XOFF after %d: %s", taken, outcome).isTrue();
            assertThat(names(bench.events)).contains("HeldByMachine", "Released");
        }
    }

    @Test
    void anEndlessXoffEndsWithTheHostsPatienceAndTheTruth() {
        assumeThat(capabilities().flow()).isEqualTo(Flow.XON_XOFF);
        int all = friendly().hostBytes().length;
        for (int taken = 1; taken < all; taken += Math.max(1, all / 25)) {
            Transcript held = Variations.interrupted(friendly(), taken, XOFF, null, XON);
            Outcome outcome = tell("XOFF after " + taken, Weather.fair(), held);
            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        }
    }

    @Test
    void aLoweredHandshakeWireIsReportedAndEndsWithTheTruth() {
        assumeThat(capabilities().flow()).isIn(Flow.XON_XOFF, Flow.RTS_CTS);
        int half = friendly().hostBytes().length / 2;
        Bench bench = bench(Weather.fair().stallAfter(half, true), friendly());
        Outcome outcome = bench.deliver(smallOrder(), PATIENCE);
        honesty().check(outcome, bench);
        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        assertThat(names(bench.events)).contains("HeldByMachine");
    }

    @Test
    void aLineThatBreaksAtAnyByteIsNeverSaidToHaveDelivered() {
        int all = friendly().hostBytes().length;
        for (int taken = 0; taken <= all; taken = taken == all ? all + 1 : Math.min(all, taken + breakEvery())) {
            for (boolean quietly : new boolean[] {false, true}) {
                Outcome outcome = tell(
                        "line breaks after " + taken + (quietly ? " bytes, quietly" : " bytes"),
                        Weather.fair().cutAfter(taken, quietly),
                        friendly());
                assertThat(reached(outcome) && taken < all)
                        .as("after %d: %s", taken, outcome)
                        .isFalse();
            }
        }
    }

    // ---- obeying the host

    @Test
    void endedFromOutsideItTellsTheTruthAtOnce() throws IOException {
        for (Exchange.Ending why : Exchange.Ending.values()) {
            for (int turns = 0; turns < 60; turns++) {
                Bench bench = bench(Weather.fair().inPieces(5, turns), friendly());
                Exchange<Outcome> exchange = bench.connection.deliver(smallOrder());
                Outcome outcome = turns(bench, exchange, turns) ? bench.ended(exchange, why) : null;
                if (outcome != null) {
                    honesty().check(outcome, bench);
                    assertThat(reached(outcome)).isFalse();
                }
            }
        }
    }

    @Test
    void afterADeadlineItTakesAnotherOrder() throws IOException {
        Bench bench = bench(Weather.fair().lenient(), friendly());
        Exchange<Outcome> exchange = bench.connection.deliver(smallOrder());
        turns(bench, exchange, 2);
        exchange.ended(Exchange.Ending.DEADLINE);
        assertThat(bench.connection.deliver(smallOrder())).isNotNull();
    }

    @Test
    void aPauseByHostStopsTheFeedingAndAResumeFinishesIt() throws IOException {
        Capabilities can = capabilities();
        Bench bench = bench(Weather.fair().lenient(), friendly());
        Exchange<Outcome> exchange = bench.connection.deliver(smallOrder());
        halfway(bench, exchange);
        bench.connection.pause();
        if (can.pause() != Control.BY_HOST) {
            assertThat(names(bench.events)).as("only who can pause says so").doesNotContain("Paused");
            return;
        }
        turns(bench, exchange, 1);
        int fed = bench.line.acceptedBytes();
        assertThat(turns(bench, exchange, 200))
                .as("a paused delivery goes on waiting")
                .isTrue();
        assertThat(bench.line.acceptedBytes()).isEqualTo(fed);
        assertThat(names(bench.events)).contains("Paused");
        if (can.resume() == Control.BY_HOST) {
            bench.connection.resume();
            Outcome outcome = bench.run(exchange, PATIENCE);
            assertThat(reached(outcome)).as("%s", outcome).isTrue();
            assertThat(names(bench.events)).contains("Resumed");
        }
    }

    @Test
    void anAbortByHostEndsItWithinASecondAndNoDesignByteFollows() throws IOException {
        assumeThat(capabilities().abort()).isEqualTo(Control.BY_HOST);
        for (boolean started : new boolean[] {false, true}) {
            Bench bench = bench(Weather.fair().lenient(), friendly());
            Exchange<Outcome> exchange = bench.connection.deliver(smallOrder());
            if (started) {
                halfway(bench, exchange);
            }
            int fed = bench.line.acceptedBytes();
            bench.connection.abort();
            Outcome outcome = bench.run(exchange, Duration.ofSeconds(1));
            assertThat(bench.line.acceptedBytes()).isBetween(fed, fed + controlBytes());
            assertThat(reached(outcome)).as("%s", outcome).isFalse();
            honesty().check(outcome, bench);
        }
    }

    @Test
    void pauseResumeAndAbortWithoutADeliveryDoNothing() {
        Bench bench = bench(Weather.fair(), friendly());
        bench.connection.pause();
        bench.connection.resume();
        bench.connection.abort();
        assertThat(bench.line.acceptedBytes()).isZero();
        assertThat(bench.events).isEmpty();
        assertThat(reached(bench.deliver(smallOrder(), PATIENCE))).isTrue();
    }

    // ---- leaks

    @Test
    void someHundredJobsOnOneConnectionAllArriveAndNoThreadIsLeft() {
        Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
        Bench bench = bench(Weather.fair(), friendly());
        for (int job = 0; job < SOAK_JOBS; job++) {
            bench.line.play(friendly());
            Outcome outcome = bench.deliver(smallOrder(), PATIENCE);
            assertThat(reached(outcome)).as("job %d: %s", job, outcome).isTrue();
            assertThat(bench.line.atMachine()).isEqualTo(friendly().hostBytes());
            bench.forgetEvents();
        }
        assertThat(startedSince(before)).as("a driver owns no threads").isEmpty();
    }

    private static List<String> startedSince(Set<Thread> before) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> !before.contains(entry.getKey()))
                .filter(entry -> entry.getValue().length > 0)
                .map(entry -> entry.getKey().getName())
                .filter(name -> !name.startsWith("junit") && !name.startsWith("surefire"))
                .toList();
    }
}
