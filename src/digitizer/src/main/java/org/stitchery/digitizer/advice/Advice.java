package org.stitchery.digitizer.advice;

import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.model.Finding;

/**
 * Something worth changing, and how.
 *
 * @param finding what is wrong and where
 * @param fix what would mend it without a person's judgement, null where only a person can tell
 */
public record Advice(Finding finding, @Nullable Fix fix) {}
