package org.stitchery.service.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stitchery.service.production.TestShop.PAUL;
import static org.stitchery.service.production.TestShop.ROSA;
import static org.stitchery.service.production.TestShop.zigzag;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stitchery.service.Eventually;
import org.stitchery.service.machine.MachinePark;
import org.stitchery.service.machine.MachineView;
import org.stitchery.service.platform.LedgerRow;
import org.stitchery.service.platform.TestDatabase;
import org.stitchery.service.production.TestShop.Station;

/** A machine changes its owner while it works: what the earlier one left behind becomes a question, in every state. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TakeOverTest {

    @Inject
    TestShop shop;

    @Inject
    ProductionFloor floor;

    @Inject
    MachinePark park;

    @Inject
    EntityManager database;

    @Inject
    FloorRules rules;

    @AfterEach
    void theRulesOfTheFloorHold() {
        assertThat(rules.broken()).isEmpty();
    }

    @Test
    void whenAnotherNodeTakesTheLeaseInMidDesignTheLineIsGivenUpAndTheRunIsSuspect() {
        Station station = shop.network(960, 20);
        shop.awaitIdle(station);
        UUID run = started(station, 1500);
        RunView sending =
                Eventually.get("sending", () -> floor.run(run).orElseThrow(), view -> view.state() == RunState.SENDING);
        Eventually.until("the machine has begun", () -> station.starts(String.valueOf(sending.attemptLabel())) == 1);
        long fence = fence(station.id());

        takeAway(station.id());

        RunView suspect =
                Eventually.get("suspect", () -> floor.run(run).orElseThrow(), view -> view.state() == RunState.SUSPECT);
        Eventually.until("ours again, under a higher fence", () -> fence(station.id()) >= fence + 2);
        shop.awaitAttention(station);
        assertThat(floor.run(run).orElseThrow().state()).isEqualTo(RunState.SUSPECT);
        assertThat(station.starts(String.valueOf(suspect.attemptLabel()))).isEqualTo(1);
        floor.resolveSuspect(RunRef.of(run), new SuspectDecision.Spoiled(), "Half of it is on", ROSA);
        shop.close(station);
    }

    /** The process that had it is gone: nothing follows the attempt any more, only its rows are left. */
    @ParameterizedTest
    @EnumSource(
            value = RunState.class,
            names = {"INTENT", "SENDING", "SEWING", "PAUSED"})
    void whatADeadProcessLeftBehindIsSuspectOnceThePortHasStoredTheNewFence(RunState state) {
        Station station = shop.network(11520, 200);
        shop.awaitIdle(station);
        UUID run = started(station, 40);
        Eventually.get("sewing", () -> floor.run(run).orElseThrow(), view -> view.state() == RunState.SEWING);
        leftIn(run, state);

        reopened(station.machine());

        RunView suspect =
                Eventually.get("suspect", () -> floor.run(run).orElseThrow(), view -> view.state() == RunState.SUSPECT);
        assertThat(suspect.holdReason()).contains(state.word());
        assertThat(floor.history(run).orElseThrow().rows())
                .last()
                .extracting(LedgerRow::event)
                .isEqualTo("doubt");
        floor.resolveSuspect(RunRef.of(run), new SuspectDecision.Complete(), "It is all on", ROSA);
        shop.close(station);
    }

    @ParameterizedTest
    @EnumSource(
            value = RunState.class,
            names = {"ASSIGNED", "ARMED"})
    void whatHadNotBegunIsAsItWas(RunState state) {
        Station station = shop.network(11520, 200);
        shop.awaitIdle(station);
        UUID run = shop.runs(shop.release(zigzag(40), 1)).get(0);
        to(station, run);
        if (state == RunState.ARMED) {
            floor.hooped(RunRef.of(run), "shirt", ROSA);
        }
        long fence = fence(station.id());

        reopened(station.machine());

        Eventually.until("ours again, under a higher fence", () -> fence(station.id()) > fence);
        assertThat(floor.run(run).orElseThrow().state()).isEqualTo(state);
        shop.close(station);
    }

    @Test
    void aRunBegunUnderOneFenceCanBeGivenAgainUnderTheNextOnlyAfterAPersonSaidNotBegun() {
        Station station = shop.network(11520, 200);
        shop.awaitIdle(station);
        UUID run = started(station, 40);
        RunView first =
                Eventually.get("sewing", () -> floor.run(run).orElseThrow(), view -> view.state() == RunState.SEWING);
        Eventually.until(
                "needle is through",
                () -> station.penetrations(String.valueOf(first.attemptLabel())).size() == 40);
        reopened(station.machine());
        Eventually.get("suspect", () -> floor.run(run).orElseThrow(), view -> view.state() == RunState.SUSPECT);

        floor.resolveSuspect(RunRef.of(run), new SuspectDecision.NotBegun(), "New shirt, nothing on it", ROSA);
        Eventually.until(
                "free",
                () -> floor.queue(station.id()).orElseThrow().machine().status().bytesTotal() == 0);
        shop.awaitLine(station);
        RunView again = floor.start(RunRef.of(run), ROSA);

        assertThat(again.attemptLabel()).isNotEqualTo(first.attemptLabel());
        Eventually.get("sewing", () -> floor.run(run).orElseThrow(), view -> view.state() == RunState.SEWING);
        assertThat(floor.history(run).orElseThrow().attempts()).hasSize(2);
        floor.finished(RunRef.of(run), ROSA);
        shop.close(station);
    }

    private UUID started(Station station, int penetrations) {
        UUID run = shop.runs(shop.release(zigzag(penetrations), 1)).get(0);
        to(station, run);
        floor.hoopedAndStart(RunRef.of(run), "shirt", ROSA);
        return run;
    }

    private void to(Station station, UUID run) {
        if (floor.run(run).orElseThrow().state() == RunState.ASSIGNED) {
            floor.unassign(RunRef.of(run), PAUL);
        }
        floor.assign(RunRef.of(run), station.id(), PAUL);
    }

    private long fence(UUID machine) {
        return ((Number) QuarkusTransaction.requiringNew()
                        .call(() -> database.createNativeQuery("select fence from machine where id = ?1")
                                .setParameter(1, machine)
                                .getSingleResult()))
                .longValue();
    }

    private void takeAway(UUID machine) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update machine set owner_node = 'another', fence = fence + 1,"
                                + " lease_until = clock_timestamp() + interval '2 seconds' where id = ?1")
                        .setParameter(1, machine)
                        .executeUpdate());
    }

    /** Writes the run back into a state, ledger and all, as if its process had stopped there. */
    private void leftIn(UUID run, RunState state) {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("update run set state = ?2, paused_from = ?3 where id = ?1")
                    .unwrap(NativeQuery.class)
                    .setParameter(1, run)
                    .setParameter(2, state.name())
                    .setParameter(3, state == RunState.PAUSED ? "SENDING" : null, String.class)
                    .executeUpdate();
            database.createNativeQuery("alter table ledger_event disable trigger ledger_event_no_change")
                    .executeUpdate();
            database.createNativeQuery(
                            "update ledger_event set payload = jsonb_set(payload, '{to}', to_jsonb(cast(?2 as text)))"
                                    + " where subject_id = ?1 and version = (select version from run where id = ?1)")
                    .setParameter(1, run)
                    .setParameter(2, state.name())
                    .executeUpdate();
            database.createNativeQuery("alter table ledger_event enable trigger ledger_event_no_change")
                    .executeUpdate();
        });
    }

    private void reopened(MachineView machine) {
        MachineView now = park.find(machine.id()).orElseThrow();
        MachineView out = park.service(now.id(), now.version(), false, TestShop.OSKAR);
        park.service(out.id(), out.version(), true, TestShop.OSKAR);
    }
}
