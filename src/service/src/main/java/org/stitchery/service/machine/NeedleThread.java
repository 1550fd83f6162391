package org.stitchery.service.machine;

import org.stitchery.embroidery.model.ThreadColor;

/**
 * What is on one needle.
 *
 * @param needle from 1, left to right as the operator counts
 * @param thread the thread on it
 */
public record NeedleThread(int needle, ThreadColor thread) {

    public NeedleThread {
        if (needle < 1 || needle > 60) {
            throw new IllegalArgumentException("Needles are counted from 1 to 60, got " + needle);
        }
    }
}
