package org.stitchery.embroidery.format.record;

import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * Which needle sews which colour block, for formats that hold needle numbers. What the pattern names is kept; blocks not
 * named take the needles one after the other, beginning anew after the last.
 */
public final class NeedlePlan {

    private final int[] needles;
    private final int mostNeedles;
    private final int beyond;
    private final int repeated;

    private NeedlePlan(int[] needles, int mostNeedles, int beyond, int repeated) {
        this.needles = needles;
        this.mostNeedles = mostNeedles;
        this.beyond = beyond;
        this.repeated = repeated;
    }

    /** @param mostNeedles highest needle the format has a code for */
    public static NeedlePlan of(StitchPattern pattern, int mostNeedles) {
        int[] needles = new int[pattern.count(StitchCommand.COLOR_CHANGE) + 1];
        int beyond = 0;
        int repeated = 0;
        for (int block = 0; block < needles.length; block++) {
            int named = block < pattern.needles().size() ? pattern.needles().get(block) : 0;
            if (named > mostNeedles) {
                beyond++;
            } else if (named == 0 && block >= mostNeedles) {
                repeated++;
            }
            needles[block] = named > 0 && named <= mostNeedles ? named : block % mostNeedles + 1;
        }
        return new NeedlePlan(needles, mostNeedles, beyond, repeated);
    }

    /** The needle of the block, counted from 1; blocks count from 0. */
    public int needle(int block) {
        return needles[block];
    }

    /** How many colour blocks there are. */
    public int blocks() {
        return needles.length;
    }

    /** What a person at the machine must know. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (beyond > 0) {
            findings.add(Finding.of(
                    Severity.WARNING,
                    "NEEDLES_RENUMBERED",
                    beyond + " colour blocks are for needles above " + mostNeedles
                            + ", for which the format has no code; they were given needles in their order."));
        }
        if (repeated > 0) {
            findings.add(Finding.of(
                    Severity.WARNING,
                    "NEEDLES_REPEATED",
                    "The design has " + needles.length + " colour blocks and the format codes for " + mostNeedles
                            + " needles: " + repeated
                            + " blocks take needles over again. Change their threads when the machine gets there."));
        }
        return findings;
    }
}
