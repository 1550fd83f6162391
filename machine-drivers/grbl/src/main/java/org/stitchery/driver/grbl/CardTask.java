package org.stitchery.driver.grbl;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;

/**
 * Has grblHAL run the design that a person or FTP has put on its card. The file bears the label's name, and has to be as
 * long as the design that was ordered: another one of that name is not run.
 *
 * <p>The line has no checksums. So nothing is run while a file lies on the card whose name the order could become on its
 * way, see {@link Lookalike}.
 *
 * <p>While the needle is up the embroidery plug-in waits for it, and the controller then says that it is idle, in the
 * middle of a design. So only its own word that the program ended, {@code [MSG:Pgm End]}, is taken for the end.
 */
final class CardTask implements GrblTask {

    /** From the answer to the first move. Taste; reading a card takes well below a second. */
    private static final long BEGIN_NANOS = Duration.ofSeconds(10).toNanos();

    /** Idle for so long within a design: the needle does not turn, or the word that it ended got lost. Taste. */
    private static final long STANDS_NANOS = Duration.ofSeconds(30).toNanos();

    private enum Phase {
        LISTING,
        ORDERING,
        RUNNING
    }

    private final GrblMouth mouth;
    private final Host host;
    private final String path;
    private final long designBytes;
    private Phase phase = Phase.LISTING;
    private boolean said;
    private long foundBytes = -1;
    private @Nullable String lookalike;
    private long orderedNanos;
    private boolean hasRun;
    private boolean programEnded;
    private final Debt debt = new Debt();
    private long reportedBytes;

    CardTask(DeliveryOrder order, GrblSettings settings, Host host, GrblMouth mouth) {
        this.mouth = mouth;
        this.host = host;
        this.path = settings.cardFolder() + order.label() + "." + GrblDriver.CARD_FORMAT.toUpperCase(Locale.ROOT);
        this.designBytes = order.content().length;
    }

    @Override
    public boolean speak() {
        if (said || phase == Phase.RUNNING) {
            return false;
        }
        said = true;
        mouth.command(phase == Phase.LISTING ? "$F+" : "$F=" + path);
        return true;
    }

    @Override
    public @Nullable Outcome hear(GrblAnswer answer, long nowNanos) {
        if (answer instanceof GrblAnswer.CardFile file) {
            String name = file.name().startsWith("/") ? file.name() : "/" + file.name();
            lookalike = Lookalike.of(path, name) ? name : lookalike;
            foundBytes = name.equalsIgnoreCase(path) ? file.bytes() : foundBytes;
            debt.settled();
        } else if (answer instanceof GrblAnswer.Hello hello) {
            return stopped("The controller restarted (" + hello.text() + ")");
        } else if (answer instanceof GrblAnswer.Message message) {
            programEnded |= moving() && message.text().equals("Pgm End");
        } else if (answer instanceof GrblAnswer.Refused refused) {
            return refused(refused.code());
        } else if (answer instanceof GrblAnswer.Ok && said) {
            return agreed(nowNanos);
        } else if (answer instanceof GrblAnswer.Status status) {
            return status(status.status(), nowNanos);
        }
        return null;
    }

    private @Nullable Outcome agreed(long nowNanos) {
        if (phase == Phase.RUNNING) {
            return null;
        }
        if (phase == Phase.LISTING && foundBytes != designBytes) {
            return new Outcome.Hold(
                    foundBytes < 0
                            ? "There is no " + path
                                    + " on the card. Put the design there under this name, then try again."
                            : path + " on the card has " + foundBytes + " bytes, the design has " + designBytes
                                    + ". Put the right one there, then try again.");
        }
        if (phase == Phase.LISTING && lookalike != null) {
            return new Outcome.Hold(
                    "On the card there is also " + lookalike + ". One turned bit on the line would run it"
                            + " instead of " + path + ", and nobody would notice. Take it away, then try again.");
        }
        if (phase == Phase.LISTING) {
            said = false;
            phase = Phase.ORDERING;
            debt.settled();
        } else {
            runs(nowNanos);
        }
        return null;
    }

    private Outcome refused(int code) {
        return phase == Phase.RUNNING
                ? stopped("The controller stopped the run: " + GrblCodes.error(code))
                : new Outcome.Hold("The controller does not run " + path + ": " + GrblCodes.error(code)
                        + ". Look at its card, then try again.");
    }

    private void runs(long nowNanos) {
        phase = Phase.RUNNING;
        orderedNanos = nowNanos;
        debt.settled();
    }

    private @Nullable Outcome status(GrblStatus status, long nowNanos) {
        boolean idle = status.state() == GrblStatus.State.IDLE;
        if (phase == Phase.ORDERING && said && !idle) {
            // It does what it was told; the answer that says so got lost.
            runs(nowNanos);
        }
        if (phase != Phase.RUNNING) {
            return debt.nanos(said, nowNanos) >= BEGIN_NANOS
                    ? stopped("The controller says how it is and owes an answer, so a line or an answer got lost")
                    : null;
        }
        progressed(status.cardPercent());
        if (programEnded && idle) {
            return new Outcome.Sewn("The controller ran " + path
                    + " to its end, with each move waiting for the needle's sensor, and stands still.");
        }
        hasRun |= !idle;
        if (!hasRun) {
            return nowNanos - orderedNanos >= BEGIN_NANOS
                    ? stopped("The controller agreed to run " + path + " and was never seen to do so")
                    : null;
        }
        return debt.nanos(idle, nowNanos) >= STANDS_NANOS
                ? stopped("The controller stands still and has not said that the program ended")
                : null;
    }

    private void progressed(int hundredths) {
        long bytes = designBytes * Math.max(0, hundredths) / 10_000;
        if (bytes > reportedBytes) {
            reportedBytes = bytes;
            host.report(new MachineEvent.Progressed(Evidence.ACKNOWLEDGED, bytes));
        }
    }

    @Override
    public Outcome stopped(String why) {
        return moving()
                ? new Outcome.Unknown(0, why + "; it was told to run " + path + ". Look at the garment.")
                : new Outcome.NotStarted("the controller was not told to run anything", why + ".");
    }

    @Override
    public boolean moving() {
        return phase == Phase.RUNNING || phase == Phase.ORDERING && said;
    }

    @Override
    public boolean checking() {
        return false;
    }

    @Override
    public String wants() {
        return "The machine holds: thread broken, cut, or the next thread wanted. See to it, then go on at the machine, or"
                + " resume.";
    }
}
