package org.stitchery.driver.artista;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;

/** Opens a session, reads, and ends the session. */
final class ArtistaProbe implements Exchange<ProbeResult> {

    private static final long RESTING_NANOS = Duration.ofMillis(1).toNanos();

    private final Talk talk;
    private final Runnable over;
    private final Conversation asking;
    private @Nullable Conversation closing;
    private ProbeResult result =
            new ProbeResult(ProbeResult.State.READY, "The embroidery module answers and takes designs.");
    private long nextTurnNanos;

    ArtistaProbe(Talk talk, Runnable over) {
        this.talk = talk;
        this.over = over;
        this.asking = new Conversation(talk, UploadSteps.probe());
    }

    @Override
    public @Nullable ProbeResult turn(long nowNanos) throws IOException {
        nextTurnNanos = nowNanos + RESTING_NANOS;
        Conversation ending = closing;
        if (ending != null) {
            boolean failed = ending.turn(nowNanos) != null;
            return failed || ending.over() ? end(result) : null;
        }
        Outcome failure = asking.turn(nowNanos);
        if (failure != null) {
            result = new ProbeResult(
                    failure instanceof Outcome.Hold ? ProbeResult.State.BUSY : ProbeResult.State.SILENT,
                    failure.detail());
        }
        if (failure != null && !asking.opened()) {
            return end(result);
        }
        if (failure != null || asking.over()) {
            closing = new Conversation(talk, UploadSteps.closing());
        }
        return null;
    }

    @Override
    public long nextTurnNanos() {
        return nextTurnNanos;
    }

    @Override
    public ProbeResult ended(Ending why) {
        return end(new ProbeResult(ProbeResult.State.SILENT, "The machine did not answer in time."));
    }

    private ProbeResult end(ProbeResult with) {
        talk.breakOff();
        over.run();
        return with;
    }
}
