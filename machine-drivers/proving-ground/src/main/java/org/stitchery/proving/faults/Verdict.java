package org.stitchery.proving.faults;

import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.Outcome;
import org.stitchery.proving.proxy.FaultKind;

/** What a driver claimed against what the needle did. */
enum Verdict {
    /** Claimed to be there, and the needle did exactly the design, once. */
    TRUE_DELIVERY,
    /** Not claimed: the driver does not know, refuses or asks for a person. */
    OPEN,
    /** The driver proved that nothing began; it was sent again and sewn once. */
    SENT_AGAIN,
    /** Claimed that all bytes have left, over a network nothing could have told from a sound one. */
    COULD_NOT_TELL,
    /** Claimed to be there, and the needle did something else. */
    FALSE_DELIVERY,
    /** Claimed that nothing began, and the needle had sewn. */
    FALSE_NOT_STARTED,
    /** Stitches of one order sewn by two beginnings without a person's word. */
    SEWN_TWICE,
    /** Other bytes than the design's lie where a machine takes them for the design, whatever was said. */
    OTHER_BYTES,
    /** No outcome at all. */
    NO_OUTCOME;

    /** True for those that must never be. */
    boolean wrong() {
        return switch (this) {
            case TRUE_DELIVERY, OPEN, SENT_AGAIN, COULD_NOT_TELL -> false;
            case FALSE_DELIVERY, FALSE_NOT_STARTED, SEWN_TWICE, OTHER_BYTES, NO_OUTCOME -> true;
        };
    }

    static Verdict of(Subject subject, Trial trial, Seen seen) {
        Outcome first = trial.first;
        if (first == null) {
            return NO_OUTCOME;
        }
        if (seen.mistakable()) {
            return OTHER_BYTES;
        }
        if (first instanceof Outcome.NotStarted) {
            return ofSecond(trial, seen);
        }
        if (seen.twice()) {
            return SEWN_TWICE;
        }
        if (first instanceof Outcome.Delivered || first instanceof Outcome.Sewn) {
            if (seen.exact()) {
                return TRUE_DELIVERY;
            }
            boolean modest = first instanceof Outcome.Delivered delivered
                    && delivered.evidence().compareTo(Evidence.ON_THE_WIRE) <= 0;
            // How far bytes came says nothing of whether they came unchanged.
            boolean claimsNoMore = modest || trial.fault.kind() == FaultKind.BIT_FLIP;
            return claimsNoMore && subject.cannotTell(trial.fault.kind()) ? COULD_NOT_TELL : FALSE_DELIVERY;
        }
        if (first instanceof Outcome.Rejected && seen.beginnings() > 0) {
            return FALSE_NOT_STARTED;
        }
        return OPEN;
    }

    /** After a proof that nothing began the order was sent again over a sound network. */
    private static Verdict ofSecond(Trial trial, Seen seen) {
        Outcome again = trial.again;
        if (seen.beginnings() > 1 || trial.thereAfterAll) {
            return FALSE_NOT_STARTED;
        }
        boolean there = again instanceof Outcome.Delivered || again instanceof Outcome.Sewn;
        if (there) {
            return seen.exact() ? SENT_AGAIN : FALSE_DELIVERY;
        }
        return again == null ? NO_OUTCOME : OPEN;
    }
}
