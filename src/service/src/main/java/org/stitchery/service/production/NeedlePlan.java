package org.stitchery.service.production;

import java.util.List;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * Which needle sews which colour block of a design on a certain machine.
 *
 * @param uses colour blocks in the order they are sewn
 */
public record NeedlePlan(List<NeedleUse> uses) {

    public NeedlePlan {
        uses = List.copyOf(uses);
    }

    /** The needles in the order of the blocks, 0 where there is none left. */
    public List<Integer> needles() {
        return uses.stream().map(NeedleUse::needle).toList();
    }

    /**
     * One colour block.
     *
     * @param block from 1
     * @param needle from 1; 0 when the machine has no needle left for it
     * @param thread what has to be on the needle
     * @param loaded true when it is on already
     */
    public record NeedleUse(int block, int needle, ThreadColor thread, boolean loaded) {}
}
