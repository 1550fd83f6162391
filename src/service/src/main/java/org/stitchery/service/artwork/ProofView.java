package org.stitchery.service.artwork;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for stitches and what came of it.
 *
 * @param id the ticket
 * @param accountId whose it is
 * @param artworkId of which drawing
 * @param title what its owner calls it
 * @param choices size, fabric, threads, hoop
 * @param state how far it has come
 * @param version rises with every change
 * @param designSha256 the design, null until there is one
 * @param failureCode why it failed, for programs; null unless it did
 * @param failure why it failed, for people; null unless it did
 * @param nameList the list of names it belongs to, null for none
 * @param createdAt when it was asked for
 */
public record ProofView(
        UUID id,
        UUID accountId,
        UUID artworkId,
        String title,
        ProofChoices choices,
        ProofState state,
        int version,
        @Nullable String designSha256,
        @Nullable String failureCode,
        @Nullable String failure,
        @Nullable UUID nameList,
        Instant createdAt) {

    /** True while its stitches are being made. */
    public boolean isUnderWay() {
        return state == ProofState.DIGITIZING;
    }
}
