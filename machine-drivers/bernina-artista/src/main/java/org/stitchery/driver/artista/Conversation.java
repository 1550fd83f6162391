package org.stitchery.driver.artista;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Outcome;

/** Steps said one after the other; when an echo is wrong, resynchronised and said again, if that can do no harm. */
final class Conversation {

    /** A function takes up to some seconds; asking oftener tells nothing more. Taste. */
    private static final long ASK_AGAIN_NANOS = Duration.ofMillis(100).toNanos();

    /** The longest known function takes six seconds. */
    private static final long LONGEST_FUNCTION_NANOS = Duration.ofSeconds(20).toNanos();

    /** Until the line is quiet after something went wrong on it. */
    private static final long QUIET_NANOS = Duration.ofMillis(50).toNanos();

    private static final int MOST_TROUBLES = 4;

    private final Talk talk;
    private final List<Step> steps;
    private int at;
    private int troubles;
    private int designBytes;
    private boolean begun;
    private boolean resyncing;
    private boolean opened;
    private boolean storing;
    private long notBeforeNanos;
    private long askingSinceNanos;

    Conversation(Talk talk, List<Step> steps) {
        this.talk = talk;
        this.steps = steps;
    }

    /** True when all was said. */
    boolean over() {
        return at == steps.size();
    }

    /** True once the machine may have opened a session, which then has to be ended. */
    boolean opened() {
        return opened;
    }

    /** True once the machine may have stored something. */
    boolean storing() {
        return storing;
    }

    /** How much of the main block has been echoed. */
    int designBytes() {
        return designBytes;
    }

    /** Does what can be done now; how it ends early, null when it goes on or is over. */
    @Nullable
    Outcome turn(long nowNanos) throws IOException {
        if (!begun) {
            begun = true;
            notBeforeNanos = nowNanos;
            askingSinceNanos = nowNanos;
        }
        if (talk.idle() && nowNanos - notBeforeNanos < 0) {
            talk.ignore();
            return null;
        }
        if (over()) {
            return null;
        }
        Step step = steps.get(at);
        if (talk.idle()) {
            talk.ignore();
            talk.begin(resyncing ? Phrase.resync() : step.phrase(), nowNanos);
            opened |= at > 0;
            storing |= step.stores() && !resyncing;
        }
        return switch (talk.turn(nowNanos)) {
            case SPEAKING -> null;
            case SAID -> said(step, nowNanos);
            case TROUBLE -> trouble(step, nowNanos);
        };
    }

    private @Nullable Outcome said(Step step, long nowNanos) {
        if (resyncing) {
            resyncing = false;
            return null;
        }
        Step.Verdict verdict = step.check().of(talk.reply());
        if (verdict.failure() != null) {
            return verdict.failure();
        }
        if (verdict.again()) {
            notBeforeNanos = nowNanos + ASK_AGAIN_NANOS;
            boolean tooLong = nowNanos - askingSinceNanos > LONGEST_FUNCTION_NANOS;
            return tooLong ? new Outcome.Unknown(0, "The machine does not come to an end with a function.") : null;
        }
        designBytes = Math.max(designBytes, step.designBytes());
        askingSinceNanos = nowNanos;
        at++;
        return null;
    }

    private @Nullable Outcome trouble(Step step, long nowNanos) {
        notBeforeNanos = nowNanos + QUIET_NANOS;
        troubles++;
        if (troubles >= MOST_TROUBLES || step.stores() && !resyncing) {
            return new Outcome.Unknown(0, "The machine does not understand us, or we not it. " + talk.trouble() + ".");
        }
        resyncing = true;
        return null;
    }
}
