package org.stitchery.proving.faults;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Outcome;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.proving.proxy.Fault;
import org.stitchery.proving.proxy.FaultKind;

/** One delivery through one fault. Everything about it follows from its number and the seed. */
final class Trial {

    private static final int LEAST_STITCHES = 40;
    private static final int MORE_STITCHES = 140;
    /** Divisible by what connections are counted by. */
    private static final int STRIKES = 1200;

    final int number;
    final String label;
    final StitchPattern pattern;
    final Fault fault;
    private final int strikes;

    @Nullable
    Outcome first;

    /** The machine could begin the design although it was proved that nothing began. */
    boolean thereAfterAll;

    @Nullable
    Outcome again;

    @Nullable
    String trouble;

    Trial(Subject subject, int number, long seed) {
        this.number = number;
        this.label = label(number);
        Random chance = new Random(seed * 1_000_003 + number);
        this.pattern = pattern(label, chance);
        FaultKind[] kinds = FaultKind.values();
        FaultKind kind = kinds[number % kinds.length];
        int bytes = subject.order(label, pattern, 1).content().length;
        this.fault =
                Fault.by(chance, kind, subject.bytesThere(bytes), subject.bytesBack(bytes), subject.latencyMillis());
        this.strikes = chance.nextInt(STRIKES);
    }

    /**
     * The fault of each connection, where one delivery takes several: half of the trials have a network that is never
     * sound, the others one that fails once, in one of the first.
     */
    Supplier<Fault> strikingOneOf(int connections, Fault given) {
        boolean always = strikes % 2 == 0 || given.kind() == FaultKind.LATENCY || given.kind() == FaultKind.ONE_BYTE;
        AtomicInteger made = new AtomicInteger();
        return () -> made.getAndIncrement() == strikes / 2 % connections || always ? given : Fault.NONE;
    }

    /** With a letter that makes the number of its bits even: a turned bit must not make another trial's label of it. */
    private static String label(int number) {
        String digits = "T%05d".formatted(number);
        int bits = digits.chars().map(Integer::bitCount).sum();
        return digits + (bits % 2 == 0 ? 'P' : 'Q');
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
