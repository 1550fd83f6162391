package org.stitchery.embroidery.format.gcode;

/** Where the frame is: units, absolute or relative places, shifted zero points. In ten-thousandths of a millimetre. */
final class GcodeFrame {

    private boolean inches;
    private boolean relative;
    private long x;
    private long y;
    private long zeroX;
    private long zeroY;
    private boolean moved;

    void take(GcodeLine line) {
        inches = line.is('G', 20) || inches && !line.is('G', 21);
        relative = line.is('G', 91) || relative && !line.is('G', 90);
        boolean named = line.has('X') || line.has('Y');
        if (named && line.is('G', 92)) {
            zeroX = line.has('X') ? x - mm(line.valueOf('X')) : zeroX;
            zeroY = line.has('Y') ? y - mm(line.valueOf('Y')) : zeroY;
        }
        moved = named && !isNoMove(line);
        if (moved) {
            x = line.has('X') ? (relative ? x : zeroX) + mm(line.valueOf('X')) : x;
            y = line.has('Y') ? (relative ? y : zeroY) + mm(line.valueOf('Y')) : y;
        }
    }

    /** Axes are named, but for another purpose: zero points, homing, dwell, or a code of the M kind. */
    private static boolean isNoMove(GcodeLine line) {
        return line.has('M') || line.is('G', 92) || line.is('G', 28) || line.is('G', 10) || line.is('G', 4);
    }

    private long mm(long value) {
        return inches ? value * 254 / 10 : value;
    }

    /** The last line moved the frame, or said that it should be where it is. */
    boolean moved() {
        return moved;
    }

    long x() {
        return x;
    }

    long y() {
        return y;
    }
}
