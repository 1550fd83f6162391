package org.stitchery.plugin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A check has come to its end; becomes a {@link Refusal} in one place. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Refusal.Reason reason;
    private final @Nullable String lineToAdd;

    RefusedException(Refusal.Reason reason, String sentence) {
        this(reason, sentence, null, null);
    }

    RefusedException(Refusal.Reason reason, String sentence, @Nullable String lineToAdd, @Nullable Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
        this.lineToAdd = lineToAdd;
    }

    Refusal refusal(String file) {
        return new Refusal(file, reason, String.valueOf(getMessage()), Optional.ofNullable(lineToAdd));
    }
}
