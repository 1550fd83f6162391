package org.stitchery.service.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stitchery.service.production.TestShop.PAUL;
import static org.stitchery.service.production.TestShop.ROSA;
import static org.stitchery.service.production.TestShop.zigzag;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stitchery.service.Eventually;
import org.stitchery.service.platform.Actor;
import org.stitchery.service.platform.ProblemException;
import org.stitchery.service.platform.TestDatabase;
import org.stitchery.service.production.TestShop.Station;

/** Two people want the same thing in the same moment: one gets it, the other is told. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StartRaceTest {

    @Inject
    TestShop shop;

    @Inject
    ProductionFloor floor;

    @Inject
    FloorRules rules;

    private final ExecutorService people = Executors.newFixedThreadPool(2);

    @AfterEach
    void theRulesOfTheFloorHold() {
        people.shutdownNow();
        assertThat(rules.broken()).isEmpty();
    }

    @Test
    void ofTwoWhoPressStartAtOnceOneWinsAndTheOtherGetsAConflict() throws Exception {
        Station station = shop.network(11520, 200);
        shop.awaitIdle(station);
        List<UUID> runs = shop.runs(shop.release(zigzag(60), 12));
        for (UUID run : runs) {
            to(station, run);
            floor.hooped(RunRef.of(run), "shirt", ROSA);
            int version = floor.run(run).orElseThrow().version();
            Eventually.until(
                    "the line is free",
                    () -> floor.queue(station.id())
                                    .orElseThrow()
                                    .machine()
                                    .status()
                                    .bytesTotal()
                            == 0);

            List<String> answers = atOnce(
                    () -> floor.start(RunRef.seen(run, version), ROSA),
                    () -> floor.start(RunRef.seen(run, version), PAUL));

            assertThat(answers).containsExactlyInAnyOrder("done", "409");
            RunView sewing = Eventually.get(
                    "sewing", () -> floor.run(run).orElseThrow(), view -> view.state() == RunState.SEWING);
            Eventually.until(
                    "needle is through",
                    () -> station.penetrations(Objects.requireNonNull(sewing.attemptLabel()))
                                    .size()
                            == 60);
            assertThat(floor.history(run).orElseThrow().attempts()).hasSize(1);
            assertThat(station.starts(Objects.requireNonNull(sewing.attemptLabel())))
                    .isEqualTo(1);
            floor.finished(RunRef.of(run), ROSA);
        }
        shop.close(station);
    }

    @Test
    void ofTwoAnswersToASuspectRunOneCountsAndTheOtherIsToldSo() throws Exception {
        Station station = shop.network(960, 20);
        shop.awaitIdle(station);
        UUID run = shop.runs(shop.release(zigzag(1200), 1)).get(0);
        to(station, run);
        floor.hoopedAndStart(RunRef.of(run), "shirt", ROSA);
        Eventually.get("sending", () -> floor.run(run).orElseThrow(), view -> view.state() == RunState.SENDING);
        int version = floor.abort(RunRef.of(run), ROSA).version();

        List<String> answers = atOnce(
                () -> floor.resolveSuspect(
                        RunRef.seen(run, version), new SuspectDecision.Spoiled(), "I saw half of it", ROSA),
                () -> floor.resolveSuspect(
                        RunRef.seen(run, version), new SuspectDecision.Complete(), "I saw all of it", PAUL));

        assertThat(answers).containsExactlyInAnyOrder("done", "409");
        assertThat(floor.run(run).orElseThrow().state()).isIn(RunState.SPOILED, RunState.DONE);
        shop.close(station);
    }

    private void to(Station station, UUID run) {
        if (floor.run(run).orElseThrow().state() == RunState.ASSIGNED) {
            floor.unassign(RunRef.of(run), PAUL);
        }
        floor.assign(RunRef.of(run), station.id(), PAUL);
    }

    private interface Wish {
        void press();
    }

    private List<String> atOnce(Wish first, Wish second) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<String>> answers = new ArrayList<>();
        for (Wish wish : List.of(first, second)) {
            answers.add(people.submit(() -> {
                together.await();
                try {
                    wish.press();
                    return "done";
                } catch (ProblemException e) {
                    return Integer.toString(e.status());
                }
            }));
        }
        List<String> said = new ArrayList<>();
        for (Future<String> answer : answers) {
            said.add(answer.get());
        }
        return said;
    }

    /** Whose finger it was does not matter to the database, only to the ledger. */
    @Test
    void theLedgerNamesTheOneWhoWon() throws Exception {
        Station station = shop.network(11520, 200);
        shop.awaitIdle(station);
        UUID run = shop.runs(shop.release(zigzag(40), 1)).get(0);
        to(station, run);
        floor.hooped(RunRef.of(run), "shirt", ROSA);

        floor.start(RunRef.of(run), PAUL);

        Actor starter = floor.history(run).orElseThrow().rows().stream()
                .filter(row -> row.event().equals("intent"))
                .findFirst()
                .orElseThrow()
                .actor();
        assertThat(starter).isEqualTo(PAUL);
        Eventually.get("sewing", () -> floor.run(run).orElseThrow(), view -> view.state() == RunState.SEWING);
        floor.finished(RunRef.of(run), PAUL);
        shop.close(station);
    }
}
