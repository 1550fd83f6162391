package org.stitchery.service.platform;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger as it was written.
 *
 * @param number rises by the order of writing
 * @param at the database's clock
 * @param subject what it happened to
 * @param subjectId id of the subject
 * @param version the subject's version after it happened
 * @param event what happened
 * @param actor who did it
 * @param fence the machine's fence, null where no machine is concerned
 * @param payload what else was written down
 */
public record LedgerRow(
        long number,
        Instant at,
        String subject,
        UUID subjectId,
        int version,
        String event,
        Actor actor,
        @Nullable Long fence,
        Map<String, Object> payload) {}
