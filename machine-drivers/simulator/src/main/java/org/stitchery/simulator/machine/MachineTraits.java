package org.stitchery.simulator.machine;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a machine is built and how its operator works.
 *
 * @param buffer what is between line and needle
 * @param needle speed, thread breaks, bobbin
 * @param operator how long people take
 * @param speedUp everything of needle and operator takes this many times less; the line keeps its own speed
 * @param seed decides where the thread breaks and how long people take
 * @param autoReset true when its operator clears an interruption without being asked, so that it takes a new design
 * @param autoRepeat true when a machine that keeps designs begins the same one again after its end
 * @param remembersPlace true when it goes on where it was after a loss of power; false when it has forgotten everything
 * @param counter what it says of its progress, where its protocol has it say so
 * @param card folder that plays the memory card in its slot; null where none is in
 */
public record MachineTraits(
        BufferTraits buffer,
        NeedleTraits needle,
        OperatorTraits operator,
        double speedUp,
        long seed,
        boolean autoReset,
        boolean autoRepeat,
        boolean remembersPlace,
        Counter counter,
        @Nullable Path card) {

    public MachineTraits {
        if (!(speedUp > 0) || speedUp > 1_000_000) {
            throw new IllegalArgumentException("Speed-up must be above 0 and at most 1000000, got " + speedUp);
        }
    }

    /**
     * 4096 bytes, real speed, no thread breaks, clears interruptions by itself, repeats nothing, forgets everything with
     * its power, tells the truth.
     */
    public static MachineTraits standard() {
        return new MachineTraits(
                BufferTraits.USUAL,
                NeedleTraits.USUAL,
                OperatorTraits.USUAL,
                1,
                1,
                true,
                false,
                false,
                Counter.HONEST,
                null);
    }

    /** The size of its buffer. */
    public int bufferBytes() {
        return buffer.bytes();
    }

    public MachineTraits withBufferBytes(int bytes) {
        return with(buffer.withBytes(bytes));
    }

    public MachineTraits with(BufferTraits other) {
        return new MachineTraits(
                other, needle, operator, speedUp, seed, autoReset, autoRepeat, remembersPlace, counter, card);
    }

    public MachineTraits with(NeedleTraits other) {
        return new MachineTraits(
                buffer, other, operator, speedUp, seed, autoReset, autoRepeat, remembersPlace, counter, card);
    }

    public MachineTraits with(OperatorTraits other) {
        return new MachineTraits(
                buffer, needle, other, speedUp, seed, autoReset, autoRepeat, remembersPlace, counter, card);
    }

    public MachineTraits with(Counter other) {
        return new MachineTraits(
                buffer, needle, operator, speedUp, seed, autoReset, autoRepeat, remembersPlace, other, card);
    }

    public MachineTraits withSpeedUp(double times) {
        return new MachineTraits(
                buffer, needle, operator, times, seed, autoReset, autoRepeat, remembersPlace, counter, card);
    }

    public MachineTraits withBreaks(double perThousand, long newSeed) {
        return with(needle.withBreaksPerThousand(perThousand)).withSeed(newSeed);
    }

    public MachineTraits withSeed(long newSeed) {
        return new MachineTraits(
                buffer, needle, operator, speedUp, newSeed, autoReset, autoRepeat, remembersPlace, counter, card);
    }

    public MachineTraits withAutoReset(boolean by) {
        return new MachineTraits(
                buffer, needle, operator, speedUp, seed, by, autoRepeat, remembersPlace, counter, card);
    }

    public MachineTraits withAutoRepeat(boolean repeats) {
        return new MachineTraits(
                buffer, needle, operator, speedUp, seed, autoReset, repeats, remembersPlace, counter, card);
    }

    public MachineTraits withRemembersPlace(boolean remembers) {
        return new MachineTraits(
                buffer, needle, operator, speedUp, seed, autoReset, autoRepeat, remembers, counter, card);
    }

    /** With the files of this folder on its card. They may come and go while it is on. */
    public MachineTraits withCard(Path folder) {
        return new MachineTraits(
                buffer, needle, operator, speedUp, seed, autoReset, autoRepeat, remembersPlace, counter, folder);
    }

    long nanos(double atRealSpeed) {
        return Math.round(atRealSpeed / speedUp);
    }
}
