package org.stitchery.plugin.process;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;
import org.stitchery.plugin.host.Frame;
import org.stitchery.plugin.host.Frame.Kind;
import org.stitchery.plugin.host.Pack;
import org.stitchery.plugin.host.Unpack;

/**
 * A connection whose driver lives in another process. The host's thread never waits for that process: it leaves a question,
 * and one of its later turns finds the answer. One question is out at a time.
 *
 * <p>A child that dies, hangs, throws or talks nonsense ends the connection with an {@link IOException}, as a broken line
 * does; what is then said of a delivery comes from our own account of the link.
 */
final class ProcessConnection implements MachineConnection {

    /** Messages looked at in one visit, so that a child that never stops talking cannot keep the loop. */
    private static final int MOST_PER_VISIT = 64;

    /** An idle driver is given a turn at least so often, though nothing happened. */
    private static final long LISTEN_NANOS = Duration.ofSeconds(1).toNanos();

    private final ChildWire wire;
    private final ParentLink link;
    private final Host host;
    private final Limits limits;
    private final Consumer<Boolean> onClosed;
    private final Deque<Frame> waiting = new ArrayDeque<>();
    private @Nullable Kind outstanding;
    private @Nullable ProcessExchange<?> turning;
    private @Nullable ProcessExchange<?> current;
    private boolean mayAct;
    private int backlog;
    private long signNanos = System.nanoTime();
    private long listenedNanos = signNanos;
    private volatile boolean broken;
    private final AtomicBoolean told = new AtomicBoolean();

    /**
     * @param opening what opens the connection in the child
     * @param onClosed told once it is closed, with true when the child had died of itself
     */
    ProcessConnection(
            ChildWire wire, ParentLink link, Host host, Limits limits, Frame opening, Consumer<Boolean> onClosed) {
        this.wire = wire;
        this.link = link;
        this.host = host;
        this.limits = limits;
        this.onClosed = onClosed;
        ask(opening);
    }

    @Override
    public void listen() throws IOException {
        visit();
        long now = System.nanoTime();
        if (idle() && (link.news(backlog) || now - listenedNanos > LISTEN_NANOS)) {
            listenedNanos = now;
            Pack state = new Pack();
            link.state(state, backlog);
            send(state.frame(Kind.LISTEN));
            awaitIdle();
        }
    }

    @Override
    public Exchange<ProbeResult> probe() {
        return begin(Pack.empty(Kind.PROBE), Unpack::probe, why -> new ProbeResult(ProbeResult.State.SILENT, why));
    }

    @Override
    public Exchange<Outcome> deliver(DeliveryOrder order) {
        Exchange<Outcome> exchange =
                begin(new Pack().order(order).frame(Kind.DELIVER), Unpack::outcome, why -> link.known(order, why));
        link.begin();
        return exchange;
    }

    private <T> Exchange<T> begin(Frame question, ProcessExchange.Reading<T> reading, ProcessExchange.Known<T> known) {
        if (current != null) {
            throw new IllegalStateException("another exchange is running on " + link.name());
        }
        ProcessExchange<T> exchange = new ProcessExchange<>(this, question, reading, known);
        current = exchange;
        ask(question);
        return exchange;
    }

    @Override
    public void pause() {
        command(Kind.PAUSE);
    }

    @Override
    public void resume() {
        command(Kind.RESUME);
    }

    @Override
    public void abort() {
        // What the driver wanted to write before it knew is not written any more.
        mayAct = false;
        command(Kind.ABORT);
    }

    private void command(Kind kind) {
        if (current != null) {
            ask(Pack.empty(kind));
        }
    }

    /** Any thread. */
    @Override
    public void closed() {
        wire.close();
        if (told.compareAndSet(false, true)) {
            onClosed.accept(broken);
        }
    }

    // ---- for the exchange

    /** Hears what the child said by now. @throws IOException when it cannot go on */
    void visit() throws IOException {
        Frame frame = wire.poll();
        for (int i = 1; frame != null; i++) {
            heard(frame);
            frame = i < MOST_PER_VISIT ? wire.poll() : null;
        }
        link.feed(mayAct && waiting.isEmpty());
        sendNext();
        judge();
    }

    /** True when the child waits for a question. */
    boolean idle() {
        return outstanding == null && waiting.isEmpty();
    }

    /** Something happened at the link. */
    boolean news() throws IOException {
        return link.news(backlog);
    }

    void turn(ProcessExchange<?> exchange, long nowNanos) throws IOException {
        Pack content = new Pack().big(nowNanos);
        link.state(content, backlog);
        turning = exchange;
        mayAct = true;
        send(content.frame(Kind.TURN));
    }

    /** Waits for answers where the host keeps a time of its own, else not at all. */
    void awaitIdle() throws IOException {
        long end = System.nanoTime() + limits.eachTurn().toNanos();
        try {
            while (!idle()) {
                long left = end - System.nanoTime();
                Frame frame = left > 0 ? wire.poll(Duration.ofNanos(left)) : null;
                if (frame == null) {
                    break;
                }
                heard(frame);
                sendNext();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        judge();
    }

    /** The exchange is over, well or from outside. */
    void over(ProcessExchange<?> exchange) {
        if (current == exchange) {
            current = null;
        }
    }

    /** The exchange was ended from outside: the child is told, and nothing more is done in its name. */
    void ended(ProcessExchange<?> exchange, Exchange.Ending why) {
        over(exchange);
        mayAct = false;
        if (!waiting.remove(exchange.question())) {
            ask(new Pack().name(why).frame(Kind.ENDED));
        }
    }

    String why(Exchange.Ending ending) {
        String how = wire.ending();
        String process = how == null ? "" : " The driver's process " + how + ".";
        return switch (ending) {
                    case DEADLINE -> "The time for it was up.";
                    case LINK_LOST -> broken ? "The driver's process was lost." : "The line was lost.";
                    case TAKEN_AWAY -> "The host gave the line up.";
                }
                + process;
    }

    // ---- one question at a time

    private void ask(Frame question) {
        waiting.add(question);
        sendNext();
    }

    private void sendNext() {
        if (outstanding == null && !waiting.isEmpty()) {
            send(waiting.remove());
        }
    }

    private void send(Frame question) {
        outstanding = question.kind();
        signNanos = System.nanoTime();
        wire.send(question);
    }

    private void heard(Frame frame) throws IOException {
        signNanos = System.nanoTime();
        Unpack content = new Unpack(frame);
        try {
            switch (frame.kind()) {
                case DONE -> answered(content);
                case TURNED -> turned(content);
                case REPORT -> host.report(content.event());
                case LOG -> host.log(content.text());
                case FAILED -> {
                    content.text();
                    throw lost("failed. " + content.text(), null);
                }
                default -> {
                    if (!link.serve(frame.kind(), content, mayAct || outstanding == Kind.LISTEN)) {
                        throw new IllegalArgumentException("it says " + frame.kind());
                    }
                }
            }
        } catch (IllegalArgumentException e) {
            throw lost("broke the protocol: " + e.getMessage() + ".", e);
        }
    }

    private void answered(Unpack content) throws IOException {
        outstanding = null;
        backlog = content.number();
        String failure = content.maybe();
        if (failure != null) {
            throw new IOException(failure);
        }
    }

    private void turned(Unpack content) throws IOException {
        ProcessExchange<?> whose = turning;
        turning = null;
        mayAct = false;
        answered(content);
        if (whose != null) {
            whose.turned(content);
        }
    }

    /** A child that is gone or does not answer ends the connection. */
    private void judge() throws IOException {
        String ending = wire.ending();
        if (ending != null) {
            throw lost(ending + ".", null);
        }
        Duration limit = outstanding == Kind.OPEN ? limits.start() : limits.call();
        if (outstanding != null && System.nanoTime() - signNanos > limit.toNanos()) {
            throw lost(
                    "hangs: no answer to " + outstanding + " within " + limit.toMillis() + " ms. It was ended.", null);
        }
    }

    private IOException lost(String how, @Nullable Throwable cause) {
        broken = true;
        wire.close();
        return new IOException(link.name() + ": the driver's process " + how, cause);
    }
}
