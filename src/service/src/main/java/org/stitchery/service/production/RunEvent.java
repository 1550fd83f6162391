package org.stitchery.service.production;

import java.util.Locale;

/** What can happen to a run, in the ledger's words. */
enum RunEvent {
    ASSIGN,
    UNASSIGN,
    MOVE,
    HOLD,
    UNHOLD,
    CANCEL,
    HOOPED,
    DISARM,
    INTENT,
    STARTED,
    REFUSED,
    SENT,
    PAUSE,
    THREAD_BREAK,
    FAULT,
    RESUME,
    FINISHED,
    GIVE_UP,
    DOUBT,
    NOT_BEGUN,
    RESUME_AT,
    COMPLETE,
    SPOILED;

    /** As it stands in the ledger. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
