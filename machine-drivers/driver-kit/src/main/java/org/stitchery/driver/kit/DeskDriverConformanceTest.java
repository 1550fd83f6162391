package org.stitchery.driver.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.Capabilities.Control;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.RequestDesk.Reply;
import org.stitchery.driver.kit.DeskAsker.Asking;

/**
 * The questions every driver has to answer whose machines come and ask. A driver author extends this and supplies a
 * driver, a small order, and a machine that asks for it as the protocol wants. Everything runs in fake time; a failure
 * names question, byte, turn or seed.
 *
 * <p>What they all come down to: of all machines that ever ask, with one memory or several, over lines that break
 * anywhere, one at most begins to sew, it sews the whole design, and what the driver says at the end is true of it.
 */
public abstract class DeskDriverConformanceTest extends DeskUnderTest {

    private static final int SEEDS = 1000;
    private static final int SOAK_JOBS = 300;

    // ---- what it says about itself

    @Test
    void descriptionAndSettingsAreSane() {
        DescriptionQuestions.ask(driver().description());
        assertThat(driver().description()).isEqualTo(driver().description());
    }

    @Test
    void capabilitiesAreSane() {
        DescriptionQuestions.ask(capabilities());
        assertThat(capabilities().delivery()).isEqualTo(Capabilities.Delivery.PULL_FILE);
    }

    @Test
    void itIsFoundAsAService() {
        assertThat(ServiceLoader.load(MachineDriver.class))
                .as("META-INF/services/%s names it", MachineDriver.class.getName())
                .anyMatch(found -> found.getClass() == driver().getClass());
    }

    // ---- a machine that asks as it should

    @Test
    void theMachineGetsTheWholeDesignAndTheEndIsAsGoodAsPromised() {
        for (int slow = 0; slow < 4; slow++) {
            DeskBench bench = bench(slow).with(asker());
            Outcome outcome = bench.deliver(smallOrder());
            assertThat(isGood(outcome)).as(outcome.toString()).isTrue();
            bench.listen(20);
            assertThat(bench.askers().get(0).sews()).as("it may sew").isTrue();
            check("friendly machine", outcome, bench);
        }
    }

    @Test
    void nothingIsHandedOutBeforeADeliveryIsTurned() {
        DeskBench bench = bench(0).with(asker());
        bench.listen(30);
        bench.connection.deliver(smallOrder());
        assertThat(handedOut(bench)).isZero();
        assertThat(bench.askers()).noneMatch(DeskAsker::sews);
    }

    @Test
    void aProbeHandsNothingOut() {
        DeskBench bench = bench(0).with(asker());
        assertThat(bench.run(bench.connection.probe(), Duration.ofSeconds(1)).detail())
                .isNotBlank();
        assertThat(handedOut(bench)).isZero();
    }

    @Test
    void twoDeliveriesAtATimeAreRefused() {
        DeskBench bench = bench(0);
        bench.connection.deliver(smallOrder());
        assertThatThrownBy(() -> bench.connection.deliver(smallOrder())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anUnknownFormatIsRejectedAndNothingIsHandedOut() {
        DeliveryOrder order = smallOrder();
        DeskBench bench = bench(0).with(asker(order));
        Outcome outcome =
                bench.deliver(new DeliveryOrder(order.label(), "no-such-format", order.content(), order.fence()));
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        check("unknown format", outcome, bench);
    }

    @Test
    void someHundredJobsOnOneConnectionAllArrive() {
        DeskBench bench = bench(0);
        for (int job = 0; job < SOAK_JOBS; job++) {
            DeliveryOrder order = smallOrder();
            order = new DeliveryOrder("J" + job, order.format(), order.content(), order.fence());
            DeskAsker asker = asker(order);
            bench.with(asker);
            Outcome outcome = bench.deliver(order);
            assertThat(isGood(outcome)).as("job %d: %s", job, outcome).isTrue();
            bench.leaves(asker);
        }
    }

    // ---- machines and lines that misbehave

    @Test
    void nobodyAsksAndItIsNotStarted() {
        DeskBench bench = bench(0);
        assertThat(bench.deliver(smallOrder())).isInstanceOf(Outcome.NotStarted.class);
    }

    @Test
    void garbageIsAnsweredAndChangesNothing() {
        for (Asking nonsense : DeskGarbage.questions()) {
            DeskBench bench = bench(0).with(asker());
            Exchange<Outcome> exchange = bench.connection.deliver(smallOrder());
            ScriptedDesk.Visit visit = bench.desk.ask(nonsense, -1);
            Outcome outcome = bench.run(exchange, Duration.ofSeconds(5));
            Reply reply = visit.reply();
            String what = nonsense.method() + " " + nonsense.path();
            assertThat(reply).as("an answer to " + what).isNotNull();
            assertThat(honesty().isPartOfDesign(reply))
                    .as("a design for " + what)
                    .isFalse();
            assertThat(isGood(outcome)).as(what + ": " + outcome).isTrue();
            check(what, outcome, bench);
        }
    }

    @Test
    void garbageBetweenDeliveriesIsAnsweredToo() {
        DeskBench bench = bench(0);
        for (Asking nonsense : DeskGarbage.questions()) {
            ScriptedDesk.Visit visit = bench.desk.ask(nonsense, -1);
            bench.listen(2);
            assertThat(visit.reply())
                    .as("an answer to %s %s", nonsense.method(), nonsense.path())
                    .isNotNull();
        }
    }

    @Test
    void aConnectionThatEndsAtAnyByteOfAnyAnswerSpoilsNothing() {
        DeskBench friendly = bench(0).with(asker());
        friendly.deliver(smallOrder());
        List<ScriptedDesk.Visit> asked = friendly.desk.visits();
        for (int question = 0; question < asked.size(); question++) {
            Reply reply = asked.get(question).reply();
            int length = reply == null ? 0 : reply.body().length;
            for (int cut = 0; cut < Math.max(1, length); cut++) {
                int broken = question;
                int at = cut;
                String what = "answer " + question + " cut at byte " + cut;
                DeskBench same = bench(1).cutting(n -> n == broken ? at : -1).with(asker());
                Outcome outcome = same.deliver(smallOrder());
                same.listen(20);
                check(what, outcome, same);
                withoutMemory(what, question, cut);
            }
        }
    }

    /** The machine was switched off there, and another one, or the same without a memory, comes instead. */
    private void withoutMemory(String what, int question, int cut) {
        DeskAsker first = asker();
        DeskBench bench = bench(1).cutting(n -> n == question ? cut : -1).with(first);
        Exchange<Outcome> exchange = bench.connection.deliver(smallOrder());
        Outcome outcome = null;
        for (int turn = 0; turn < MOST_TURNS && outcome == null; turn++) {
            if (bench.desk.visits().size() > question + 1) {
                bench.leaves(first);
            }
            outcome = bench.turn(exchange);
        }
        if (outcome == null) {
            bench.leaves(first);
            bench.with(asker());
            outcome = bench.run(exchange, Duration.ofSeconds(2));
        }
        bench.listen(20);
        check(what + ", then another memory", outcome, bench);
    }

    @Test
    void everythingSaidTwiceHappensOnce() {
        DeskAsker asker = asker();
        DeskBench bench = bench(0).with(new RepeatingAsker(asker));
        Outcome outcome = bench.deliver(smallOrder());
        bench.listen(20);
        check("everything twice", outcome, bench);
        assertThat(isGood(outcome)).as(outcome.toString()).isTrue();
    }

    @Test
    void lateWordsOfAnEarlierDeliveryAreNotTakenForThisOne() {
        DeskBench bench = bench(0).with(asker());
        bench.deliver(smallOrder());
        bench.leaves(bench.askers().get(0));
        List<Asking> said = bench.desk.visits().stream()
                .map(ScriptedDesk.Visit::asking)
                .filter(asking -> asking.method().equals("POST"))
                .toList();
        Exchange<Outcome> second = bench.connection.deliver(smallOrder());
        assertThat(bench.turn(second)).isNull();
        for (Asking late : said) {
            ScriptedDesk.Visit visit = bench.desk.ask(late, -1);
            assertThat(bench.turn(second)).as("ended by a late " + late.path()).isNull();
            assertThat(visit.reply())
                    .satisfies(
                            reply -> assertThat(honesty().isPartOfDesign(reply)).isFalse());
        }
        assertThat(bench.ended(second, Exchange.Ending.DEADLINE)).isInstanceOf(Outcome.NotStarted.class);
    }

    @Test
    void onceAMachineMaySewTheDesignLeavesNoMore() {
        DeskBench bench = bench(0).with(asker());
        Exchange<Outcome> exchange = bench.connection.deliver(smallOrder());
        Outcome outcome = null;
        while (outcome == null && !bench.askers().get(0).sews()) {
            outcome = bench.turn(exchange);
        }
        int before = handedOut(bench);
        for (ScriptedDesk.Visit visit : bench.desk.visits()) {
            bench.desk.ask(visit.asking(), -1);
        }
        if (outcome == null) {
            outcome = bench.run(exchange, Duration.ofSeconds(1));
        }
        bench.listen(5);
        assertThat(handedOut(bench)).isEqualTo(before);
        check("asked again", outcome, bench);
    }

    @Test
    void ofTwoMachinesThatAskOneSews() {
        for (int slow = 0; slow < 3; slow++) {
            DeskBench bench = bench(slow).with(asker()).with(asker());
            Outcome outcome = bench.deliver(smallOrder());
            bench.listen(30);
            check("two machines", outcome, bench);
            assertThat(isGood(outcome)).as(outcome.toString()).isTrue();
        }
    }

    @Test
    void whateverMachinesAndLinesDoOneSewsAtMost() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random chance = new Random(seed);
            int length = smallOrder().content().length;
            DeskBench bench = bench(chance.nextInt(3))
                    .cutting(n -> chance.nextInt(4) == 0 ? chance.nextInt(2) * chance.nextInt(length) : -1)
                    .with(asker());
            Exchange<Outcome> exchange = bench.connection.deliver(smallOrder());
            Outcome outcome = null;
            for (int turn = 0; turn < MOST_TURNS && outcome == null; turn++) {
                if (chance.nextInt(12) == 0) {
                    bench.with(chance.nextBoolean() ? asker() : new RepeatingAsker(asker()));
                }
                if (chance.nextInt(12) == 0) {
                    bench.leaves(
                            bench.askers().get(chance.nextInt(bench.askers().size())));
                }
                outcome = bench.turn(exchange);
            }
            if (outcome == null) {
                outcome = bench.ended(exchange, Exchange.Ending.DEADLINE);
            }
            bench.listen(30);
            check("seed " + seed, outcome, bench);
        }
    }

    // ---- obeying the host

    @Test
    void endedFromOutsideItTellsTheTruthAtOnceAndNothingLeavesAfterwards() {
        for (Exchange.Ending why : Exchange.Ending.values()) {
            for (int turns = 0; turns < MOST_TURNS; turns++) {
                DeskBench bench = bench(2).with(asker());
                Exchange<Outcome> exchange = bench.connection.deliver(smallOrder());
                if (turns(bench, exchange, turns)) {
                    Outcome outcome = bench.ended(exchange, why);
                    afterwards(why + " after " + turns + " turns", outcome, bench);
                }
            }
        }
    }

    @Test
    void anAbortEndsItWithTheTruthAndNothingLeavesAfterwards() {
        assumeThat(capabilities().abort()).isEqualTo(Control.BY_HOST);
        for (int turns = 0; turns < MOST_TURNS; turns++) {
            DeskBench bench = bench(2).with(asker());
            Exchange<Outcome> exchange = bench.connection.deliver(smallOrder());
            if (!turns(bench, exchange, turns)) {
                return;
            }
            bench.abort();
            int before = handedOut(bench);
            Outcome outcome = bench.run(exchange, Duration.ofSeconds(1));
            assertThat(handedOut(bench)).as("handed out after the abort").isEqualTo(before);
            afterwards("aborted after " + turns + " turns", outcome, bench);
        }
    }

    private void afterwards(String what, Outcome outcome, DeskBench bench) {
        int before = handedOut(bench);
        boolean began = bench.askers().stream().anyMatch(DeskAsker::sews);
        bench.with(asker());
        bench.listen(40);
        assertThat(handedOut(bench)).as(what + ": handed out after the end").isEqualTo(before);
        if (!began && !isGood(outcome)) {
            long begun = bench.askers().stream().filter(DeskAsker::sews).count();
            assertThat(begun == 0 || outcome instanceof Outcome.Unknown)
                    .as(what + ": began after the end")
                    .isTrue();
        }
        check(what, outcome, bench);
    }

    @Test
    void pauseResumeAndAbortWithoutADeliveryDoNothing() {
        DeskBench bench = bench(0);
        bench.connection.pause();
        bench.connection.resume();
        bench.connection.abort();
        assertThat(bench.events).isEmpty();
        bench.with(asker());
        assertThat(isGood(bench.deliver(smallOrder()))).isTrue();
    }
}
