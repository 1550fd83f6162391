package org.stitchery.digitizer.sequence;

import java.util.List;

/**
 * Everything to be sewn, in order, in page millimetres, before the one rounding to whole tenths.
 *
 * @param leastColorChanges no order of sewing that lays the drawing's upper parts over its lower ones needs fewer
 *     changes; equal to the changes there are, unless the drawing is too large to prove it
 */
public record StitchPlan(List<ColorBlock> blocks, int leastColorChanges) {

    public StitchPlan {
        blocks = List.copyOf(blocks);
    }
}
