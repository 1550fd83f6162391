package org.stitchery.proving.proxy;

import java.util.Random;

/**
 * What is wrong with one connection.
 *
 * @param toMachine true when bytes on the way to the machine are counted and flipped, false for those to the host
 * @param afterBytes so many pass unharmed in that direction, for the kinds that begin somewhere
 * @param latencyMillis for {@link FaultKind#LATENCY}
 * @param bit 0 to 7, for {@link FaultKind#BIT_FLIP}
 */
public record Fault(FaultKind kind, boolean toMachine, long afterBytes, int latencyMillis, int bit) {

    /** A network as it should be. */
    public static final Fault NONE = new Fault(FaultKind.NONE, true, 0, 0, 0);

    public Fault {
        if (afterBytes < 0 || latencyMillis < 0 || bit < 0 || bit > 7) {
            throw new IllegalArgumentException(
                    "Impossible fault: after " + afterBytes + " bytes, " + latencyMillis + " ms, bit " + bit);
        }
    }

    /**
     * A fault of this kind, the rest by chance.
     *
     * @param mostBytes where it begins at the latest, on the way to the machine
     * @param mostAnswerBytes the same on the way to the host; 0 when the machine says too little for a fault to begin there
     * @param mostLatencyMillis the longest delay
     */
    public static Fault by(Random chance, FaultKind kind, int mostBytes, int mostAnswerBytes, int mostLatencyMillis) {
        boolean toMachine = mostAnswerBytes == 0 || chance.nextInt(4) > 0;
        int most = toMachine ? mostBytes : mostAnswerBytes;
        return new Fault(
                kind, toMachine, chance.nextInt(most + 1), 1 + chance.nextInt(mostLatencyMillis), chance.nextInt(8));
    }

    @Override
    public String toString() {
        String where = " after " + afterBytes + " bytes to the " + (toMachine ? "machine" : "host");
        return switch (kind) {
            case NONE, ONE_BYTE -> kind.text();
            case LATENCY -> kind.text() + " " + latencyMillis + " ms";
            case BIT_FLIP -> kind.text() + " of bit " + bit + where;
            case CUT, RESET, HALF_OPEN, BLACK_HOLE -> kind.text() + where;
        };
    }
}
