package org.stitchery.service.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stitchery.service.machine.MachineView;
import org.stitchery.service.platform.Actor;
import org.stitchery.service.platform.Ids;
import org.stitchery.service.platform.ProblemException;
import org.stitchery.service.platform.TestDatabase;

/**
 * Throws random events by random people at a handful of runs on two machines, and compares with a model that says in its
 * own words what must come of it. The seed is in the failure's name.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FloorModelTest {

    private static final long SEED = 20_260_101;
    private static final int STEPS = Integer.getInteger("stitchery.test.model-steps", 1_200);

    private static final int PENETRATIONS = 20;
    private static final long BYTES = 600;

    private static final List<Actor> EVERYBODY = List.of(
            TestShop.ROSA, TestShop.PAUL, TestShop.CARLA, TestShop.OSKAR, Actor.SYSTEM, Actor.machine("machine"));

    /** What the model knows of a run. */
    private static final class Known {
        String state = "WAITING";
        String pausedFrom = "";
        int machine = -1;
        int version;
    }

    @Inject
    TestShop shop;

    @Inject
    RunRepository runs;

    @Inject
    AttemptRepository attempts;

    @Inject
    RunLifecycle lifecycle;

    @Inject
    FloorRules rules;

    @Inject
    Ids ids;

    @Test
    void randomEventsLeadWhereTheModelSaysAndBreakNoRule() {
        List<MachineView> machines = List.of(shop.silent(), shop.silent());
        List<UUID> ids = shop.runs(shop.release(TestShop.zigzag(PENETRATIONS), 6));
        List<Known> model = new ArrayList<>();
        for (UUID id : ids) {
            unassignQuietly(id);
            Known known = new Known();
            known.version = read(id).version;
            model.add(known);
        }
        Random chance = new Random(SEED);
        RunEvent[] events = RunEvent.values();
        for (int step = 0; step < STEPS; step++) {
            int which = chance.nextInt(ids.size());
            RunEvent event = events[chance.nextInt(events.length)];
            Actor by = EVERYBODY.get(chance.nextInt(EVERYBODY.size()));
            int machine = chance.nextInt(machines.size());
            Known known = model.get(which);

            String expected = expected(known, event, by, model);
            String found =
                    tried(ids.get(which), event, by, machines.get(machine).id());

            String name = "seed " + SEED + " step " + step + ": " + known.state + " " + event + " by " + by.role();
            assertThat(found).as(name).isEqualTo(expected);
            if (!found.startsWith("refused")) {
                follow(known, event, found, machine);
            }
            RunEntity row = read(ids.get(which));
            assertThat(row.state.name()).as(name).isEqualTo(known.state);
            assertThat(row.version).as(name).isEqualTo(known.version);
            if (found.equals("DONE") || found.equals("CANCELLED") || found.equals("SPOILED")) {
                replaceBy(ids, model, which);
            }
        }
        for (UUID id : ids) {
            // An intent that nobody follows would break rule R12 in a minute.
            tried(id, RunEvent.DOUBT, Actor.SYSTEM, machines.get(0).id());
        }
        assertThat(rules.broken()).isEmpty();
    }

    /** The law once more, in other words: by state, who may do what and where it leads. */
    private static String expected(Known run, RunEvent event, Actor by, List<Known> all) {
        String role = by.role();
        boolean floor = role.equals("operator") || role.equals("planner");
        boolean self = role.equals("system") || role.equals("machine");
        boolean plans = floor || role.equals("system");
        boolean cancels = plans || role.equals("customer");
        boolean stops = floor || self || role.equals("owner");
        String to = switch (run.state + " " + event) {
            case "WAITING ASSIGN" -> plans ? "ASSIGNED" : "refused 403";
            case "WAITING HOLD" -> floor ? "HELD" : "refused 403";
            case "WAITING CANCEL", "HELD CANCEL", "ASSIGNED CANCEL" -> cancels ? "CANCELLED" : "refused 403";
            case "HELD UNHOLD" -> floor ? "WAITING" : "refused 403";
            case "ASSIGNED UNASSIGN" -> plans ? "WAITING" : "refused 403";
            case "ASSIGNED MOVE" -> floor ? "ASSIGNED" : "refused 403";
            case "ASSIGNED HOOPED" -> floor ? "ARMED" : "refused 403";
            case "ARMED INTENT" -> floor ? "INTENT" : "refused 403";
            case "ARMED DISARM" -> plans ? "ASSIGNED" : "refused 403";
            case "INTENT STARTED" -> self ? "SENDING" : "refused 403";
            case "INTENT REFUSED" -> stops ? "ARMED" : "refused 403";
            case "INTENT DOUBT", "SENDING DOUBT", "SEWING DOUBT", "PAUSED DOUBT" -> stops ? "SUSPECT" : "refused 403";
            case "SENDING SENT" -> self ? "SEWING" : "refused 403";
            case "PAUSED SENT" -> self ? "PAUSED" : "refused 403";
            case "SENDING PAUSE", "SEWING PAUSE" -> stops ? "PAUSED" : "refused 403";
            case "SENDING THREAD_BREAK", "SEWING THREAD_BREAK", "SENDING FAULT", "SEWING FAULT" ->
                self ? "PAUSED" : "refused 403";
            case "SEWING FINISHED" -> floor || role.equals("machine") ? "DONE" : "refused 403";
            case "PAUSED RESUME" -> floor || role.equals("machine") ? run.pausedFrom : "refused 403";
            case "PAUSED GIVE_UP", "SUSPECT SPOILED" -> floor ? "SPOILED" : "refused 403";
            case "SUSPECT NOT_BEGUN" -> floor ? "ARMED" : "refused 403";
            case "SUSPECT RESUME_AT" -> floor ? "SENDING" : "refused 403";
            case "SUSPECT COMPLETE" -> floor ? "DONE" : "refused 403";
            default -> "refused 409";
        };
        boolean takesThePlace = to.equals("ARMED") && run.state.equals("ASSIGNED");
        boolean taken = takesThePlace
                && all.stream()
                        .anyMatch(other -> other != run
                                && other.machine == run.machine
                                && List.of("ARMED", "INTENT", "SENDING", "SEWING", "PAUSED", "SUSPECT")
                                        .contains(other.state));
        return taken ? "refused 409" : to;
    }

    private static void follow(Known run, RunEvent event, String to, int machine) {
        switch (event) {
            case ASSIGN -> run.machine = machine;
            case UNASSIGN -> run.machine = -1;
            case PAUSE, THREAD_BREAK, FAULT -> run.pausedFrom = run.state;
            case SENT -> run.pausedFrom = to.equals("PAUSED") ? "SEWING" : run.pausedFrom;
            default -> {}
        }
        run.state = to;
        run.version++;
    }

    private String tried(UUID id, RunEvent event, Actor by, UUID machine) {
        AttemptEntity attempt = new AttemptEntity();
        attempt.id = ids.next();
        attempt.fence = 1;
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                RunEntity run = runs.current(id);
                RunChange change = new RunChange(run);
                switch (event) {
                    case ASSIGN -> change.machine(machine);
                    case UNASSIGN -> change.machine(null);
                    case HOOPED, NOT_BEGUN -> change.armed("shirt", by.id()).note("reason", "looked");
                    case DISARM -> change.notArmed();
                    case INTENT -> change.freshlyArmed();
                    case PAUSE, THREAD_BREAK, FAULT -> change.pausedFrom(run.state);
                    case SENT -> change.pausedFrom(run.state == RunState.PAUSED ? RunState.SEWING : run.pausedFrom);
                    default -> change.note("reason", "looked");
                }
                if (event == RunEvent.INTENT) {
                    change.attempt(attempt.id, attempt.fence);
                }
                RunEntity after = lifecycle.apply(run, event, by, change);
                switch (event) {
                    case INTENT -> attempts.persistAndFlush(attempt(attempt, after, by));
                    case REFUSED -> attempts.ended(attemptOf(after), "not_begun", "test", by);
                    case SENT -> attempts.progressed(attemptOf(after), BYTES, PENETRATIONS, "ON_THE_WIRE");
                    default -> {}
                }
                return after.state.name();
            });
        } catch (ProblemException e) {
            return "refused " + e.status();
        }
    }

    private static UUID attemptOf(RunEntity run) {
        return Objects.requireNonNull(run.attemptId);
    }

    private static AttemptEntity attempt(AttemptEntity attempt, RunEntity run, Actor by) {
        attempt.label = AttemptLabel.of(attempt.id);
        attempt.runId = run.id;
        attempt.machineId = Objects.requireNonNull(run.machineId);
        attempt.node = "test";
        attempt.startedBy = by.id();
        attempt.garmentTag = "shirt";
        attempt.designSha256 = run.designSha256;
        attempt.format = "dst";
        attempt.contentSha256 = run.designSha256;
        attempt.driver = "tape-reader";
        attempt.driverVersion = "test";
        attempt.bytesTotal = BYTES;
        attempt.stitchesTotal = PENETRATIONS;
        return attempt;
    }

    /** What has ended makes room: a spoiled run for its replacement, any other for a new order. */
    private void replaceBy(List<UUID> open, List<Known> model, int which) {
        RunEntity ended = read(open.get(which));
        UUID fresh = ended.state == RunState.SPOILED
                ? replacement(ended)
                : shop.runs(shop.release(TestShop.zigzag(PENETRATIONS), 1)).get(0);
        unassignQuietly(fresh);
        Known known = new Known();
        known.version = read(fresh).version;
        open.set(which, fresh);
        model.set(which, known);
    }

    private UUID replacement(RunEntity spoiled) {
        return QuarkusTransaction.requiringNew().call(() -> {
            JobEntity job = runs.getEntityManager().find(JobEntity.class, spoiled.jobId);
            RunEntity next = new RunEntity(ids.next(), job, 1, runs.nextPlace(), 0, spoiled.id);
            lifecycle.released(next, Actor.SYSTEM);
            return next.id;
        });
    }

    private void unassignQuietly(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> {
            RunEntity run = runs.current(id);
            if (run.state == RunState.ASSIGNED) {
                lifecycle.apply(
                        run,
                        RunEvent.UNASSIGN,
                        Actor.SYSTEM,
                        new RunChange(run).machine(null).reason("test"));
            }
        });
    }

    private RunEntity read(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> runs.current(id));
    }
}
