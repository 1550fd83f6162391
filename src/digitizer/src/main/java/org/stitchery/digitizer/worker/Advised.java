package org.stitchery.digitizer.worker;

import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.Digitized;
import org.stitchery.digitizer.advice.Fix;
import org.stitchery.embroidery.model.Finding;

/**
 * Advice as it comes back from the child.
 *
 * @param finding what is wrong and where
 * @param fix what would mend it, null where only a person can tell
 * @param mended what the fix would make of the design; null when it would sew the same stitches, or when there was no
 *     time to try it
 */
public record Advised(
        Finding finding, @Nullable Fix fix, @Nullable Digitized mended) {}
