package org.stitchery.embroidery.format.record;

import org.stitchery.embroidery.model.StitchPattern;

/**
 * How far the frame goes to each side of the start, in tenths of a millimetre, needle down or up; never negative.
 *
 * @param left to the left
 * @param right to the right
 * @param up upwards
 * @param down downwards
 */
public record FrameRoom(int left, int right, int up, int down) {

    /** Of every command, not only of stitches. */
    public static FrameRoom of(StitchPattern pattern) {
        int minX = 0;
        int maxX = 0;
        int minY = 0;
        int maxY = 0;
        for (int i = 0; i < pattern.size(); i++) {
            minX = Math.min(minX, pattern.x(i));
            maxX = Math.max(maxX, pattern.x(i));
            minY = Math.min(minY, pattern.y(i));
            maxY = Math.max(maxY, pattern.y(i));
        }
        return new FrameRoom(-minX, maxX, -minY, maxY);
    }
}
