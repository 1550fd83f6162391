package org.stitchery.digitizer;

import java.util.List;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * What digitizing gives.
 *
 * @param pattern the stitches, with one thread per colour block
 * @param originXMm page position of stitch coordinate (0, 0), the centre of the sewn box
 * @param originYMm the same, downwards
 * @param findings of the intake and of the digitizer together, in drawing order
 */
public record Digitized(StitchPattern pattern, double originXMm, double originYMm, List<Finding> findings) {

    public Digitized {
        findings = List.copyOf(findings);
    }
}
