package org.stitchery.plugin.process;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.stitchery.plugin.host.Frame;
import org.stitchery.plugin.host.UnfitDriverException;
import org.stitchery.plugin.host.UnfitDriverException.Reason;
import org.stitchery.plugin.host.Unpack;

/** Asks a driver about itself, in a process that ends with this. Waits for answers, so not for the loop's thread. */
final class Inquiry implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(20);

    private final ChildWire wire;
    private final Duration patience;

    /** @param patience for each answer */
    Inquiry(String name, Child.Launcher launcher, Duration patience) {
        this.wire = new ChildWire(name, launcher, Duration.ZERO);
        this.patience = patience;
    }

    /** @throws UnfitDriverException when there is no answer, whatever the reason */
    Unpack ask(Frame question, Frame.Kind expected) throws UnfitDriverException {
        wire.send(question);
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (end - System.nanoTime() > 0) {
                Unpack answer = heard(wire.poll(LOOK), expected);
                if (answer != null) {
                    return answer;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UnfitDriverException(
                Reason.FAILS_TO_START,
                "It did not say within " + patience.toSeconds() + " s what it is; its process was ended.");
    }

    private @Nullable Unpack heard(@Nullable Frame frame, Frame.Kind expected) throws UnfitDriverException {
        String ending = wire.ending();
        if (frame == null && ending != null) {
            throw new UnfitDriverException(
                    Reason.FAILS_TO_START, "When it was asked what it is, its process " + ending + ".");
        }
        if (frame == null) {
            return null;
        }
        if (frame.kind() == Frame.Kind.FAILED) {
            Unpack why = new Unpack(frame);
            throw new UnfitDriverException(why.name(Reason.class), why.text());
        }
        return frame.kind() == expected ? new Unpack(frame) : null;
    }

    @Override
    public void close() {
        wire.close();
    }
}
