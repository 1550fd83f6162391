package org.stitchery.driver.grbl;

/**
 * How long the controller has owed an answer. A line or an answer that got lost, or lost a bit, is never made up for; the
 * controller goes on saying how it is, so that nobody would ever find it silent.
 */
final class Debt {

    private boolean owed;
    private long sinceNanos;

    /** It has answered something, or is excused: a person is at it. */
    void settled() {
        owed = false;
    }

    /**
     * Looked at with each status report.
     *
     * @param owesNow it owes an answer now
     * @return how long it has owed one without answering any; 0 when it owes none
     */
    long nanos(boolean owesNow, long nowNanos) {
        if (!owesNow || !owed) {
            owed = owesNow;
            sinceNanos = nowNanos;
        }
        return nowNanos - sinceNanos;
    }
}
