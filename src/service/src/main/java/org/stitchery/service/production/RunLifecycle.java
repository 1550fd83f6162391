package org.stitchery.service.production;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.platform.Actor;
import org.stitchery.service.platform.Ledger;
import org.stitchery.service.platform.LedgerEntry;
import org.stitchery.service.platform.ProblemException;

/**
 * The life of a run: the only place where one changes. A transition is one UPDATE that names the state and version it
 * expects, and one ledger row, in one transaction; of two that want the same run, the database lets one through and the
 * other is told.
 */
@ApplicationScoped
class RunLifecycle {

    /** How long a look at the hoop is good for. */
    static final Duration ARMED_FOR = Duration.ofMinutes(10);

    private static final String SUBJECT = "run";
    private static final String ONE_PER_MACHINE = "run_at_machine";

    private final EntityManager database;
    private final RunRepository runs;
    private final Ledger ledger;
    private final Event<RunMoved> moved;

    RunLifecycle(EntityManager database, RunRepository runs, Ledger ledger, Event<RunMoved> moved) {
        this.database = database;
        this.runs = runs;
        this.ledger = ledger;
        this.moved = moved;
    }

    /** A new run begins to wait. */
    @Transactional(Transactional.TxType.MANDATORY)
    void released(RunEntity run, Actor by) {
        runs.persistAndFlush(run);
        runs.forget(run);
        Map<String, Object> payload = new TreeMap<>();
        payload.put("to", run.state.name());
        if (run.replacementOf != null) {
            payload.put("replacement_of", run.replacementOf.toString());
        }
        ledger.append(LedgerEntry.of(SUBJECT, run.id, 0, "released", by, payload));
        moved.fire(new RunMoved(run.id, Set.of()));
    }

    /**
     * Lets the event happen to the run as it was read.
     *
     * @return the run as it is now
     * @throws ProblemException 409 when it may not happen in that state or somebody was faster, 403 when not by this
     *     person
     */
    @Transactional(Transactional.TxType.MANDATORY)
    RunEntity apply(RunEntity run, RunEvent event, Actor by, RunChange change) {
        RunTransition transition = RunTransition.of(run.state, event)
                .orElseThrow(() -> ProblemException.conflict(
                        "NOT_IN_THIS_STATE",
                        "This run is " + run.state.word() + "; \""
                                + event.word().replace('_', ' ') + "\" is not possible now. Look at it again."));
        if (!transition.mayBeDoneBy(by)) {
            throw new ProblemException(403, "NOT_YOUR_PART", "As " + by.role() + " you may not do this.");
        }
        RunState to = transition.to() == null ? cameFrom(run) : transition.to();
        Set<UUID> machines = new HashSet<>();
        addIfPresent(machines, run.machineId);
        addIfPresent(machines, change.machineId);
        runs.forget(run);
        if (update(run, to, change) == 0) {
            throw lost(run, change);
        }
        change.note("from", run.state.name()).note("to", to.name());
        addMachine(change);
        ledger.append(
                new LedgerEntry(SUBJECT, run.id, run.version + 1, event.word(), by, change.fence, change.payload));
        moved.fire(new RunMoved(run.id, machines));
        return runs.current(run.id);
    }

    private static RunState cameFrom(RunEntity run) {
        if (run.pausedFrom == null) {
            throw new IllegalStateException("Run " + run.id + " is paused and does not know from where");
        }
        return run.pausedFrom;
    }

    private static void addIfPresent(Set<UUID> machines, @Nullable UUID machine) {
        if (machine != null) {
            machines.add(machine);
        }
    }

    private static void addMachine(RunChange change) {
        if (change.machineId != null) {
            change.note("machine", change.machineId.toString());
        }
    }

    private int update(RunEntity run, RunState to, RunChange change) {
        try {
            return database.createNativeQuery("""
                            update run set state = :to, version = version + 1, machine_id = :machine,
                                attempt_id = :attempt, garment_tag = :garment, armed_by = :armedBy,
                                armed_at = case when :armedNow then clock_timestamp()
                                    when cast(:garment as text) is null then null else armed_at end,
                                paused_from = :pausedFrom, hold_reason = :reason, place = :place,
                                changed_at = clock_timestamp()
                            where id = :id and state = :from and version = :version
                                and (not :fresh or armed_at > clock_timestamp() - make_interval(secs => :seconds))
                            """)
                    .unwrap(NativeQuery.class)
                    .setParameter("to", to.name())
                    .setParameter("machine", change.machineId, UUID.class)
                    .setParameter("attempt", change.attemptId, UUID.class)
                    .setParameter("garment", change.garmentTag, String.class)
                    .setParameter("armedBy", change.armedBy, UUID.class)
                    .setParameter("armedNow", change.armedNow)
                    .setParameter(
                            "pausedFrom", change.pausedFrom == null ? null : change.pausedFrom.name(), String.class)
                    .setParameter("reason", change.holdReason, String.class)
                    .setParameter("place", change.place)
                    .setParameter("id", run.id)
                    .setParameter("from", run.state.name())
                    .setParameter("version", run.version)
                    .setParameter("fresh", change.needsFreshArming)
                    .setParameter("seconds", (double) ARMED_FOR.toSeconds())
                    .executeUpdate();
        } catch (ConstraintViolationException e) {
            if (ONE_PER_MACHINE.equals(e.getConstraintName())) {
                throw ProblemException.conflict(
                        "MACHINE_OCCUPIED",
                        "Another run is hooped, being sewn or suspect at this machine. Finish or decide that one first.");
            }
            throw e;
        }
    }

    private ProblemException lost(RunEntity run, RunChange change) {
        RunEntity now = runs.current(run.id);
        if (change.needsFreshArming && now.version == run.version) {
            return ProblemException.conflict(
                    "HOOPING_TOO_OLD",
                    "The garment was checked more than " + ARMED_FOR.toMinutes()
                            + " minutes ago. Look at the hoop again and confirm it.");
        }
        return ProblemException.conflict(
                "RUN_CHANGED_MEANWHILE",
                "Somebody was faster: this run is " + now.state.word() + " now. Look at it again.");
    }
}
