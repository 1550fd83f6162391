package org.stitchery.service.artwork;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.stitchery.digitizer.advice.Fix;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.digitizer.lettering.Inscription;
import org.stitchery.embroidery.model.Hoop;
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

    /** The choices with the change and nothing else changed; what is large enough already stays. */
    ProofChoices apply(ProofChoices choices) {
        return switch (kind) {
            case LARGER_TEXT -> larger(choices);
            case LARGER_HOOP -> holds(choices.hoop(), value) ? choices : choices.withHoop(value);
            case THICKER_LINES -> choices.withLeastLineMm(Math.max(choices.leastLineMm(), Double.parseDouble(value)));
            case OTHER_THREADS -> choices.withOnlyThreads(fewer(choices.onlyThreads(), codes(value)));
        };
    }

    private ProofChoices larger(ProofChoices choices) {
        Inscription inscription = choices.words();
        double heightMm = Double.parseDouble(value);
        return inscription == null || inscription.heightMm() >= heightMm
                ? choices
                : choices.withWords(inscription.withHeight(heightMm));
    }

    /** True when all that fits into one hoop fits into the other. */
    private static boolean holds(String outer, String inner) {
        Hoop large = Hoops.named(outer).orElseThrow();
        Hoop small = Hoops.named(inner).orElseThrow();
        return large.widthMm() >= small.widthMm() && large.heightMm() >= small.heightMm();
    }

    /** What two changes of threads leave together; the newer one alone where that is nothing. */
    private static List<String> fewer(List<String> now, List<String> wanted) {
        List<String> both = wanted.stream().filter(now::contains).toList();
        return both.isEmpty() ? wanted : both;
    }

    /** Codes with commas between them. */
    static List<String> codes(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
    }
}
