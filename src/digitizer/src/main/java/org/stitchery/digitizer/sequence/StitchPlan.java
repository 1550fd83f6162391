package org.stitchery.digitizer.sequence;

import java.util.List;

/** Everything to be sewn, in order, in page millimetres, before the one rounding to whole tenths. */
public record StitchPlan(List<ColorBlock> blocks) {

    public StitchPlan {
        blocks = List.copyOf(blocks);
    }
}
