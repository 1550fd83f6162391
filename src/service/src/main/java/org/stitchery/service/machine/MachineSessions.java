package org.stitchery.service.machine;

import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;
import org.stitchery.service.platform.DataPath;
import org.stitchery.transport.DeskHall;
import org.stitchery.transport.PacingLoop;
import org.stitchery.transport.Secrets;

/**
 * All machines this node holds. Takes leases, renews them, opens a {@link MachineSession} for each, and lets go of what
 * is no longer ours. Two clocks run here and never wait for each other: one asks the database, the other only looks at
 * how long ago it last answered.
 */
@ApplicationScoped
@Unremovable
public class MachineSessions {

    private static final Logger LOG = Logger.getLogger(MachineSessions.class);

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);
    private static final int WORKERS = 8;

    private final MachineRepository machines;
    private final LeaseBook leases;
    private final DriverShelf drivers;
    private final StatusBoard board;
    private final MachineSettings settings;
    private final Map<UUID, MachineSession> sessions = new ConcurrentHashMap<>();
    private final Set<UUID> elsewhere = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService workers = threads(WORKERS, "machine-worker");
    private final ScheduledExecutorService leaseClock = threads(1, "machine-leases");
    private final ScheduledExecutorService watchClock = threads(1, "machine-lease-watch");
    private final PacingLoop loop = new PacingLoop();
    private final SessionTools tools;
    private volatile boolean databaseAnswers = true;
    private volatile long answeredNanos = System.nanoTime();

    MachineSessions(
            MachineRepository machines,
            LeaseBook leases,
            DriverShelf drivers,
            StatusBoard board,
            MachineSettings settings,
            MachinePlaces places,
            DataPath data,
            DeskHall desks,
            Secrets secrets,
            Event<MachineTakenOver> takenOver) {
        this.machines = machines;
        this.leases = leases;
        this.drivers = drivers;
        this.board = board;
        this.settings = settings;
        this.tools = new SessionTools(
                loop,
                data.root().resolve("fences"),
                secrets,
                desks,
                places,
                board,
                workers,
                takenOver::fire,
                settings.stall(),
                settings.retryFirst(),
                settings.retryLongest());
    }

    void begin(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent start) {
        long every = settings.renewEvery().toMillis();
        leaseClock.scheduleWithFixedDelay(this::keep, 0, every, TimeUnit.MILLISECONDS);
        watchClock.scheduleWithFixedDelay(this::watch, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    void finish(@Observes ShutdownEvent stop) throws InterruptedException {
        leaseClock.shutdownNow();
        watchClock.shutdownNow();
        List<MachineSession> open = List.copyOf(sessions.values());
        List<CompletableFuture<Void>> closing =
                open.stream().map(session -> session.end("The service stops.")).toList();
        for (CompletableFuture<Void> closed : closing) {
            awaitQuietly(closed);
        }
        loop.close();
        for (MachineSession session : open) {
            if (session.drained(LAST_WORDS)) {
                giveBack(session.lease());
            } else {
                LOG.warnf(
                        "%s: not everything could be written down; the next start will ask",
                        session.spec().name());
            }
        }
        workers.shutdownNow();
    }

    // ---- for production

    /** Whether the machine could be given a design now. */
    public MachineReadiness readiness(UUID machineId) {
        MachineSession session = sessions.get(machineId);
        return session == null ? MachineReadiness.no(board.of(machineId).detail()) : session.readiness();
    }

    /**
     * Hands a design over. Returns at once; the listener hears the rest, and always hears the end.
     *
     * @param order under the fence that {@link #readiness} named; under another one it is not begun
     */
    public void deliver(UUID machineId, DeliveryOrder order, DeliveryListener listener) {
        MachineSession session = sessions.get(machineId);
        if (session == null) {
            workers.execute(() -> listener.ended(new Outcome.NotStarted(
                    "no byte was handed to the transport", "The machine is no longer ours to command.")));
            return;
        }
        session.deliver(order, listener);
    }

    /** Stops feeding the delivery of that label. Without effect when it is not under way. */
    public void pause(UUID machineId, String label) {
        MachineSession session = sessions.get(machineId);
        if (session != null) {
            session.pause(label);
        }
    }

    /** Feeds it again. */
    public void resume(UUID machineId, String label) {
        MachineSession session = sessions.get(machineId);
        if (session != null) {
            session.resume(label);
        }
    }

    /**
     * Ends it as soon as the machine allows.
     *
     * @return false when it is not under way, so that there was nothing to end
     */
    public boolean abort(UUID machineId, String label) {
        MachineSession session = sessions.get(machineId);
        return session != null && session.abort(label);
    }

    /** Runs something a little later, where it may block. */
    public void later(Duration pause, Runnable what) {
        workers.schedule(what, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Asks a machine whose line is open how it is; empty when its line is not open. Moves nothing. */
    Optional<CompletableFuture<ProbeResult>> probe(UUID machineId, Duration deadline) {
        MachineSession session = sessions.get(machineId);
        return session == null ? Optional.empty() : session.probe(deadline);
    }

    /** True when another node holds the machine, so that what is true of it is for that node to say. */
    public boolean isElsewhere(UUID machineId) {
        return elsewhere.contains(machineId) && !sessions.containsKey(machineId);
    }

    // ---- for health and for edits

    /** How long ago the database last answered a renewal. */
    Duration sinceDatabaseAnswered() {
        return Duration.ofNanos(System.nanoTime() - answeredNanos);
    }

    /** Machines this node holds. */
    int held() {
        return sessions.size();
    }

    /** Closes the machine's session after an edit and opens it again as it now is, under a new fence. */
    void reopen(UUID machineId) {
        leaseClock.execute(() -> {
            letGo(machineId, "Being set up anew.");
            keep();
        });
    }

    /** True while a design is being handed over. */
    boolean isDelivering(UUID machineId) {
        MachineSession session = sessions.get(machineId);
        return session != null && session.isDelivering();
    }

    // ---- the two clocks

    private void keep() {
        try {
            long asked = System.nanoTime();
            List<Lease> ours =
                    sessions.values().stream().map(MachineSession::lease).toList();
            Set<UUID> kept = ours.isEmpty() ? Set.of() : leases.renew(ours);
            for (Lease lease : ours) {
                MachineSession session = sessions.get(lease.machineId());
                if (session == null) {
                    continue;
                }
                if (kept.contains(lease.machineId())) {
                    session.renewed(asked);
                    letGoOfOldDriver(session);
                } else {
                    letGo(lease.machineId(), "Another node has taken the machine over.");
                }
            }
            takeWhatIsFree(asked);
            answeredNanos = asked;
            databaseAnswers = true;
        } catch (RuntimeException e) {
            if (databaseAnswers) {
                LOG.error("Leases cannot be renewed", e);
            }
            databaseAnswers = false;
        }
    }

    private void takeWhatIsFree(long askedNanos) {
        List<MachineEntity> inService = QuarkusTransaction.requiringNew().call(machines::inService);
        for (MachineEntity machine : inService) {
            if (sessions.containsKey(machine.id)) {
                continue;
            }
            board.change(machine.id, reading -> reading.withService(true));
            MachineSpec spec = spec(machine);
            Optional<Lease> lease = spec == null ? Optional.empty() : leases.take(machine.id);
            if (spec != null && lease.isPresent()) {
                elsewhere.remove(machine.id);
                MachineSession session = new MachineSession(spec, lease.get(), tools, askedNanos);
                sessions.put(machine.id, session);
                session.start();
            } else if (spec != null) {
                elsewhere.add(machine.id);
                board.change(
                        machine.id, reading -> reading.withLine(LineState.CLOSED, "Another node holds this machine."));
            }
        }
    }

    private @Nullable MachineSpec spec(MachineEntity machine) {
        Optional<MachineDriver> driver = drivers.find(machine.driver);
        if (driver.isEmpty()) {
            board.change(
                    machine.id,
                    reading -> reading.withLine(
                            LineState.CLOSED, "There is no driver \"" + machine.driver + "\"; add its plug-in."));
            return null;
        }
        try {
            DriverSettings given = DriverSettings.of(driver.get().description().settings(), machine.settings);
            return new MachineSpec(machine.id, machine.name, machine.uri, driver.get(), given);
        } catch (IllegalArgumentException e) {
            board.change(machine.id, reading -> reading.withLine(LineState.CLOSED, String.valueOf(e.getMessage())));
            return null;
        }
    }

    private void watch() {
        long now = System.nanoTime();
        for (MachineSession session : sessions.values()) {
            try {
                session.stopWhenStale(now, settings.stopAfter());
            } catch (RuntimeException e) {
                // One throw would end the clock that guards all machines.
                LOG.errorf(e, "%s: could not be looked after", session.spec().name());
            }
        }
    }

    /** A driver from outside that was taken out or replaced stays with a machine until its design is handed over. */
    private void letGoOfOldDriver(MachineSession session) {
        MachineDriver used = session.spec().driver();
        if (drivers.isCurrent(used)) {
            return;
        }
        CompletableFuture<Void> closed =
                session.endIfIdle("The driver \"" + used.description().id() + "\" was taken out or replaced.");
        if (closed != null) {
            sessions.remove(session.lease().machineId());
            leave(session, closed);
        }
    }

    private void letGo(UUID machineId, String why) {
        MachineSession session = sessions.remove(machineId);
        if (session != null) {
            leave(session, session.end(why));
        }
    }

    private void leave(MachineSession session, CompletableFuture<Void> closed) {
        awaitQuietly(closed);
        try {
            if (session.drained(LAST_WORDS)) {
                giveBack(session.lease());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveBack(Lease lease) {
        try {
            leases.giveBack(lease);
        } catch (RuntimeException e) {
            LOG.debug("A lease could not be given back; it will run out", e);
        }
    }

    private static void awaitQuietly(CompletableFuture<Void> closed) {
        try {
            closed.get(LAST_WORDS.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("A line did not close in time", e);
        }
    }

    private static ScheduledExecutorService threads(int count, String name) {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory factory = task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(count, factory);
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }
}
