package org.stitchery.service.machine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;
import org.stitchery.service.platform.Backoff;
import org.stitchery.service.platform.CrashPoints;
import org.stitchery.service.platform.ProblemException;
import org.stitchery.transport.Links;
import org.stitchery.transport.MachineLine;
import org.stitchery.transport.MachineUri;
import org.stitchery.transport.OpenLink;
import org.stitchery.transport.PortLock;
import org.stitchery.transport.TransportException;
import org.stitchery.transport.Transports;

/**
 * Our side of one machine for as long as one lease lasts: opens its line, keeps it open, hands one design at a time over.
 *
 * <p>The order of a take-over is kept here: the lease was taken and the fence raised in the database; now the port stores
 * the fence; now {@link MachineTakenOver} turns what an earlier owner left behind into questions; only then can anything
 * be sent.
 *
 * <p>Every method may be called from any thread and returns at once.
 */
final class MachineSession {

    private static final Logger LOG = Logger.getLogger(MachineSession.class);

    private record Delivery(DeliveryOrder order, int size, DeliveryListener listener) {}

    private final MachineSpec spec;
    private final Lease lease;
    private final SessionTools tools;
    private final SerialMailbox mailbox;
    private final Backoff backoff;

    /** Guards everything below. */
    private final Object gate = new Object();

    private boolean over;
    private boolean suspended;
    private boolean fenced;
    private boolean connecting;
    private @Nullable MachineLine line;
    private @Nullable Delivery delivery;
    private MachineEvent.@Nullable Progressed progress;
    private CompletableFuture<Void> lineClosed = CompletableFuture.completedFuture(null);
    private volatile long renewalAskedNanos;

    MachineSession(MachineSpec spec, Lease lease, SessionTools tools, long renewalAskedNanos) {
        this.spec = spec;
        this.lease = lease;
        this.tools = tools;
        this.mailbox = new SerialMailbox(spec.name(), tools.workers());
        this.backoff = new Backoff(tools.retryFirst(), tools.retryLongest(), ThreadLocalRandom.current());
        this.renewalAskedNanos = renewalAskedNanos;
    }

    Lease lease() {
        return lease;
    }

    MachineSpec spec() {
        return spec;
    }

    void start() {
        connectAfter(Duration.ZERO);
    }

    // ---- the lease

    /** The lease was renewed; asked for at that moment. */
    void renewed(long askedNanos) {
        renewalAskedNanos = askedNanos;
        boolean again;
        synchronized (gate) {
            again = suspended && !over;
            suspended = false;
        }
        if (again) {
            start();
        }
    }

    /** Stops sending when too much time has passed by our own clock since a renewal was asked for that succeeded. */
    void stopWhenStale(long nowNanos, Duration stopAfter) {
        if (nowNanos - renewalAskedNanos <= stopAfter.toNanos()) {
            return;
        }
        synchronized (gate) {
            if (over || suspended) {
                return;
            }
            suspended = true;
        }
        LOG.warnf("%s: the lease was not renewed for %d s; giving the line back", spec.name(), stopAfter.toSeconds());
        dropLine();
        show(reading ->
                reading.withLine(LineState.CLOSED, "The database does not answer; nothing is sent until it does."));
    }

    /** Ends the session. What runs ends with what is known. Completes when the port is free. */
    CompletableFuture<Void> end(String why) {
        synchronized (gate) {
            over = true;
        }
        show(reading -> reading.withLine(LineState.CLOSED, why));
        return dropLine();
    }

    /** Ends the session unless a design is being handed over. @return the same as {@link #end}, null when it goes on */
    @Nullable
    CompletableFuture<Void> endIfIdle(String why) {
        synchronized (gate) {
            if (delivery != null) {
                return null;
            }
            over = true;
        }
        return end(why);
    }

    /** Waits until everything that happened has been told, up to the deadline. */
    boolean drained(Duration deadline) throws InterruptedException {
        return mailbox.drained(deadline);
    }

    private CompletableFuture<Void> dropLine() {
        synchronized (gate) {
            if (line != null) {
                lineClosed = line.close();
                line = null;
            }
            return lineClosed;
        }
    }

    // ---- the line

    private void connectAfter(Duration pause) {
        synchronized (gate) {
            if (over || suspended || connecting || line != null) {
                return;
            }
            connecting = true;
        }
        tools.workers().schedule(this::connect, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void connect() {
        Duration retry = null;
        try {
            lineClosed().get(5, TimeUnit.SECONDS);
            if (!isOver()) {
                show(reading -> reading.withLine(LineState.CONNECTING, "Opening " + spec.uri() + "."));
                MachineUri uri = tools.places().allowed(spec.uri());
                takeOverOnce(uri);
                opened(Links.open(uri, tools.fences(), tools.secrets(), tools.desks(), Transports.CONNECT_DEADLINE));
            }
        } catch (TransportException e) {
            boolean taken =
                    e.reason() == TransportException.Reason.BUSY || e.reason() == TransportException.Reason.STALE_FENCE;
            retry = failed(taken ? LineState.TAKEN : LineState.CLOSED, String.valueOf(e.getMessage()));
        } catch (ProblemException e) {
            retry = failed(LineState.CLOSED, e.sentence());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.errorf(e, "%s: the line could not be opened", spec.name());
            retry = failed(LineState.CLOSED, "The line could not be opened for a reason of our own; see the log.");
        } finally {
            synchronized (gate) {
                connecting = false;
            }
        }
        if (retry != null) {
            connectAfter(retry);
        }
    }

    private Duration failed(LineState state, String why) {
        show(reading -> reading.withLine(state, why));
        return backoff.afterFailure();
    }

    /** Stores the fence with the port even where its line cannot be opened, then lets everybody know. */
    private void takeOverOnce(MachineUri uri) throws TransportException {
        synchronized (gate) {
            if (fenced) {
                return;
            }
        }
        PortLock.take(tools.fences(), uri.place(), lease.fence()).close();
        CrashPoints.at("after-fence-ack");
        tools.takenOver().accept(new MachineTakenOver(spec.id(), lease.fence()));
        synchronized (gate) {
            fenced = true;
        }
    }

    private void opened(OpenLink link) throws TransportException {
        MachineLine fresh = tools.loop().attach(link, spec.driver(), spec.settings(), lease.fence(), this::heard);
        synchronized (gate) {
            if (over || suspended) {
                lineClosed = fresh.close();
                return;
            }
            line = fresh;
        }
        backoff.success();
        show(reading -> reading.withLine(LineState.OPEN, "Ready."));
        fresh.onLost(why -> mailbox.add(() -> lost(fresh, why)));
    }

    private void lost(MachineLine which, String why) {
        synchronized (gate) {
            if (line != which) {
                return;
            }
            line = null;
        }
        LOG.warnf("%s: line lost: %s", spec.name(), why);
        show(reading -> reading.withLine(LineState.CLOSED, why));
        connectAfter(backoff.afterFailure());
    }

    private CompletableFuture<Void> lineClosed() {
        synchronized (gate) {
            return lineClosed;
        }
    }

    private boolean isOver() {
        synchronized (gate) {
            return over || suspended;
        }
    }

    private void show(UnaryOperator<Reading> change) {
        tools.board().change(spec.id(), change);
    }

    // ---- the delivery

    MachineReadiness readiness() {
        synchronized (gate) {
            if (line == null) {
                return MachineReadiness.no(tools.board().of(spec.id()).detail());
            }
            if (delivery != null) {
                return MachineReadiness.no(delivery.order().label() + " is still being handed over.");
            }
            return new MachineReadiness(true, "", lease.fence());
        }
    }

    /** Asks the machine how it is; empty when its line is not open. */
    Optional<CompletableFuture<ProbeResult>> probe(Duration deadline) {
        synchronized (gate) {
            return Optional.ofNullable(line).map(open -> open.probe(deadline));
        }
    }

    boolean isDelivering() {
        synchronized (gate) {
            return delivery != null;
        }
    }

    void deliver(DeliveryOrder order, DeliveryListener listener) {
        int size = order.content().length;
        MachineLine open;
        synchronized (gate) {
            open = delivery == null && !over ? line : null;
            if (open != null) {
                delivery = new Delivery(order, size, listener);
                progress = null;
            }
        }
        if (open == null) {
            mailbox.add(() -> listener.ended(new Outcome.NotStarted(
                    "no byte was handed to the transport", "The machine's line was no longer free.")));
            return;
        }
        show(reading -> reading.withBytes(0, size));
        CrashPoints.at("before-first-byte");
        open.deliver(order, tools.stall()).thenAccept(outcome -> mailbox.add(() -> ended(order, listener, outcome)));
    }

    void pause(String label) {
        MachineLine open = lineOf(label);
        if (open != null) {
            open.pause();
        }
    }

    void resume(String label) {
        MachineLine open = lineOf(label);
        if (open != null) {
            open.resume();
        }
    }

    /** @return false when that delivery is not under way here, so that nothing had to be ended */
    boolean abort(String label) {
        MachineLine open = lineOf(label);
        if (open != null) {
            open.abort();
        }
        return open != null;
    }

    private @Nullable MachineLine lineOf(String label) {
        synchronized (gate) {
            return delivery != null && delivery.order().label().equals(label) ? line : null;
        }
    }

    /** On the loop's thread. */
    private void heard(MachineEvent event) {
        if (event instanceof MachineEvent.Progressed further) {
            boolean alreadyKnown;
            synchronized (gate) {
                alreadyKnown = progress != null;
                progress = further;
            }
            if (!alreadyKnown) {
                mailbox.add(this::progressed);
            }
        } else {
            mailbox.add(() -> happened(event));
        }
    }

    private void progressed() {
        MachineEvent.Progressed latest;
        Delivery now;
        synchronized (gate) {
            latest = progress;
            progress = null;
            now = delivery;
        }
        if (latest == null || now == null) {
            return;
        }
        show(reading -> reading.withBytes(latest.bytes(), now.size()));
        now.listener().happened(latest);
    }

    private void happened(MachineEvent event) {
        if (event instanceof MachineEvent.Strange strange) {
            LOG.warnf("%s: strange word from the machine: %s", spec.name(), strange.detail());
        }
        show(reading -> reading.after(event));
        Delivery now;
        synchronized (gate) {
            now = delivery;
        }
        if (now != null) {
            now.listener().happened(event);
        }
    }

    private void ended(DeliveryOrder order, DeliveryListener listener, Outcome outcome) {
        if (outcome instanceof Outcome.Delivered || outcome instanceof Outcome.Sewn) {
            CrashPoints.at("after-last-byte");
        }
        listener.ended(outcome);
        synchronized (gate) {
            if (delivery != null && delivery.order() == order) {
                delivery = null;
                progress = null;
            }
        }
        show(reading -> reading.withBytes(0, 0).withHint("").withHeld(false));
        LOG.infof("%s: %s %s", spec.name(), order.label(), outcome);
        if (outcome instanceof Outcome.Unknown || outcome instanceof Outcome.StopMachine) {
            hangUp();
        }
    }

    /** A machine left in the middle of a design waits for its rest; only a hang-up tells it that none will come. */
    private void hangUp() {
        dropLine();
        connectAfter(Duration.ZERO);
    }
}
