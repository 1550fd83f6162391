package org.stitchery.digitizer.sequence;

import java.util.List;
import org.stitchery.digitizer.stitch.Strand;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * What is sewn with one thread before the next is taken.
 *
 * @param strands in order, each tied at both ends; the thread is cut between them
 */
public record ColorBlock(ThreadColor thread, List<Strand> strands) {

    public ColorBlock {
        strands = List.copyOf(strands);
    }
}
