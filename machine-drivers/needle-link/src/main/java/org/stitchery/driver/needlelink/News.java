package org.stitchery.driver.needlelink;

import java.time.Duration;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineEvent;

/**
 * What the machine tells of itself, told on once each and in its order, whatever the line did: events bear numbers, and
 * where one is missing it is asked for.
 */
final class News {

    /** Oftener is more than anybody can read. Taste. */
    private static final long COUNTER_NANOS = Duration.ofMillis(200).toNanos();

    private final Host host;
    private long lastEvent = -1;
    private boolean missing;
    private boolean paused;
    private boolean held;
    private long counter = -1;
    private long counterNanos;

    News(Host host) {
        this.host = host;
    }

    /** From here on: what was before is not about us. */
    void beginAt(long event) {
        lastEvent = event;
        missing = false;
    }

    /** Everything the machine still knows is wanted: we come back to something that went on without us. */
    void beginAnew() {
        lastEvent = 0;
        missing = true;
    }

    /** The number from which on events are wanted, 0 when none is missing. */
    long wanted() {
        return missing ? lastEvent + 1 : 0;
    }

    /** The machine has this many by now. */
    void hasUpTo(long event) {
        if (lastEvent >= 0 && event != lastEvent) {
            missing = true;
            if (event < lastEvent) {
                // It counts anew: its memory was replaced or cleared.
                lastEvent = 0;
            }
        }
    }

    /** Tells of an event; true when it is a new one. */
    boolean take(Answer.Event event) {
        if (lastEvent < 0) {
            lastEvent = event.number() - 1;
        }
        if (event.number() <= lastEvent) {
            return false;
        }
        if (event.number() > lastEvent + 1) {
            missing = true;
            return false;
        }
        lastEvent = event.number();
        tell(event);
        return true;
    }

    /** Before the events of an answer are taken. */
    void answered(Answer.Events events) {
        if (events.oldest() > lastEvent + 1 && events.last() > lastEvent) {
            if (lastEvent > 0) {
                host.report(new MachineEvent.Strange("The machine has forgotten " + (events.oldest() - lastEvent - 1)
                        + " events that happened while it could not tell us."));
            }
            lastEvent = events.oldest() - 1;
        }
        long newest = events.events().isEmpty()
                ? lastEvent
                : events.events().get(events.events().size() - 1).number();
        missing = newest < events.last() && !events.events().isEmpty();
    }

    void count(Answer.Counter now, long nowNanos) {
        if (now.stitch() != counter && nowNanos - counterNanos >= COUNTER_NANOS) {
            counterNanos = nowNanos;
            counterAt(now.stitch());
        }
    }

    private void counterAt(long stitch) {
        if (stitch != counter) {
            counter = stitch;
            host.report(new MachineEvent.CounterRead(stitch));
        }
    }

    private void tell(Answer.Event event) {
        EventCode code = EventCode.of(event.code());
        if (code == null) {
            host.report(
                    new MachineEvent.Strange("The machine told of an event " + event.code() + " that we do not know."));
            return;
        }
        switch (code) {
            case NONE, POWERED_UP, ANNOUNCED, HELD, RELEASED, WITHDRAWN, CLEARED ->
                host.log("event " + event.number() + ": " + code + ", run " + event.run());
            case STARTED -> {
                counterAt(event.stitch());
                host.report(new MachineEvent.Sewing());
            }
            case THREAD_BROKE -> {
                counterAt(event.stitch());
                host.report(new MachineEvent.ThreadBroke("The thread broke at stitch " + event.stitch() + "."));
            }
            case BACKED_UP -> counterAt(event.stitch());
            case RESUMED -> {
                resumed();
                host.report(new MachineEvent.Sewing());
            }
            case PAUSED -> paused();
            case STOPPED -> held("Somebody pressed stop at the machine");
            case COLOR_CHANGED -> host.report(new MachineEvent.ColorChanged(event.color(), event.needle()));
            case COLOR_WAIT -> needs("Put on the thread for colour " + (event.color() + 1) + " and press start.");
            case BOBBIN -> needs("Put in a full bobbin and press start.");
            case NEEDS_PERSON -> needs("Look at the machine's panel; it waits at stitch " + event.stitch() + ".");
            case FAULT -> needs("The machine reports a fault at stitch " + event.stitch() + "; look at its panel.");
            case LOST ->
                needs("The machine lost its power at stitch " + event.stitch()
                        + "; decide at its panel whether to go on.");
            case SEWN, ABORTED -> counterAt(event.stitch());
        }
    }

    private void needs(String what) {
        host.report(new MachineEvent.NeedsPerson(what));
    }

    private void held(String how) {
        held = true;
        host.report(new MachineEvent.HeldByMachine(how));
    }

    /** It stands because the host asked for it; told once. */
    void paused() {
        if (!paused) {
            paused = true;
            host.report(new MachineEvent.Paused());
        }
    }

    /** It goes on; told once to whoever was told that it stands. */
    void resumed() {
        if (paused) {
            paused = false;
            host.report(new MachineEvent.Resumed());
        }
        if (held) {
            held = false;
            host.report(new MachineEvent.Released());
        }
    }

    /** The line is silent, or speaks again. */
    void silent(boolean now) {
        if (now) {
            held("The machine does not answer; it is asked again until it does");
        } else {
            held = false;
            host.report(new MachineEvent.Released());
        }
    }
}
