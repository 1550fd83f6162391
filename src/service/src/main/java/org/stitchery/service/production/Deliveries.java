package org.stitchery.service.production;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.SideFile;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.service.artwork.DesignRecord;
import org.stitchery.service.artwork.DesignStore;
import org.stitchery.service.machine.DriverShelf;
import org.stitchery.service.machine.MachinePark;
import org.stitchery.service.machine.MachineReadiness;
import org.stitchery.service.machine.MachineSessions;
import org.stitchery.service.machine.MachineView;
import org.stitchery.service.platform.Actor;
import org.stitchery.service.platform.CrashPoints;
import org.stitchery.service.platform.Figures;
import org.stitchery.service.platform.Ids;
import org.stitchery.service.platform.NodeIdentity;
import org.stitchery.service.platform.ProblemException;

/**
 * Brings runs to machines: the intent to disk first, then the bytes. What is under way in this process is kept here;
 * what was under way in an earlier one is nobody's any more and becomes a question at the machine's take-over.
 */
@ApplicationScoped
class Deliveries {

    private static final Logger LOG = Logger.getLogger(Deliveries.class);

    private final AttemptRepository attempts;
    private final RunLifecycle lifecycle;
    private final DesignStore designs;
    private final MachinePark park;
    private final DriverShelf drivers;
    private final MachineSessions machines;
    private final AttemptNews news;
    private final ProductionSettings settings;
    private final NodeIdentity node;
    private final Ids ids;
    private final Map<UUID, AttemptFollower> underWay = new ConcurrentHashMap<>();

    Deliveries(
            AttemptRepository attempts,
            RunLifecycle lifecycle,
            DesignStore designs,
            MachinePark park,
            DriverShelf drivers,
            MachineSessions machines,
            AttemptNews news,
            ProductionSettings settings,
            NodeIdentity node,
            Ids ids) {
        this.attempts = attempts;
        this.lifecycle = lifecycle;
        this.designs = designs;
        this.park = park;
        this.drivers = drivers;
        this.machines = machines;
        this.news = news;
        this.settings = settings;
        this.node = node;
        this.ids = ids;
    }

    /** Writes the intent down, hands the design to the machine's session and returns. */
    void start(RunEntity run, Actor by) {
        MachineView machine = machineOf(run);
        MachineReadiness ready = requireReady(machine);
        UUID attemptId = ids.next();
        EncodedDesign design = encoded(run, machine, AttemptLabel.of(attemptId));
        List<SideFile> beside = sideFiles(run, machine);
        AttemptEntity attempt = attempt(attemptId, run, machine, ready.fence(), design, by);
        AttemptFollower follower = new AttemptFollower(
                attempt,
                design,
                news,
                Actor.machine(machine.name()),
                new ProgressPace(settings.progressEvery(), settings.progressStitches(), System::nanoTime));
        underWay.put(attemptId, follower);
        follower.over().whenComplete((nothing, thrown) -> underWay.remove(attemptId));
        try {
            QuarkusTransaction.requiringNew().run(() -> intend(run, attempt, by));
        } catch (RuntimeException e) {
            underWay.remove(attemptId);
            throw e;
        }
        CrashPoints.at("after-intent-commit");
        if (follower.mayBegin()) {
            machines.later(settings.intentLimit(), () -> callOffWhenSilent(machine.id(), follower));
            machines.deliver(
                    machine.id(),
                    new DeliveryOrder(
                            attempt.label,
                            design.format(),
                            design.content(),
                            attempt.fence,
                            beside,
                            0,
                            attempt.id.getLeastSignificantBits()),
                    follower);
        }
    }

    MachineReadiness requireReady(MachineView machine) {
        MachineReadiness ready = machines.readiness(machine.id());
        if (!ready.ready()) {
            throw ProblemException.conflict(
                    "MACHINE_NOT_READY", machine.name() + " cannot be given a design now: " + ready.why());
        }
        return ready;
    }

    MachineView machineOf(RunEntity run) {
        if (run.machineId == null) {
            throw ProblemException.conflict("NO_MACHINE", "This run has no machine yet. Assign it first.");
        }
        return park.find(run.machineId)
                .orElseThrow(() -> ProblemException.notFound("NO_SUCH_MACHINE", "Its machine is gone."));
    }

    private void intend(RunEntity run, AttemptEntity attempt, Actor by) {
        lifecycle.apply(
                run,
                RunEvent.INTENT,
                by,
                new RunChange(run)
                        .attempt(attempt.id, attempt.fence)
                        .freshlyArmed()
                        .reason(null)
                        .note("label", attempt.label));
        attempts.persistAndFlush(attempt);
        CrashPoints.at("before-intent-commit");
    }

    private EncodedDesign encoded(RunEntity run, MachineView machine, String label) {
        DesignRecord design = designs.find(run.designSha256)
                .orElseThrow(() -> ProblemException.conflict(
                        "DESIGN_MISSING", "The approved design is no longer in the store; call the planner."));
        if (!design.sha256().equals(run.designSha256)) {
            throw ProblemException.conflict(
                    "DESIGN_NOT_APPROVED", "What the store holds is not the design that was approved.");
        }
        if (!machine.hoop().holds(design.pattern().extents())) {
            throw ProblemException.unprocessable(
                    "HOOP_TOO_SMALL",
                    "The design does not fit the hoop "
                            + Figures.hoopWords(machine.hoop().name()) + " of " + machine.name()
                            + ". Take the run off and give it to a machine with a larger one.");
        }
        return EncodedDesign.of(onNeedles(design.pattern(), machine), label, park.formats(machine), machine.dialect())
                .orElseThrow(() -> ProblemException.unprocessable(
                        "FORMAT_NOT_WRITTEN",
                        machine.name() + " takes " + park.formats(machine)
                                + (machine.dialect().isEmpty() ? "" : " in the dialect \"" + machine.dialect() + "\"")
                                + ", which is not written here."));
    }

    /** On the needles that the work order names, for formats that tell the machine. */
    private static StitchPattern onNeedles(StitchPattern pattern, MachineView machine) {
        int blocks = pattern.count(StitchCommand.COLOR_CHANGE) + 1;
        return pattern.withNeedles(
                NeedlePlanner.plan(pattern.threads(), blocks, machine.needles(), machine.needleThreads())
                        .needles());
    }

    /** What the machine's driver may put beside the design: the colours that its format cannot hold. */
    private List<SideFile> sideFiles(RunEntity run, MachineView machine) {
        List<String> kinds = drivers.sideFiles(machine.driverId());
        return kinds.isEmpty()
                ? List.of()
                : designs.find(run.designSha256)
                        .map(design -> ColorLists.of(kinds, design.pattern(), machine))
                        .orElse(List.of());
    }

    private AttemptEntity attempt(
            UUID id, RunEntity run, MachineView machine, long fence, EncodedDesign design, Actor by) {
        AttemptEntity attempt = new AttemptEntity();
        attempt.id = id;
        attempt.label = AttemptLabel.of(id);
        attempt.runId = run.id;
        attempt.machineId = machine.id();
        attempt.fence = fence;
        attempt.node = node.name();
        attempt.armedBy = run.armedBy;
        attempt.startedBy = by.id();
        attempt.garmentTag = run.garmentTag == null ? "" : run.garmentTag;
        attempt.designSha256 = run.designSha256;
        attempt.format = design.format();
        attempt.contentSha256 = design.sha256();
        attempt.driver = machine.driverId();
        attempt.driverVersion = machine.driverVersion();
        attempt.bytesTotal = design.content().length;
        attempt.stitchesTotal = design.stitches().total();
        return attempt;
    }

    private void callOffWhenSilent(UUID machineId, AttemptFollower follower) {
        if (!follower.isMoving() && !follower.over().isDone()) {
            LOG.infof("%s: no byte within %s; calling it off", follower.attempt().label, settings.intentLimit());
            machines.abort(machineId, follower.attempt().label);
        }
    }

    /** Stops feeding. */
    void pause(RunEntity run) {
        follower(run).ifPresent(follower -> machines.pause(follower.attempt().machineId, follower.attempt().label));
    }

    /** Feeds again. */
    void resume(RunEntity run) {
        follower(run).ifPresent(follower -> machines.resume(follower.attempt().machineId, follower.attempt().label));
    }

    /** True while this process hands the run over. */
    boolean isUnderWay(RunEntity run) {
        return follower(run).isPresent();
    }

    /**
     * Ends what is under way and waits a little for the line to say what had left.
     *
     * @return true when the end was or will be written down by what follows the attempt; false when nothing is under way
     */
    boolean abort(RunEntity run, Actor by) {
        Optional<AttemptFollower> found = follower(run);
        if (found.isEmpty()) {
            return false;
        }
        AttemptFollower follower = found.get();
        follower.abortedBy(by);
        if (follower.calledOff()) {
            follower.ended(
                    new Outcome.NotStarted("no byte was handed to the transport", "Aborted before anything was sent."));
            return true;
        }
        if (!machines.abort(follower.attempt().machineId, follower.attempt().label)) {
            return !follower.over().isDone() && awaited(follower);
        }
        awaited(follower);
        return true;
    }

    private boolean awaited(AttemptFollower follower) {
        try {
            follower.over().get(settings.abortWait().toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Following an attempt never fails", e);
        }
    }

    private Optional<AttemptFollower> follower(RunEntity run) {
        return Optional.ofNullable(run.attemptId).map(underWay::get);
    }
}
