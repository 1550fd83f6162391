package org.stitchery.service.production;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a run is. What leads from one to the next is said in one table and nowhere else. */
public enum RunState {
    /** Released, no machine. */
    WAITING,
    /** Parked by a person. */
    HELD,
    /** In one machine's list, nothing sent. */
    ASSIGNED,
    /** A person says: this garment is in this hoop, the colours are on. */
    ARMED,
    /** The attempt is on disk; its first byte may or may not have left. */
    INTENT,
    /** The transfer is under way; the machine may sew as it receives. */
    SENDING,
    /** The machine has the whole design. */
    SEWING,
    /** Known place, machine stopped. */
    PAUSED,
    /** We do not know what the needle did; only a person ends it. */
    SUSPECT,
    /** Garment lost; a replacement run is linked to it. */
    SPOILED,
    /** Sewn. */
    DONE,
    /** Given up before it began. */
    CANCELLED;

    /** In a machine's list or on its needle. */
    static final Set<RunState> AT_A_MACHINE = EnumSet.of(ASSIGNED, ARMED, INTENT, SENDING, SEWING, PAUSED, SUSPECT);

    /** Left alone by their node, nobody knows what the needle did. */
    static final Set<RunState> LOST_WITH_THEIR_NODE = EnumSet.of(INTENT, SENDING, SEWING, PAUSED);

    /** For sentences. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True while the machine's needle belongs to the run: nothing else may be started there. */
    public boolean hasNeedle() {
        return switch (this) {
            case INTENT, SENDING, SEWING, PAUSED, SUSPECT -> true;
            case WAITING, HELD, ASSIGNED, ARMED, SPOILED, DONE, CANCELLED -> false;
        };
    }

    /** True when nothing follows. */
    public boolean isFinal() {
        return switch (this) {
            case SPOILED, DONE, CANCELLED -> true;
            case WAITING, HELD, ASSIGNED, ARMED, INTENT, SENDING, SEWING, PAUSED, SUSPECT -> false;
        };
    }
}
