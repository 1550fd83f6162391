package org.stitchery.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.transport.MachineLine;

/** Tells a person at the terminal how a delivery goes. Events come on the loop's thread, one at a time. */
final class DeliveryWatch implements Consumer<MachineEvent> {

    /** Longer than a line takes to fall silent. */
    private static final long LAST_WORD_SECONDS = 3;

    private final DeliveryOrder order;
    private final int bytes;
    private final ProgressLine progress;
    private final PrintStream err;
    private long left;
    private String state = "";

    DeliveryWatch(DeliveryOrder order, ProgressLine progress, PrintStream err) {
        this.order = order;
        this.bytes = order.content().length;
        this.progress = progress;
        this.err = err;
    }

    /** Delivers and waits for the end. A process that is ended meanwhile aborts, and still says what is known. */
    Outcome over(MachineLine line, DeliveryOrder order, Duration patience) {
        CompletableFuture<Outcome> delivery = line.deliver(order, patience);
        Thread atExit = new Thread(() -> abort(line, delivery), "abort");
        Runtime.getRuntime().addShutdownHook(atExit);
        Outcome outcome = delivery.join();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process is ending: the hook itself tells the outcome.
            progress.close();
        }
        return outcome;
    }

    private void abort(MachineLine line, CompletableFuture<Outcome> delivery) {
        line.abort();
        progress.close();
        Outcome outcome = delivery.completeOnTimeout(
                        new Outcome.Unknown(left, "The line did not fall silent in time."),
                        LAST_WORD_SECONDS,
                        TimeUnit.SECONDS)
                .join();
        err.println(order.label() + ": aborted, " + words(outcome));
        err.flush();
    }

    @Override
    public void accept(MachineEvent event) {
        if (event instanceof MachineEvent.Progressed progressed) {
            left = progressed.bytes();
        } else if (event instanceof MachineEvent.HeldByMachine held) {
            state = ", the machine says wait (" + held.how() + ")";
        } else if (event instanceof MachineEvent.NeedsPerson person) {
            say(person.detail());
        } else if (event instanceof MachineEvent.ThreadBroke broke) {
            say("the thread broke " + broke.detail());
        } else if (event instanceof MachineEvent.Strange strange) {
            say("the machine said something unexpected: " + strange.detail());
        } else if (event instanceof MachineEvent.Sewing) {
            state = ", sewing";
        } else {
            state = "";
        }
        progress.show(String.format(
                Locale.ROOT,
                "%s: %,d of %,d bytes have left (%d %%)%s",
                order.label(),
                left,
                bytes,
                100 * left / bytes,
                state));
    }

    private void say(String line) {
        progress.close();
        err.println(order.label() + ": " + line);
    }

    /** The outcome in the words that are true. */
    static String words(Outcome outcome) {
        if (outcome instanceof Outcome.Delivered) {
            return "delivered, not known to be sewn. " + outcome.detail();
        } else if (outcome instanceof Outcome.Sewn) {
            return "sewn. " + outcome.detail();
        } else if (outcome instanceof Outcome.NotStarted notStarted) {
            return "not started (" + notStarted.proof() + "). " + outcome.detail();
        } else if (outcome instanceof Outcome.Unknown unknown) {
            return "unknown, look at the machine: " + unknown.bytesAccepted() + " bytes had left. " + outcome.detail();
        } else if (outcome instanceof Outcome.Rejected) {
            return "rejected. " + outcome.detail();
        } else if (outcome instanceof Outcome.Hold) {
            return "on hold. " + outcome.detail();
        }
        return "stop: give this machine nothing more until somebody looked at it. " + outcome.detail();
    }
}
