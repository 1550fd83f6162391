package org.stitchery.service.production;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One try of a run on a machine.
 *
 * @param attemptId the attempt
 * @param label how machine and people name it
 * @param machineId where
 * @param fence the right to the machine under which it was sent
 * @param garmentTag what was in the hoop
 * @param bytesTotal size of the encoded design
 * @param bytesAcked bytes that have left for the machine, at least
 * @param stitchesAcked penetrations in those bytes
 * @param intentAt when it was written down, before the first byte
 * @param firstByteAt when the first byte was seen to have left, null for none
 * @param endedAt when it was over, null while it is not
 * @param outcome how it ended, null while it has not
 * @param detail one sentence on it, null for none
 */
public record AttemptView(
        UUID attemptId,
        String label,
        UUID machineId,
        long fence,
        String garmentTag,
        long bytesTotal,
        long bytesAcked,
        int stitchesAcked,
        Instant intentAt,
        @Nullable Instant firstByteAt,
        @Nullable Instant endedAt,
        @Nullable String outcome,
        @Nullable String detail) {}
