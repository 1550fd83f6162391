package org.stitchery.driver.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.Capabilities.Control;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DeskDriver;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.MachineEvent;
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
public abstract class DeskDriverConformanceTest {

    /** More than any delivery needs. */
    private static final int MOST_TURNS = 80;

    private static final int SEEDS = 1000;
    private static final int SOAK_JOBS = 300;

    /** Enough of a design to be no coincidence. */
    private static final int TELLING = 24;

    /** A fresh one each time. */
    protected abstract DeskDriver driver();

    /** Settings that differ from their defaults. */
    protected Map<String, String> settings() {
        return Map.of();
    }

    /** An order of some hundred bytes that the driver takes, more than 400. */
    protected abstract DeliveryOrder smallOrder();

    /** A machine with a memory of its own, that asks for that order and sews it as soon as it may. */
    protected abstract DeskAsker asker(DeliveryOrder order);

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
            DeskBench bench = bench(slow).with(asker(smallOrder()));
            Outcome outcome = bench.deliver(smallOrder());
            assertThat(isGood(outcome)).as(outcome.toString()).isTrue();
            bench.listen(20);
            assertThat(bench.askers().get(0).sews()).as("it may sew").isTrue();
            check("friendly machine", outcome, bench);
        }
    }

    @Test
    void nothingIsHandedOutBeforeADeliveryIsTurned() {
        DeskBench bench = bench(0).with(asker(smallOrder()));
        bench.listen(30);
        bench.connection.deliver(smallOrder());
        assertThat(handedOut(bench)).isZero();
        assertThat(bench.askers()).noneMatch(DeskAsker::sews);
    }

    @Test
    void aProbeHandsNothingOut() {
        DeskBench bench = bench(0).with(asker(smallOrder()));
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
        for (Asking nonsense : nonsense()) {
            DeskBench bench = bench(0).with(asker(smallOrder()));
            Exchange<Outcome> exchange = bench.connection.deliver(smallOrder());
            ScriptedDesk.Visit visit = bench.desk.ask(nonsense, -1);
            Outcome outcome = bench.run(exchange, Duration.ofSeconds(5));
            Reply reply = visit.reply();
            String what = nonsense.method() + " " + nonsense.path();
            assertThat(reply).as("an answer to " + what).isNotNull();
            assertThat(isPartOfDesign(reply)).as("a design for " + what).isFalse();
            assertThat(isGood(outcome)).as(what + ": " + outcome).isTrue();
            check(what, outcome, bench);
        }
    }

    @Test
    void garbageBetweenDeliveriesIsAnsweredToo() {
        DeskBench bench = bench(0);
        for (Asking nonsense : nonsense()) {
            ScriptedDesk.Visit visit = bench.desk.ask(nonsense, -1);
            bench.listen(2);
            assertThat(visit.reply())
                    .as("an answer to %s %s", nonsense.method(), nonsense.path())
                    .isNotNull();
        }
    }

    @Test
    void aConnectionThatEndsAtAnyByteOfAnyAnswerSpoilsNothing() {
        DeskBench friendly = bench(0).with(asker(smallOrder()));
        friendly.deliver(smallOrder());
        List<ScriptedDesk.Visit> asked = friendly.desk.visits();
        for (int question = 0; question < asked.size(); question++) {
            Reply reply = asked.get(question).reply();
            int length = reply == null ? 0 : reply.body().length;
            for (int cut = 0; cut < Math.max(1, length); cut++) {
                int broken = question;
                int at = cut;
                String what = "answer " + question + " cut at byte " + cut;
                DeskBench same = bench(1).cutting(n -> n == broken ? at : -1).with(asker(smallOrder()));
                Outcome outcome = same.deliver(smallOrder());
                same.listen(20);
                check(what, outcome, same);
                withoutMemory(what, question, cut);
            }
        }
    }

    /** The machine was switched off there, and another one, or the same without a memory, comes instead. */
    private void withoutMemory(String what, int question, int cut) {
        DeskAsker first = asker(smallOrder());
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
            bench.with(asker(smallOrder()));
            outcome = bench.run(exchange, Duration.ofSeconds(2));
        }
        bench.listen(20);
        check(what + ", then another memory", outcome, bench);
    }

    @Test
    void everythingSaidTwiceHappensOnce() {
        DeskAsker asker = asker(smallOrder());
        DeskBench bench = bench(0).with(twice(asker));
        Outcome outcome = bench.deliver(smallOrder());
        bench.listen(20);
        check("everything twice", outcome, bench);
        assertThat(isGood(outcome)).as(outcome.toString()).isTrue();
    }

    @Test
    void lateWordsOfAnEarlierDeliveryAreNotTakenForThisOne() {
        DeskBench bench = bench(0).with(asker(smallOrder()));
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
                    .satisfies(reply -> assertThat(isPartOfDesign(reply)).isFalse());
        }
        assertThat(bench.ended(second, Exchange.Ending.DEADLINE)).isInstanceOf(Outcome.NotStarted.class);
    }

    @Test
    void onceAMachineMaySewTheDesignLeavesNoMore() {
        DeskBench bench = bench(0).with(asker(smallOrder()));
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
            DeskBench bench = bench(slow).with(asker(smallOrder())).with(asker(smallOrder()));
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
                    .with(asker(smallOrder()));
            Exchange<Outcome> exchange = bench.connection.deliver(smallOrder());
            Outcome outcome = null;
            for (int turn = 0; turn < MOST_TURNS && outcome == null; turn++) {
                if (chance.nextInt(12) == 0) {
                    bench.with(chance.nextBoolean() ? asker(smallOrder()) : twice(asker(smallOrder())));
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
                DeskBench bench = bench(2).with(asker(smallOrder()));
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
            DeskBench bench = bench(2).with(asker(smallOrder()));
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
        bench.with(asker(smallOrder()));
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
        bench.with(asker(smallOrder()));
        assertThat(isGood(bench.deliver(smallOrder()))).isTrue();
    }

    // ---- the truth

    private void check(String what, Outcome outcome, DeskBench bench) {
        try {
            assertThat(outcome.detail()).as("a sentence for the operator").isNotBlank();
            byte[] design = smallOrder().content();
            List<DeskAsker> sewing =
                    bench.askers().stream().filter(DeskAsker::sews).toList();
            assertThat(sewing).as("machines that sew").hasSizeLessThan(2);
            assertThat(bench.visitsByAsker())
                    .filteredOn(visits -> handedOut(visits) > 0)
                    .as("machines that have some of the design")
                    .hasSizeLessThan(2);
            boolean whole = sewing.stream().anyMatch(asker -> Arrays.equals(asker.holds(), design));
            if (outcome instanceof Outcome.Delivered said) {
                assertThat(said.evidence()).isGreaterThanOrEqualTo(Evidence.ON_THE_WIRE);
                assertThat(bench.desk.visits())
                        .as("Delivered means that the whole design left")
                        .anyMatch(visit -> Arrays.equals(visit.received(), design));
                evidenceIsPossible(said.evidence());
            } else if (outcome instanceof Outcome.Sewn) {
                assertThat(capabilities().telemetry())
                        .as("who has no telemetry cannot know that a design is sewn")
                        .isNotEmpty();
                assertThat(whole).as("Sewn means that a machine sewed it").isTrue();
            } else if (outcome instanceof Outcome.NotStarted notStarted) {
                assertThat(notStarted.proof()).isNotBlank();
                assertThat(handedOut(bench)).as("NotStarted needs proof").isZero();
                assertThat(sewing).as("NotStarted means that nobody sews").isEmpty();
            } else if (outcome instanceof Outcome.Hold || outcome instanceof Outcome.Rejected) {
                assertThat(sewing).as("a refusal means that nobody sews").isEmpty();
            } else if (outcome instanceof Outcome.Unknown unknown) {
                assertThat(unknown.bytesAccepted()).isBetween(0L, (long) design.length);
            }
            for (MachineEvent event : bench.events) {
                if (event instanceof MachineEvent.Progressed progressed) {
                    assertThat(progressed.bytes()).isBetween(0L, (long) design.length);
                    evidenceIsPossible(progressed.evidence());
                }
            }
        } catch (AssertionError e) {
            throw new AssertionError(what + ": " + outcome + ": " + e.getMessage(), e);
        }
    }

    private void evidenceIsPossible(Evidence evidence) {
        assertThat(capabilities().identityReadback() || evidence.compareTo(Evidence.ACKNOWLEDGED) < 0)
                .as("%s from a machine that acknowledges nothing", evidence)
                .isTrue();
    }

    private static boolean isGood(Outcome outcome) {
        return outcome instanceof Outcome.Delivered || outcome instanceof Outcome.Sewn;
    }

    /** Bytes of designs that have left, over all answers. */
    private int handedOut(DeskBench bench) {
        return handedOut(bench.desk.visits());
    }

    private int handedOut(List<ScriptedDesk.Visit> visits) {
        return visits.stream()
                .filter(visit -> visit.reply() != null && isPartOfDesign(visit.reply()))
                .mapToInt(visit -> visit.received().length)
                .sum();
    }

    private boolean isPartOfDesign(@Nullable Reply reply) {
        String design = new String(smallOrder().content(), StandardCharsets.ISO_8859_1);
        String body = reply == null ? "" : new String(reply.body(), StandardCharsets.ISO_8859_1);
        for (int at = 0; at + TELLING <= design.length(); at += TELLING) {
            if (body.contains(design.substring(at, at + TELLING))) {
                return true;
            }
        }
        return false;
    }

    // ---- parts

    /** Asks and says everything twice; goes by the second answer. */
    private static DeskAsker twice(DeskAsker asker) {
        return new DeskAsker() {
            private @Nullable Asking again;
            private @Nullable Asking asked;

            @Override
            public @Nullable Asking next() {
                if (again != null) {
                    return again;
                }
                asked = asker.next();
                return asked;
            }

            @Override
            public void heard(Reply answer) {
                boolean fetches = asked != null && asked.method().equals("GET");
                if (again == null && !fetches) {
                    again = asked;
                } else {
                    again = null;
                    asker.heard(answer);
                }
            }

            @Override
            public void lost(byte[] received) {
                again = null;
                asker.lost(received);
            }

            @Override
            public boolean sews() {
                return asker.sews();
            }

            @Override
            public byte[] holds() {
                return asker.holds();
            }
        };
    }

    private static List<Asking> nonsense() {
        byte[] noise = new byte[2000];
        new Random(11).nextBytes(noise);
        byte[] deep = "{".repeat(30_000).getBytes(StandardCharsets.US_ASCII);
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 30; i++) {
            many.put("p" + i, "x".repeat(100));
        }
        return List.of(
                Asking.get("/", Map.of()),
                Asking.get("/..", Map.of()),
                Asking.get("/../../etc/passwd", Map.of()),
                Asking.get("//design", Map.of()),
                Asking.get("/design\0", Map.of()),
                Asking.get("/design", Map.of("claim", "1' or '1'='1")),
                Asking.get("/design", Map.of("claim", "0000000000000000-1")),
                Asking.get("/" + "x".repeat(500), many),
                new Asking("DELETE", "/design", Map.of(), new byte[0]),
                new Asking("PUT", "/next", Map.of(), noise),
                new Asking("BREW", "/", Map.of(), noise),
                new Asking("POST", "/taken", Map.of(), noise),
                new Asking("POST", "/taken", Map.of(), deep),
                new Asking("POST", "/taken", Map.of(), "{}".getBytes(StandardCharsets.US_ASCII)),
                new Asking("POST", "/events", Map.of("event", "done"), new byte[0]),
                new Asking("POST", "/events", many, "{\"event\":\"done\"".getBytes(StandardCharsets.US_ASCII)),
                new Asking("POST", "/events", Map.of(), "%%%=%zz".getBytes(StandardCharsets.US_ASCII)),
                new Asking("POST", "/state", Map.of(), "{\"crc32\":1e999}".getBytes(StandardCharsets.US_ASCII)));
    }

    /** @return false when the exchange ended before */
    private static boolean turns(DeskBench bench, Exchange<Outcome> exchange, int count) {
        for (int i = 0; i < count; i++) {
            if (bench.turn(exchange) != null) {
                return false;
            }
        }
        return true;
    }

    private DeskBench bench(int turnsPerAnswer) {
        return new DeskBench(driver(), driverSettings(), turnsPerAnswer);
    }

    private DriverSettings driverSettings() {
        return DriverSettings.of(driver().description().settings(), settings());
    }

    private Capabilities capabilities() {
        return driver().capabilities(driverSettings());
    }
}
