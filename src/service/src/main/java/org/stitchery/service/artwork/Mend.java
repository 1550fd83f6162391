package org.stitchery.service.artwork;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.stitchery.digitizer.advice.Fix;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * A change of what was chosen for a proof that its customer can accept.
 *
 * @param kind what is changed
 * @param value to what: millimetres, the name of a hoop, or codes of threads with commas
 * @param words a sentence to say yes to
 */
public record Mend(Kind kind, String value, String words) {

    /** What is changed. */
    public enum Kind {
        LARGER_TEXT,
        LARGER_HOOP,
        THICKER_LINES,
        OTHER_THREADS
    }

    static Mend of(Fix fix) {
        if (fix instanceof Fix.LargerText text) {
            return new Mend(Kind.LARGER_TEXT, Double.toString(text.heightMm()), fix.words());
        }
        if (fix instanceof Fix.LargerHoop hoop) {
            return new Mend(Kind.LARGER_HOOP, hoop.hoop().name(), fix.words());
        }
        if (fix instanceof Fix.ThickerLines lines) {
            return new Mend(Kind.THICKER_LINES, Double.toString(lines.leastMm()), fix.words());
        }
        if (fix instanceof Fix.OtherThreads threads) {
            String codes = threads.threads().stream().map(ThreadColor::code).collect(Collectors.joining(","));
            return new Mend(Kind.OTHER_THREADS, codes, fix.words());
        }
        throw new IllegalStateException("A fix without a change: " + fix);
    }

    /** The choices with the change and nothing else changed. */
    ProofChoices apply(ProofChoices choices) {
        return switch (kind) {
            case LARGER_TEXT ->
                choices.words() == null
                        ? choices
                        : choices.withWords(choices.words().withHeight(Double.parseDouble(value)));
            case LARGER_HOOP -> choices.withHoop(value);
            case THICKER_LINES -> choices.withLeastLineMm(Double.parseDouble(value));
            case OTHER_THREADS -> choices.withOnlyThreads(codes(value));
        };
    }

    /** Codes with commas between them. */
    static List<String> codes(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
    }
}
