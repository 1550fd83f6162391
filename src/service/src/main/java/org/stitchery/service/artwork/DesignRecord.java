package org.stitchery.service.artwork;

import java.util.List;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * A design, immutable and named by what it is.
 *
 * @param sha256 64 lower-case hexadecimal digits, the SHA-256 of the design's canonical bytes
 * @param name the pattern's name
 * @param pattern stitches and the thread of each colour block
 * @param fabric the fabric recipe it was made for
 * @param hoop the hoop it was made for, one of {@link org.stitchery.digitizer.fabric.Hoops}
 * @param findings what there is to tell a person about it
 * @param originXMm page position of stitch coordinate (0, 0)
 * @param originYMm the same, downwards
 */
public record DesignRecord(
        String sha256,
        String name,
        StitchPattern pattern,
        String fabric,
        String hoop,
        List<Finding> findings,
        double originXMm,
        double originYMm) {

    public DesignRecord {
        findings = List.copyOf(findings);
    }
}
