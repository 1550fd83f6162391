package org.stitchery.digitizer.sequence;

import java.util.ArrayList;
import java.util.List;
import org.stitchery.digitizer.stitch.Relief;
import org.stitchery.digitizer.stitch.Strand;

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

    /** The same without the stitches nobody misses where they crowd. */
    public StitchPlan relieved() {
        List<List<Strand>> relieved =
                Relief.of(blocks.stream().map(ColorBlock::strands).toList());
        List<ColorBlock> lighter = new ArrayList<>(blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            lighter.add(new ColorBlock(blocks.get(i).thread(), relieved.get(i)));
        }
        return new StitchPlan(lighter, leastColorChanges);
    }
}
