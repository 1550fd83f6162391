package org.stitchery.driver.grbl;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.Transport;

/**
 * Asks for the size of the buffers, has the design checked when wanted, streams it, and waits for the motors to stand.
 *
 * <p>When a line is refused while more are in the controller's buffer, those still run. Nobody knows what the needle then
 * did, so the delivery ends as unknown and the controller is stopped.
 */
final class StreamTask implements GrblTask {

    /** Progress oftener than this is more than anybody can read. Taste. */
    private static final long REPORT_NANOS = Duration.ofMillis(100).toNanos();

    /**
     * Idle, or before anything can move, for so long with answers owed: one got lost. A dwell of a design is much shorter.
     * Taste.
     */
    static final long LOST_NANOS = Duration.ofSeconds(3).toNanos();

    /** Running for so long without an answer. No line of a design takes nearly as long: it moves a few millimetres. Taste. */
    private static final long LONGEST_LINE_NANOS = Duration.ofSeconds(30).toNanos();

    /** After check mode grbl restarts; some builds do so without a word. */
    private static final long RESTART_NANOS = Duration.ofSeconds(1).toNanos();

    private enum Phase {
        ASKING,
        ENTERING_CHECK,
        CHECKING,
        LEAVING_CHECK,
        STREAMING
    }

    private final GrblSettings settings;
    private final GcodeProgram program;
    private final Transport transport;
    private final Host host;
    private final GrblVoice voice;
    private final GrblMouth mouth;
    private final int contentBytes;
    private final LineStream check;
    private LineStream stream;
    private Phase phase = Phase.ASKING;
    private boolean said;
    private boolean agreedToCheck;
    private boolean checkOn;
    private boolean answeredLeave;
    private long leftNanos;
    private int queueMoves = -1;
    private int most;
    private final Debt debt = new Debt();
    private final Debt idleDebt = new Debt();
    private long reportedNanos;
    private int reportedAcknowledged;
    private int reportedExecuted;

    StreamTask(
            DeliveryOrder order,
            GcodeProgram program,
            GrblSettings settings,
            Transport transport,
            Host host,
            GrblVoice voice,
            GrblMouth mouth) {
        this.settings = settings;
        this.program = program;
        this.transport = transport;
        this.host = host;
        this.voice = voice;
        this.mouth = mouth;
        this.contentBytes = order.content().length;
        this.most = settings.mostInFlight();
        this.check = newStream();
        this.stream = newStream();
    }

    private LineStream newStream() {
        return new LineStream(program, transport, most, settings.oneAtATime());
    }

    @Override
    public boolean speak() throws IOException {
        return switch (phase) {
            case ASKING -> say("$I");
            case ENTERING_CHECK, LEAVING_CHECK -> say("$C");
            case CHECKING -> check.feed();
            case STREAMING -> stream.feed();
        };
    }

    private boolean say(String command) {
        if (!said) {
            said = true;
            mouth.command(command);
            return true;
        }
        return false;
    }

    private void enter(Phase next) {
        phase = next;
        said = false;
        debt.settled();
        idleDebt.settled();
    }

    @Override
    public @Nullable Outcome hear(GrblAnswer answer, long nowNanos) {
        if (answer instanceof GrblAnswer.Room room) {
            takeRoom(room);
        } else if (answer instanceof GrblAnswer.Message message) {
            checkOn |= message.text().equals("Enabled");
        } else if (answer instanceof GrblAnswer.Hello hello) {
            return restarted(hello);
        } else if (answer instanceof GrblAnswer.Ok || answer instanceof GrblAnswer.Refused) {
            debt.settled();
            idleDebt.settled();
            return answered(answer, nowNanos);
        } else if (answer instanceof GrblAnswer.Status status) {
            return status(status.status(), nowNanos);
        }
        return null;
    }

    private void takeRoom(GrblAnswer.Room room) {
        if (phase == Phase.ASKING && said) {
            queueMoves = room.moves();
            if (room.bytes() > GrblSettings.LONGEST_LINE) {
                most = Math.min(settings.mostInFlight(), room.bytes() - 1);
            }
        }
    }

    private @Nullable Outcome restarted(GrblAnswer.Hello hello) {
        if (phase == Phase.LEAVING_CHECK && answeredLeave) {
            begin();
            return null;
        }
        return stopped("The controller restarted (" + hello.text() + ")");
    }

    /** It has answered, and says itself that nothing will move. */
    private void beginCheck() {
        if (agreedToCheck && checkOn) {
            enter(Phase.CHECKING);
        }
    }

    private void begin() {
        stream = newStream();
        enter(Phase.STREAMING);
    }

    private @Nullable Outcome answered(GrblAnswer answer, long nowNanos) {
        return switch (phase) {
            case ASKING -> {
                if (said) {
                    // Whatever it answers, it is there; older ones do not know the question.
                    enter(settings.checkFirst() ? Phase.ENTERING_CHECK : Phase.STREAMING);
                    stream = newStream();
                } else {
                    surplus();
                }
                yield null;
            }
            case ENTERING_CHECK -> {
                if (!said) {
                    surplus();
                    yield null;
                }
                if (answer instanceof GrblAnswer.Refused refused) {
                    yield new Outcome.Hold("The controller does not go into check mode: "
                            + GrblCodes.error(refused.code()) + ". Nothing has moved.");
                }
                agreedToCheck = true;
                beginCheck();
                yield null;
            }
            case CHECKING -> checked(answer);
            case LEAVING_CHECK -> {
                answeredLeave |= said;
                leftNanos = nowNanos;
                yield null;
            }
            case STREAMING -> streamed(answer, nowNanos);
        };
    }

    private void surplus() {
        voice.strange("The controller answered a line nobody sent", "ok");
    }

    private @Nullable Outcome checked(GrblAnswer answer) {
        if (answer instanceof GrblAnswer.Refused refused) {
            return new Outcome.Rejected("In check mode the controller refused line " + (check.answered() + 1) + " \""
                    + program.text(check.answered()) + "\": " + GrblCodes.error(refused.code())
                    + ". Nothing has moved.");
        }
        if (!check.answer()) {
            surplus();
        }
        if (check.over()) {
            enter(Phase.LEAVING_CHECK);
        }
        return null;
    }

    private @Nullable Outcome streamed(GrblAnswer answer, long nowNanos) {
        if (answer instanceof GrblAnswer.Refused refused) {
            return refused(refused.code());
        }
        if (!stream.answer()) {
            if (stream.begun() == 0) {
                surplus();
                return null;
            }
            return stopped("The controller answered more lines than it was sent, so no answer can be trusted");
        }
        report(nowNanos, stream.answered(), false);
        return null;
    }

    private Outcome refused(int code) {
        int line = Math.min(stream.answered(), program.lines() - 1);
        String what = "The controller refused line " + (line + 1) + " \"" + program.text(line) + "\": "
                + GrblCodes.error(code);
        if (program.anyMoves(stream.begun())) {
            return stopped(what + "; what was in its buffer behind that line may have been sewn without it");
        }
        return code == GrblCodes.LOCKED
                ? new Outcome.Hold(what + ". Nothing has moved.")
                : new Outcome.Rejected(what + ". Nothing has moved.");
    }

    private @Nullable Outcome status(GrblStatus status, long nowNanos) {
        boolean nowIdle = status.state() == GrblStatus.State.IDLE;
        switch (phase) {
            case ENTERING_CHECK -> {
                checkOn |= said && status.state() == GrblStatus.State.CHECK;
                beginCheck();
            }
            case LEAVING_CHECK -> {
                if (answeredLeave && nowIdle && nowNanos - leftNanos >= RESTART_NANOS) {
                    begin();
                }
            }
            case STREAMING -> {
                return streamStatus(status, nowIdle, nowNanos);
            }
            case ASKING, CHECKING -> {}
        }
        boolean lost = owesBeforeItMoves() && debt.nanos(true, nowNanos) >= LOST_NANOS;
        return lost
                ? stopped("The controller says how it is and owes an answer, so a line or an answer got lost")
                : null;
    }

    private boolean owesBeforeItMoves() {
        return switch (phase) {
            case ASKING, ENTERING_CHECK, LEAVING_CHECK -> said;
            case CHECKING -> check.owed();
            case STREAMING -> false;
        };
    }

    private @Nullable Outcome streamStatus(GrblStatus status, boolean nowIdle, long nowNanos) {
        executed(status, nowNanos);
        boolean owes = stream.owed() && !status.state().waitsForPerson();
        if (debt.nanos(owes, nowNanos) >= LONGEST_LINE_NANOS) {
            return stopped("The controller runs on and has long owed an answer, so a line or an answer got lost");
        }
        if (nowIdle && stream.over()) {
            report(nowNanos, program.lines(), true);
            return new Outcome.Delivered(
                    Evidence.EXECUTED,
                    "All " + program.lines()
                            + " lines are answered and the motors stand; the controller knows nothing of"
                            + " needle and thread.");
        }
        if (idleDebt.nanos(nowIdle && stream.owed(), nowNanos) >= LOST_NANOS) {
            return stopped("The controller stands still and owes answers, so a line or an answer got lost");
        }
        return null;
    }

    /** What the line it is at, or the room in its queue, says about the lines before. */
    private void executed(GrblStatus status, long nowNanos) {
        int done = 0;
        if (settings.numbers() && status.lineNumber() > 0) {
            done = Math.min(status.lineNumber() - 1, stream.answered());
        } else if (status.freeMoves() >= 0 && queueMoves > 0) {
            done = program.doneBefore(stream.answered(), Math.max(0, queueMoves - status.freeMoves()) + 1);
        }
        if (done > 0) {
            report(nowNanos, done, true);
        }
    }

    private void report(long nowNanos, int lines, boolean executed) {
        boolean last = lines == program.lines();
        int before = executed ? reportedExecuted : reportedAcknowledged;
        if (lines <= before || nowNanos - reportedNanos < REPORT_NANOS && before > 0 && !last) {
            return;
        }
        reportedNanos = nowNanos;
        if (executed) {
            reportedExecuted = lines;
        } else {
            reportedAcknowledged = lines;
        }
        host.report(new MachineEvent.Progressed(
                executed ? Evidence.EXECUTED : Evidence.ACKNOWLEDGED, program.contentBytes(lines)));
    }

    @Override
    public Outcome stopped(String why) {
        int sent = phase == Phase.STREAMING ? stream.accepted() : 0;
        if (sent == 0) {
            String proof = checkOn
                    ? "the controller has only checked the design, in a mode in which nothing moves"
                    : "no line of the design was handed over";
            return new Outcome.NotStarted(proof, why + "; nothing of the design has moved.");
        }
        return new Outcome.Unknown(
                Math.min(sent, contentBytes),
                why + ". " + stream.answered() + " of " + program.lines()
                        + " lines were answered; the last of them may not have been sewn. Look at the garment, and set"
                        + " the machine to its zero again.");
    }

    @Override
    public boolean moving() {
        return phase == Phase.STREAMING && stream.accepted() > 0;
    }

    @Override
    public boolean checking() {
        return checkOn && phase != Phase.STREAMING;
    }

    @Override
    public String wants() {
        if (phase == Phase.STREAMING && stream.atHalt()) {
            String line = program.text(stream.answered());
            int thread = line.indexOf('T');
            return thread < 0
                    ? "The design stops here (" + line + "). Go on at the machine, or resume."
                    : "Put in the next thread (" + line + "), then go on at the machine, or resume.";
        }
        return "The machine holds. Look at it, then go on at the machine, or resume.";
    }
}
