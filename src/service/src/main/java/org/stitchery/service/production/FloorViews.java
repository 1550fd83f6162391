package org.stitchery.service.production;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.machine.MachinePark;
import org.stitchery.service.machine.MachineView;
import org.stitchery.service.machine.Occupancy;
import org.stitchery.service.platform.Ledger;

/** Runs as others may see them. Reads only. */
@ApplicationScoped
class FloorViews {

    private static final String JOINED = """
            select new org.stitchery.service.production.RunWithJob(r, j, a)
            from RunEntity r join JobEntity j on j.id = r.jobId left join AttemptEntity a on a.id = r.attemptId
            where\s""";

    private static final String IN_ORDER = " order by r.priority desc, r.place, r.numberInJob";

    private final EntityManager database;
    private final MachinePark park;
    private final AttemptRepository attempts;
    private final LiveProgress live;
    private final Ledger ledger;

    FloorViews(EntityManager database, MachinePark park, AttemptRepository attempts, LiveProgress live, Ledger ledger) {
        this.database = database;
        this.park = park;
        this.attempts = attempts;
        this.live = live;
        this.ledger = ledger;
    }

    @Transactional
    List<MachineQueueView> queues() {
        Map<UUID, List<RunWithJob>> runs = rows("r.state in ?1", List.copyOf(RunState.AT_A_MACHINE)).stream()
                .collect(Collectors.groupingBy(row -> machineOf(row.run())));
        return park.all().stream()
                .map(machine -> queue(machine, runs.getOrDefault(machine.id(), List.of())))
                .toList();
    }

    @Transactional
    Optional<MachineQueueView> queue(UUID machineId) {
        return park.find(machineId)
                .map(machine -> queue(
                        machine,
                        rows("r.machineId = ?1 and r.state in ?2", machineId, List.copyOf(RunState.AT_A_MACHINE))));
    }

    @Transactional
    List<RunView> unassigned() {
        return rows("r.state in ?1", List.of(RunState.WAITING, RunState.HELD)).stream()
                .map(row -> view(row, null))
                .toList();
    }

    @Transactional
    Optional<RunView> run(UUID runId) {
        return rows("r.id = ?1", runId).stream().findFirst().map(this::view);
    }

    @Transactional
    List<JobView> jobsOfOrder(UUID orderId) {
        Map<UUID, List<RunWithJob>> byJob =
                rows("j.orderId = ?1", orderId).stream().collect(Collectors.groupingBy(row -> row.job().id));
        Map<UUID, String> names = machineNames();
        return byJob.values().stream()
                .map(rows -> job(rows, names))
                .sorted(Comparator.comparing(JobView::title).thenComparing(JobView::orderLineId))
                .toList();
    }

    @Transactional
    Optional<RunHistory> history(UUID runId) {
        return run(runId)
                .map(run -> new RunHistory(
                        run,
                        ledger.of("run", runId),
                        attempts.ofRun(runId).stream().map(this::view).toList()));
    }

    /** Who has the machine's needle, in its own words. */
    @Transactional
    Occupancy occupancy(UUID machineId) {
        for (RunWithJob row : rows(
                "r.machineId = ?1 and r.state in ?2",
                machineId,
                List.of(
                        RunState.ARMED,
                        RunState.INTENT,
                        RunState.SENDING,
                        RunState.SEWING,
                        RunState.PAUSED,
                        RunState.SUSPECT))) {
            return RunWords.occupancy(row);
        }
        return Occupancy.FREE;
    }

    private List<RunWithJob> rows(String condition, Object... values) {
        var query = database.createQuery(JOINED + condition + IN_ORDER, RunWithJob.class);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.getResultList();
    }

    private MachineQueueView queue(MachineView machine, List<RunWithJob> rows) {
        RunView current = null;
        List<RunView> waiting = new ArrayList<>();
        List<RunView> suspects = new ArrayList<>();
        for (RunWithJob row : rows) {
            RunView view = view(row, machine.name());
            switch (row.run().state) {
                case SUSPECT -> suspects.add(view);
                case ARMED, INTENT, SENDING, SEWING, PAUSED -> current = view;
                case ASSIGNED -> waiting.add(view);
                case WAITING, HELD, SPOILED, DONE, CANCELLED -> {}
            }
        }
        return new MachineQueueView(machine, current, waiting, suspects);
    }

    private JobView job(List<RunWithJob> rows, Map<UUID, String> names) {
        JobEntity job = rows.get(0).job();
        List<RunView> runs = rows.stream()
                .sorted(Comparator.comparingInt((RunWithJob row) -> row.run().numberInJob)
                        .thenComparing(row -> row.run().createdAt))
                .map(row -> view(row, row.run().machineId == null ? null : names.get(row.run().machineId)))
                .toList();
        return new JobView(
                job.id,
                job.orderId,
                job.orderLineId,
                job.title,
                job.customerName,
                job.designSha256,
                job.quantity,
                runs);
    }

    private Map<UUID, String> machineNames() {
        return park.all().stream().collect(Collectors.toMap(MachineView::id, MachineView::name));
    }

    private RunView view(RunWithJob row) {
        UUID machine = row.run().machineId;
        return view(
                row,
                machine == null
                        ? null
                        : park.find(machine).map(MachineView::name).orElse(null));
    }

    private RunView view(RunWithJob row, @Nullable String machineName) {
        RunEntity run = row.run();
        JobEntity job = row.job();
        AttemptEntity attempt = row.attempt();
        Optional<LiveProgress.Point> now = attempt == null ? Optional.empty() : live.of(attempt.id);
        int known = attempt == null ? 0 : attempt.ackedStitch;
        String evidence = attempt == null ? null : attempt.evidence;
        return new RunView(
                run.id,
                job.orderId,
                job.orderLineId,
                job.title,
                job.customerName,
                run.designSha256,
                run.state,
                run.version,
                run.machineId,
                machineName,
                job.stitchesTotal,
                now.map(point -> Math.max(point.stitches(), known)).orElse(known),
                now.map(LiveProgress.Point::evidence).orElse(evidence),
                attempt == null ? null : attempt.label,
                run.holdReason,
                run.numberInJob,
                job.quantity,
                run.createdAt,
                run.changedAt,
                RunWords.actions(run.state));
    }

    private AttemptView view(AttemptEntity attempt) {
        return new AttemptView(
                attempt.id,
                attempt.label,
                attempt.machineId,
                attempt.fence,
                attempt.garmentTag,
                attempt.bytesTotal,
                attempt.ackedBytes,
                attempt.ackedStitch,
                attempt.intentAt,
                attempt.firstByteAt,
                attempt.endedAt,
                attempt.outcome,
                attempt.outcomeDetail);
    }

    private static UUID machineOf(RunEntity run) {
        if (run.machineId == null) {
            throw new IllegalStateException("Run " + run.id + " is " + run.state.word() + " without a machine");
        }
        return run.machineId;
    }
}
