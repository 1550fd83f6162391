package org.stitchery.transport;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.RequestDesk.Reply;

/**
 * The desks of one server, and the porter who lets people to them: only with the desk's own token, and not too often.
 * Desks that were closed are remembered, so that a machine is told to come again and not that its token is wrong. Safe
 * for any thread.
 */
public final class DeskHall {

    /** What all addresses of desks on a web server begin with; then name and path follow. */
    public static final String ROOT = "/machine-desk/";

    /** What the porter says. */
    public sealed interface Entry {

        /** Come in. */
        record In(Desk desk) implements Entry {}

        /** Stay out, for this reason. */
        record Out(Reply reply) implements Entry {}
    }

    /** Questions an agent may put at once and per second. It needs two or three a second at most. Taste. */
    private static final int AT_ONCE = 60;

    private static final double PER_SECOND = 20;

    /** Wrong tokens an address may bring before nobody looks at them any more. */
    private static final int WRONG_AT_ONCE = 10;

    private static final double WRONG_PER_SECOND = 1 / 6.0;
    private static final int MOST_STRANGERS = 1000;

    private static final class Seat {

        private final DeskToken token;
        private final Allowance questions;
        private @Nullable Desk desk;

        Seat(DeskToken token, Desk desk, Allowance questions) {
            this.token = token;
            this.desk = desk;
            this.questions = questions;
        }
    }

    private final LongSupplier nanoClock;

    /** Guards everything below. */
    private final Object gate = new Object();

    private final Map<String, Seat> seats = new LinkedHashMap<>();
    private final Map<String, Allowance> strangers = new LinkedHashMap<>();

    public DeskHall() {
        this(System::nanoTime);
    }

    DeskHall(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** @return false when a desk of that name is open */
    boolean open(Desk desk, DeskToken token) {
        synchronized (gate) {
            Seat before = seats.get(desk.name());
            if (before != null && before.desk != null) {
                return false;
            }
            seats.put(desk.name(), new Seat(token, desk, new Allowance(AT_ONCE, PER_SECOND, nanoClock.getAsLong())));
            return true;
        }
    }

    void close(Desk desk) {
        synchronized (gate) {
            Seat seat = seats.get(desk.name());
            if (seat != null && seat.desk == desk) {
                seat.desk = null;
            }
        }
        desk.close();
    }

    /**
     * Lets somebody in or says why not.
     *
     * @param authorization the header of that name, null without one
     * @param from address of who asks
     */
    public Entry enter(String name, @Nullable String authorization, String from) {
        synchronized (gate) {
            long now = nanoClock.getAsLong();
            Seat seat = seats.get(name);
            if (seat != null && seat.token.isShownBy(authorization)) {
                return letIn(seat, now);
            }
            if (!strangers
                    .computeIfAbsent(from, any -> new Allowance(WRONG_AT_ONCE, WRONG_PER_SECOND, now))
                    .take(now)) {
                return new Entry.Out(DeskReplies.tooOften());
            }
            if (strangers.size() > MOST_STRANGERS) {
                strangers.remove(strangers.keySet().iterator().next());
            }
            // Names are told only to those who have a token of this house.
            boolean ofThisHouse = seats.values().stream().anyMatch(other -> other.token.isShownBy(authorization));
            if (!ofThisHouse) {
                return new Entry.Out(DeskReplies.whoAreYou());
            }
            return new Entry.Out(seat == null ? DeskReplies.noSuchDesk() : DeskReplies.otherDesk());
        }
    }

    private static Entry letIn(Seat seat, long now) {
        if (!seat.questions.take(now)) {
            return new Entry.Out(DeskReplies.tooOften());
        }
        Desk desk = seat.desk;
        return desk == null
                ? new Entry.Out(DeskReplies.comeAgain("This desk is closed just now."))
                : new Entry.In(desk);
    }
}
