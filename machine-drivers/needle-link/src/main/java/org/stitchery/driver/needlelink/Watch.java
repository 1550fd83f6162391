package org.stitchery.driver.needlelink;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineEvent;

/** A run that was released: what the machine tells of it, and what the host wishes meanwhile. */
final class Watch {

    private final Announcement what;
    private final Host host;
    private final News news;
    private boolean askedForPerson;
    private boolean ended;
    private int commandWanted;
    private int commandAsked;

    Watch(Announcement what, Host host, News news) {
        this.what = what;
        this.host = host;
        this.news = news;
    }

    /** True once the machine has said that it is over; its report says how. */
    boolean ended() {
        return ended;
    }

    /** The report says that it is not over. */
    void goesOn() {
        ended = false;
    }

    void happened(Answer.Event event, long run) {
        if (news.take(event)) {
            EventCode code = EventCode.of(event.code());
            boolean last = code == EventCode.SEWN || code == EventCode.ABORTED || code == EventCode.WITHDRAWN;
            ended |= last && event.run() == run;
        }
    }

    void counted(Answer.Counter counter, long run, long nowNanos) {
        if (counter.run() == run) {
            news.count(counter, nowNanos);
        }
    }

    void looked(Answer.Status status, long run, long nowNanos) {
        news.hasUpTo(status.lastEvent());
        if (status.run() != run || status.state() == MachineState.DONE || status.state() == MachineState.IDLE) {
            ended = true;
        } else {
            news.count(
                    new Answer.Counter(run, status.stitch(), status.color(), status.needle(), status.state()),
                    nowNanos);
        }
        askForPerson(status.state());
    }

    /** Once, when it waits for somebody to press start. */
    void askForPerson(MachineState state) {
        if (state == MachineState.WAITING && !askedForPerson) {
            askedForPerson = true;
            String from = what.fromStitch() == 0 ? "" : ", from stitch " + what.fromStitch();
            host.report(
                    new MachineEvent.NeedsPerson("Press start at the machine; it shows " + what.label() + from + "."));
        }
    }

    /** @param command {@link Ask#PAUSE} or {@link Ask#RESUME}, as soon as nothing else is asked */
    void wish(int command) {
        commandWanted = command;
    }

    /** What became of a wish. */
    void obeyed(Answer.Obeyed obeyed) {
        if (!obeyed.done()) {
            host.report(
                    new MachineEvent.Strange("The machine refuses to " + (commandAsked == Ask.PAUSE ? "pause" : "go on")
                            + ": " + obeyed.reason().words() + "."));
        } else if (commandAsked == Ask.PAUSE) {
            news.paused();
        } else {
            news.resumed();
        }
    }

    /** What cannot wait: a wish first, then events that were missed; null when there is neither. */
    @Nullable
    IntFunction<Frame> urgent(long run) {
        if (commandWanted != 0) {
            int command = commandWanted;
            commandWanted = 0;
            commandAsked = command;
            return tag -> Ask.aboutRun(command, tag, run);
        }
        if (news.wanted() > 0) {
            long from = news.wanted();
            return tag -> Ask.events(tag, from);
        }
        return null;
    }
}
