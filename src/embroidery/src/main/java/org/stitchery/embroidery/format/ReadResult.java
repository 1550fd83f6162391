package org.stitchery.embroidery.format;

import java.util.List;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * What a file held.
 *
 * @param pattern the design, whole or the part in front of the damage
 * @param findings what is damaged, unusual or not understood, in file order; empty for a sound file
 */
public record ReadResult(StitchPattern pattern, List<Finding> findings) {

    public ReadResult {
        findings = List.copyOf(findings);
    }
}
