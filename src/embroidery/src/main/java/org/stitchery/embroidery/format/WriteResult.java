package org.stitchery.embroidery.format;

import java.util.List;
import org.stitchery.embroidery.model.Finding;

/**
 * An encoded design.
 *
 * @param file the bytes
 * @param findings what the file cannot hold or says differently from the pattern; empty when nothing is lost
 */
public record WriteResult(MachineFile file, List<Finding> findings) {

    public WriteResult {
        findings = List.copyOf(findings);
    }
}
