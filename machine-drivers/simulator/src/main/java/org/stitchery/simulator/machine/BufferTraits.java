package org.stitchery.simulator.machine;

/**
 * What a machine holds between line and needle, where its protocol has such a buffer.
 *
 * @param bytes its size, at least 64
 * @param stopPercent how full it is when the machine asks the host to wait, 2 to 100
 * @param restartPercent how full it still is when the machine asks the host to go on, below {@code stopPercent}
 */
public record BufferTraits(int bytes, int stopPercent, int restartPercent) {

    /** The marks most receivers use, three quarters and one. */
    public static final BufferTraits USUAL = new BufferTraits(4096, 75, 25);

    private static final int SMALLEST = 64;

    public BufferTraits {
        if (bytes < SMALLEST) {
            throw new IllegalArgumentException(
                    "A machine needs a buffer of at least " + SMALLEST + " bytes, got " + bytes);
        }
        if (stopPercent < 2 || stopPercent > 100 || restartPercent < 1 || restartPercent >= stopPercent) {
            throw new IllegalArgumentException("A buffer stops the host at 2 to 100 percent and lets it go on below"
                    + " that, got stop " + stopPercent + " and restart " + restartPercent);
        }
    }

    /** From so many bytes on the host is asked to wait. */
    public int stopBytes() {
        return (int) ((long) bytes * stopPercent / 100);
    }

    /** Down to so many bytes the host is not yet asked to go on. */
    public int restartBytes() {
        return (int) ((long) bytes * restartPercent / 100);
    }

    public BufferTraits withBytes(int newBytes) {
        return new BufferTraits(newBytes, stopPercent, restartPercent);
    }
}
