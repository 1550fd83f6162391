package org.stitchery.proving.faults;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Outcome;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.proving.proxy.Fault;
import org.stitchery.proving.proxy.FaultKind;

/** One delivery through one fault. Everything about it follows from its number and the seed. */
final class Trial {

    private static final int LEAST_STITCHES = 40;
    private static final int MORE_STITCHES = 140;
    /** Answers of talkative protocols go far beyond; of a tape reader only a byte or two come. */
    private static final int MOST_ANSWER_BYTES = 200;
    /** Well below what XOFF leaves room for: 1024 bytes at the rate of the trials. */
    private static final int MOST_LATENCY_MILLIS = 8;

    final int number;
    final String label;
    final StitchPattern pattern;
    final Fault fault;

    @Nullable
    Outcome first;

    @Nullable
    Outcome again;

    @Nullable
    String trouble;

    Trial(Subject subject, int number, long seed) {
        this.number = number;
        this.label = "T%06d".formatted(number);
        Random chance = new Random(seed * 1_000_003 + number);
        this.pattern = pattern(label, chance);
        FaultKind[] kinds = FaultKind.values();
        FaultKind kind = kinds[number % kinds.length];
        int bytes = subject.order(label, pattern, 1).content().length + 64;
        this.fault = Fault.by(chance, kind, bytes, MOST_ANSWER_BYTES, MOST_LATENCY_MILLIS);
    }

    private static StitchPattern pattern(String label, Random chance) {
        StitchPattern.Builder builder = StitchPattern.builder(label);
        int stitches = LEAST_STITCHES + chance.nextInt(MORE_STITCHES);
        for (int i = 0; i < stitches; i++) {
            if (i == stitches / 2) {
                builder.colorChange();
            }
            builder.stitchTo(
                    Math.max(-300, Math.min(300, builder.x() + chance.nextInt(61) - 30)),
                    Math.max(-300, Math.min(300, builder.y() + chance.nextInt(61) - 30)));
        }
        return builder.build();
    }

    @Override
    public String toString() {
        return label + ", " + fault + ": " + first + (again == null ? "" : ", then " + again)
                + (trouble == null ? "" : ", " + trouble);
    }
}
