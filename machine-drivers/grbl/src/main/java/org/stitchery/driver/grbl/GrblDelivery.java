package org.stitchery.driver.grbl;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.grbl.GrblStatus.State;

/** One design, from the first question to the controller to the end: what streams and runs from the card share. */
final class GrblDelivery implements Exchange<Outcome> {

    /** While waiting; the host turns earlier when the controller speaks. Taste. */
    private static final long WAITING_NANOS = Duration.ofMillis(20).toNanos();

    private final GrblLink link;
    private final GrblTask task;
    private final Host host;
    private final @Nullable String objection;
    private final Runnable over;
    private boolean ready;
    private boolean aborted;
    private boolean pauseWanted;
    private boolean paused;
    private boolean holdSaid;
    private boolean goOnWanted;
    private boolean held;
    private boolean sewing;
    private @Nullable GrblStop stop;
    private long nextTurnNanos;

    GrblDelivery(GrblLink link, GrblTask task, Host host, @Nullable String objection, Runnable over) {
        this.link = link;
        this.task = task;
        this.host = host;
        this.objection = objection;
        this.over = over;
    }

    @Override
    public @Nullable Outcome turn(long nowNanos) throws IOException {
        if (objection != null) {
            return end(new Outcome.Rejected(objection));
        }
        for (GrblAnswer answer : link.hear(nowNanos)) {
            Outcome outcome = stop == null ? take(answer, nowNanos) : null;
            if (stop != null) {
                stop.hear(answer);
            } else if (outcome != null) {
                Outcome ended = conclude(outcome, nowNanos);
                if (ended != null) {
                    return ended;
                }
            }
        }
        if (aborted && stop == null) {
            Outcome ended = conclude(task.stopped("The delivery was aborted"), nowNanos);
            if (ended != null) {
                return ended;
            }
        }
        nextTurnNanos = nowNanos + WAITING_NANOS;
        if (stop != null) {
            Outcome outcome = stop.turn(nowNanos);
            return outcome == null ? null : end(outcome);
        }
        return speak(nowNanos);
    }

    private @Nullable Outcome speak(long nowNanos) throws IOException {
        if (link.silent(nowNanos)) {
            return conclude(task.stopped("The controller has not answered for too long"), nowNanos);
        }
        pauseOrGoOn();
        link.ask(nowNanos);
        if (paused) {
            link.mouth().speakAtOnce();
        } else if (link.mouth().speak() && ready && task.speak()) {
            nextTurnNanos = nowNanos;
            link.mouth().speak();
        }
        return null;
    }

    private void pauseOrGoOn() {
        if (pauseWanted != paused) {
            paused = pauseWanted;
            if (paused && task.moving()) {
                holdSaid = true;
                link.mouth().atOnce(GrblMouth.HOLD);
            } else if (!paused && holdSaid) {
                holdSaid = false;
                link.mouth().atOnce(GrblMouth.GO_ON);
            }
            host.report(paused ? new MachineEvent.Paused() : new MachineEvent.Resumed());
        }
        if (goOnWanted) {
            goOnWanted = false;
            link.mouth().atOnce(GrblMouth.GO_ON);
        }
    }

    private @Nullable Outcome take(GrblAnswer answer, long nowNanos) {
        if (answer instanceof GrblAnswer.Alarm alarm) {
            String what = "The controller locked itself: " + GrblCodes.alarm(alarm.code());
            return task.moving()
                    ? new Outcome.StopMachine(what + ". " + task.stopped(what).detail())
                    : new Outcome.Hold(what + ". Nothing of the design has moved.");
        }
        if (answer instanceof GrblAnswer.Status status) {
            Outcome outcome = state(status.status().state());
            if (outcome != null) {
                return outcome;
            }
        } else if (answer instanceof GrblAnswer.Message message) {
            message(message.text());
        }
        return ready ? task.hear(answer, nowNanos) : null;
    }

    private @Nullable Outcome state(State state) {
        if (!ready) {
            ready = state == State.IDLE;
            return ready
                    ? null
                    : new Outcome.Hold("The controller is " + state.forPeople() + "; it takes no design now.");
        }
        if (state == State.ALARM && task.moving()) {
            return new Outcome.StopMachine("The controller is " + State.ALARM.forPeople() + ". "
                    + task.stopped("It stopped").detail());
        }
        if (state == State.SLEEP && task.moving()) {
            return task.stopped("The controller fell asleep");
        }
        if (state == State.RUN && !sewing && task.moving()) {
            sewing = true;
            host.report(new MachineEvent.Sewing());
        }
        hold(state.waitsForPerson());
        return null;
    }

    /** It holds by itself, or a person at it does. */
    private void hold(boolean now) {
        boolean byMachine = now && !paused && !holdSaid;
        if (byMachine && !held) {
            held = true;
            host.report(new MachineEvent.HeldByMachine(task.wants()));
            host.report(new MachineEvent.NeedsPerson(task.wants()));
        } else if (held && !now) {
            held = false;
            host.report(new MachineEvent.Released());
        }
    }

    private void message(String text) {
        if (text.toLowerCase(Locale.ROOT).contains("thread break")) {
            host.report(new MachineEvent.ThreadBroke(text));
        } else {
            host.log("says " + text.replaceAll("[^ -~]", "?"));
        }
    }

    /** Ends at once, or stops the controller first when something may still run. */
    private @Nullable Outcome conclude(Outcome outcome, long nowNanos) {
        boolean unclear = outcome instanceof Outcome.Unknown && task.moving();
        if (unclear || task.checking()) {
            stop = new GrblStop(link.mouth(), outcome, task.moving(), nowNanos);
            return null;
        }
        return end(outcome);
    }

    @Override
    public long nextTurnNanos() {
        return nextTurnNanos;
    }

    @Override
    public Outcome ended(Ending why) {
        if (stop != null) {
            return end(stop.outcome());
        }
        return end(task.stopped(
                switch (why) {
                    case DEADLINE -> "The controller took too long";
                    case LINK_LOST -> "The line was lost";
                    case TAKEN_AWAY -> "The port was taken away";
                }));
    }

    private Outcome end(Outcome outcome) {
        if (held) {
            held = false;
            host.report(new MachineEvent.Released());
        }
        link.mouth().forget();
        over.run();
        return outcome;
    }

    void pause() {
        pauseWanted = true;
    }

    void resume() {
        goOnWanted = !pauseWanted && held;
        pauseWanted = false;
    }

    void abort() {
        aborted = true;
    }
}
