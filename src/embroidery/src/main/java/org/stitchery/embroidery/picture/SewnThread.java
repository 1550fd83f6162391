package org.stitchery.embroidery.picture;

import org.stitchery.embroidery.model.StitchPattern;

/**
 * The pieces of thread that lie on top of the cloth, in the order they are sewn: from each needle penetration to the
 * next. Thread carried along between two places is not among them, as it is cut off before anybody sees the work.
 *
 * <p>A stitch longer than a file's records stands in the pattern as jumps along its line and a stitch at its end; it is
 * one piece. A travel ends with a stitch where the last jump ended; it is none.
 */
final class SewnThread {

    /** A longer chain of jumps is a travel even if it ends in a stitch further on. */
    private static final int MOST_JUMPS_WITHIN_A_STITCH = 2;

    /** Jumps within a stitch are rounded to tenths, so they may lie this far beside its line. */
    private static final double BESIDE_TENTHS = 1;

    final int[] fromX;
    final int[] fromY;
    final int[] toX;
    final int[] toY;
    final int[] block;
    private int count;

    private SewnThread(int most) {
        fromX = new int[most];
        fromY = new int[most];
        toX = new int[most];
        toY = new int[most];
        block = new int[most];
    }

    /** Positions in tenths of a millimetre; the block counts colour changes. */
    static SewnThread of(StitchPattern pattern) {
        SewnThread thread = new SewnThread(pattern.size());
        boolean held = false;
        int needleX = 0;
        int needleY = 0;
        int jumps = 0;
        int block = 0;
        for (int i = 0; i < pattern.size(); i++) {
            int x = pattern.x(i);
            int y = pattern.y(i);
            switch (pattern.command(i)) {
                case STITCH -> {
                    if (held && jumps == 0) {
                        thread.add(needleX, needleY, x, y, block);
                    } else if (held && isWithinOneStitch(pattern, i, jumps, needleX, needleY)) {
                        thread.add(needleX, needleY, x, y, block);
                    }
                    held = true;
                    needleX = x;
                    needleY = y;
                    jumps = 0;
                }
                case JUMP -> jumps++;
                case TRIM -> held = false;
                case COLOR_CHANGE -> {
                    held = false;
                    block++;
                }
                case STOP, END -> {}
            }
        }
        return thread;
    }

    /** The number of pieces. */
    int count() {
        return count;
    }

    private static boolean isWithinOneStitch(StitchPattern pattern, int stitch, int jumps, int needleX, int needleY) {
        int x = pattern.x(stitch);
        int y = pattern.y(stitch);
        if (jumps > MOST_JUMPS_WITHIN_A_STITCH || (x == pattern.x(stitch - 1) && y == pattern.y(stitch - 1))) {
            return false;
        }
        double wayX = x - needleX;
        double wayY = y - needleY;
        double length = Math.sqrt(wayX * wayX + wayY * wayY);
        for (int i = stitch - jumps; i < stitch; i++) {
            double dx = pattern.x(i) - needleX;
            double dy = pattern.y(i) - needleY;
            double along = (dx * wayX + dy * wayY) / length;
            double beside = Math.abs(dx * wayY - dy * wayX) / length;
            if (!(beside <= BESIDE_TENTHS && along >= 0 && along <= length)) {
                return false;
            }
        }
        return true;
    }

    private void add(int x0, int y0, int x1, int y1, int colorBlock) {
        if (x0 == x1 && y0 == y1) {
            return;
        }
        fromX[count] = x0;
        fromY[count] = y0;
        toX[count] = x1;
        toY[count] = y1;
        block[count] = colorBlock;
        count++;
    }
}
