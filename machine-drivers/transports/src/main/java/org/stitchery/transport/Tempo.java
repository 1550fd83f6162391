package org.stitchery.transport;

/**
 * How often a loop goes round its lines. Often is good for a machine that says wait, since only what was handed over at
 * the last visit still arrives; and it costs, since a visit costs some microseconds of system calls whether it moves one
 * byte or fifty. So a few fast lines are visited as often as a plain 16550 transmitter needs it, and many of them as
 * often as fits into the share of one core that the loop allows itself. The cost of a round is measured all the time, so
 * a better computer visits more lines more often.
 */
final class Tempo {

    /**
     * At 115,200 baud twelve bytes leave in this time. The queue of sixteen, that of a 16550 transmitter, keeps the line
     * busy for another third of it when the visit is late.
     */
    static final long LEAST_NANOS = 1_000_000;

    /** However many lines there are. At 115,200 baud 115 bytes leave in this time. */
    static final long MOST_NANOS = 10_000_000;

    /** Up to this share of one core the shortest round is kept. */
    private static final double SHORTEST_UP_TO = 0.35;

    /** Weight of the newest round. Rounds differ by what the machines happen to do. */
    private static final double NEWEST = 0.02;

    /** A pause longer than this is rest, not lateness. */
    private static final long REST_NANOS = 40_000_000;

    /** How many times the usual lateness a line is to stay busy: what is late is sometimes very late. */
    private static final double LATE_TIMES = 3;

    /** Usual lateness that the queue of sixteen bytes bears at 115,200 baud. */
    private static final double COVERED_NANOS = 150_000;

    /** The period moves in steps, so that lines are told seldom. */
    private static final long STEP_NANOS = 100_000;

    private final double share;
    private double costNanos;
    private long periodNanos = LEAST_NANOS;
    private double lateNanos;
    private long begunNanos;
    private boolean begun;

    /** @param share of one core, 0 to 1, that rounds may take where there are many lines */
    Tempo(double share) {
        this.share = share;
    }

    /** From the beginning of one round to the beginning of the next. */
    long periodNanos() {
        return periodNanos;
    }

    /**
     * How long it takes from one visit to the next as rounds go: on a busy computer they are late, and a line that is to
     * stay busy then has to be given more at a time.
     */
    long visitNanos() {
        long late = (long) (LATE_TIMES * Math.max(0, lateNanos - COVERED_NANOS)) / STEP_NANOS * STEP_NANOS;
        return Math.min(MOST_NANOS, periodNanos + late);
    }

    /** A round that serves somebody begins. */
    void begins(long nowNanos) {
        long since = nowNanos - begunNanos;
        if (begun && since < REST_NANOS) {
            lateNanos += NEWEST * (Math.max(0, since - periodNanos) - lateNanos);
        }
        begun = true;
        begunNanos = nowNanos;
    }

    /** A round has cost so much processor time. */
    void cost(long nanos) {
        costNanos += NEWEST * (nanos - costNanos);
        if (costNanos <= SHORTEST_UP_TO * LEAST_NANOS && share <= SHORTEST_UP_TO || costNanos <= share * LEAST_NANOS) {
            periodNanos = LEAST_NANOS;
            return;
        }
        long wanted = Math.min(MOST_NANOS, Math.max(LEAST_NANOS, (long) (costNanos / share)));
        if (Math.abs(wanted - periodNanos) >= STEP_NANOS) {
            periodNanos = wanted;
        }
    }
}
