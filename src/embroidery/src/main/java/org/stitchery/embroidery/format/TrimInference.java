package org.stitchery.embroidery.format;

import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * Reads cuts into runs of jumps, for formats without a code for cutting.
 *
 * <p>A machine cuts at so many jumps in a row. So when a run of jumps after at least one stitch reaches that number, a
 * {@link StitchCommand#TRIM} is put in front of the run's first jump, once per run and not when the thread is cut
 * already (at the start, after a colour change). Jumps that lead back to where the run began, such as those a writer
 * makes only to say "cut", are dropped.
 *
 * <p>Passes everything on to the builder as it comes; with {@link ReadOptions#infersTrims()} off it changes nothing.
 */
public final class TrimInference {

    private final StitchPattern.Builder builder;
    private final boolean infers;
    private final int cutsBeyondTenths;
    private final int jumpsPerTrim;
    private final int[] runXs;
    private final int[] runYs;

    private boolean cut = true;
    private boolean running;
    private int jumps;
    private int runStart;
    private int startX;
    private int startY;

    public TrimInference(StitchPattern.Builder builder, ReadOptions options) {
        this(builder, options, Integer.MAX_VALUE);
    }

    /**
     * For machines that cut before a long way, too.
     *
     * @param cutsBeyondTenths a run of jumps that leads further from where it began on either axis is a
     *     cut, in tenths of a millimetre
     */
    public TrimInference(StitchPattern.Builder builder, ReadOptions options, int cutsBeyondTenths) {
        this.builder = builder;
        this.cutsBeyondTenths = cutsBeyondTenths;
        this.infers = options.infersTrims();
        this.jumpsPerTrim = options.jumpsPerTrim();
        this.runXs = new int[jumpsPerTrim];
        this.runYs = new int[jumpsPerTrim];
    }

    /** The needle goes down at the absolute position. */
    public void stitch(int x, int y) {
        builder.stitchTo(x, y);
        sewn();
    }

    /** One or more stitches went to the builder directly. */
    public void sewn() {
        cut = false;
        running = false;
    }

    /** A colour change or stop at the absolute position: the machine cuts by itself. */
    public void change(StitchCommand command, int x, int y) {
        cut = true;
        running = false;
        builder.add(command, x, y);
    }

    /** A move that never means a cut, such as a sequin. */
    public void plainMove(int x, int y) {
        cut = false;
        running = false;
        builder.add(StitchCommand.JUMP, x, y);
    }

    /** The frame moves to the absolute position. */
    public void jump(int x, int y) {
        if (!infers) {
            builder.add(StitchCommand.JUMP, x, y);
            return;
        }
        if (!running) {
            running = true;
            jumps = 0;
            runStart = builder.size();
            startX = builder.x();
            startY = builder.y();
        }
        builder.add(StitchCommand.JUMP, x, y);
        jumps++;
        if (!cut && (jumps == jumpsPerTrim || isFar(x, y))) {
            cutInFrontOfRun();
        }
        if (x == startX && y == startY) {
            builder.cutBackTo(runStart);
        }
    }

    private boolean isFar(int x, int y) {
        return Math.max(Math.abs(x - startX), Math.abs(y - startY)) > cutsBeyondTenths;
    }

    private void cutInFrontOfRun() {
        int length = builder.size() - runStart;
        for (int i = 0; i < length; i++) {
            runXs[i] = builder.x(runStart + i);
            runYs[i] = builder.y(runStart + i);
        }
        builder.cutBackTo(runStart).add(StitchCommand.TRIM, startX, startY);
        runStart++;
        for (int i = 0; i < length; i++) {
            builder.add(StitchCommand.JUMP, runXs[i], runYs[i]);
        }
        cut = true;
    }
}
