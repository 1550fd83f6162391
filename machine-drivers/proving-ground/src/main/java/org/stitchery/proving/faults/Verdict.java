package org.stitchery.proving.faults;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.Outcome;
import org.stitchery.proving.proxy.FaultKind;
import org.stitchery.simulator.ledger.Ledger;
import org.stitchery.simulator.ledger.Sewing;

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
    /** No outcome at all. */
    NO_OUTCOME;

    /** True for those that must never be. */
    boolean wrong() {
        return switch (this) {
            case TRUE_DELIVERY, OPEN, SENT_AGAIN, COULD_NOT_TELL -> false;
            case FALSE_DELIVERY, FALSE_NOT_STARTED, SEWN_TWICE, NO_OUTCOME -> true;
        };
    }

    static Verdict of(Subject subject, Trial trial, Ledger ledger) {
        List<Sewing> all = subject.namesDesigns() ? ledger.sewings(trial.label) : ledger.sewings();
        List<Sewing> sewn =
                all.stream().filter(s -> !s.penetrations().isEmpty()).toList();
        Outcome first = trial.first;
        if (first == null) {
            return NO_OUTCOME;
        }
        if (first instanceof Outcome.NotStarted) {
            return ofSecond(trial.again, sewn, trial);
        }
        if (sewn.size() > 1) {
            return SEWN_TWICE;
        }
        if (first instanceof Outcome.Delivered || first instanceof Outcome.Sewn) {
            if (exactly(sewn, trial)) {
                return TRUE_DELIVERY;
            }
            boolean modest = first instanceof Outcome.Delivered delivered
                    && delivered.evidence().compareTo(Evidence.ON_THE_WIRE) <= 0;
            // How far bytes came says nothing of whether they came unchanged.
            boolean claimsNoMore = modest || trial.fault.kind() == FaultKind.BIT_FLIP;
            return claimsNoMore && subject.cannotTell(trial.fault.kind()) ? COULD_NOT_TELL : FALSE_DELIVERY;
        }
        if (first instanceof Outcome.Rejected && !sewn.isEmpty()) {
            return FALSE_NOT_STARTED;
        }
        return OPEN;
    }

    /** After a proof that nothing began the order was sent again over a sound network. */
    private static Verdict ofSecond(@Nullable Outcome again, List<Sewing> sewn, Trial trial) {
        if (sewn.size() > 1) {
            return FALSE_NOT_STARTED;
        }
        boolean there = again instanceof Outcome.Delivered || again instanceof Outcome.Sewn;
        if (there) {
            return exactly(sewn, trial) ? SENT_AGAIN : FALSE_DELIVERY;
        }
        return again == null ? NO_OUTCOME : OPEN;
    }

    private static boolean exactly(List<Sewing> sewn, Trial trial) {
        return sewn.size() == 1
                && sewn.get(0).ended()
                && sewn.get(0).differencesFrom(trial.pattern).isEmpty();
    }
}
