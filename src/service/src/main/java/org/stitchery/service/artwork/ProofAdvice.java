package org.stitchery.service.artwork;

import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.model.Finding;

/**
 * Something that could be better about a proof.
 *
 * @param number from 1, the most important first
 * @param finding what, and where on the page of the drawing
 * @param mend what would mend it, null where only a person can tell
 * @param mendedSha256 the design as it would be then, null when its stitches would be the same or were not tried
 */
public record ProofAdvice(
        int number,
        Finding finding,
        @Nullable Mend mend,
        @Nullable String mendedSha256) {}
