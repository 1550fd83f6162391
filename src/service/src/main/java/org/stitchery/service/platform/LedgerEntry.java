package org.stitchery.service.platform;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, to be remembered for good.
 *
 * @param subject what it happened to: {@code run}, {@code machine}, {@code order}, {@code design}, {@code account}
 * @param subjectId id of the subject
 * @param version the subject's version after it happened, 0 where it has none; of a run unique, so that no state change
 *     can be written twice
 * @param event stable word in lower case with underscores: {@code hooped}, {@code doubt}
 * @param actor who did it
 * @param fence the machine's fence under which it happened, null where no machine is concerned
 * @param payload what else is worth knowing: state before and after, reason, numbers; no secrets. Sorted by key.
 */
public record LedgerEntry(
        String subject,
        UUID subjectId,
        int version,
        String event,
        Actor actor,
        @Nullable Long fence,
        Map<String, Object> payload) {

    public LedgerEntry {
        if (!subject.matches("[a-z_]{1,30}") || !event.matches("[a-z_]{1,40}")) {
            throw new IllegalArgumentException("Ledger words are lower case with underscores, got subject \"" + subject
                    + "\" and event \"" + event + "\"");
        }
        payload = Map.copyOf(new TreeMap<>(payload));
    }

    /** About a subject that is not at a machine. */
    public static LedgerEntry of(
            String subject, UUID subjectId, int version, String event, Actor actor, Map<String, Object> payload) {
        return new LedgerEntry(subject, subjectId, version, event, actor, null, payload);
    }
}
