package org.stitchery.embroidery.model;

import java.util.Arrays;
import java.util.List;

/**
 * A design as the machine sews it: an immutable list of positions and commands with the threads it needs.
 *
 * <p>Positions are absolute, in whole tenths of a millimetre, x to the right and <b>y downwards</b>, relative to the
 * needle position at the start, which is (0, 0). Every pattern ends with exactly one {@link StitchCommand#END}. The
 * first thread is on from the start; each {@link StitchCommand#COLOR_CHANGE} takes the next. A pattern read from a
 * file without colours may have fewer threads than colour blocks, or none.
 *
 * <p>Safe to share between threads.
 */
public final class StitchPattern {

    /** No position lies further than this from the start on either axis: 10 m, in tenths of a millimetre. */
    public static final int FURTHEST_TENTHS = 100_000;

    private final String name;
    private final int[] xs;
    private final int[] ys;
    private final byte[] commands;
    private final List<ThreadColor> threads;

    private StitchPattern(String name, int[] xs, int[] ys, byte[] commands, List<ThreadColor> threads) {
        this.name = name;
        this.xs = xs;
        this.ys = ys;
        this.commands = commands;
        this.threads = threads;
    }

    /** The design's name, possibly empty; any text, writers cut it down to what their format can hold. */
    public String name() {
        return name;
    }

    /** The number of commands, the final {@link StitchCommand#END} included. */
    public int size() {
        return commands.length;
    }

    /** Absolute x of command {@code i} in tenths of a millimetre. */
    public int x(int i) {
        return xs[i];
    }

    /** Absolute y of command {@code i} in tenths of a millimetre, downwards. */
    public int y(int i) {
        return ys[i];
    }

    /** Command {@code i}, from 0 to {@link #size()} - 1. */
    public StitchCommand command(int i) {
        return StitchCommand.ofCode(commands[i]);
    }

    /** The threads in the order they are used; thread {@code n} sews the block after the n-th colour change. */
    public List<ThreadColor> threads() {
        return threads;
    }

    /** How often the command occurs. */
    public int count(StitchCommand command) {
        int n = 0;
        for (byte c : commands) {
            if (c == command.ordinal()) {
                n++;
            }
        }
        return n;
    }

    /** The box around all needle penetrations, or an empty box at the start when there are none. */
    public Extents extents() {
        int minX = Integer.MAX_VALUE;
        int minY = Integer.MAX_VALUE;
        int maxX = Integer.MIN_VALUE;
        int maxY = Integer.MIN_VALUE;
        for (int i = 0; i < commands.length; i++) {
            if (commands[i] == StitchCommand.STITCH.ordinal()) {
                minX = Math.min(minX, xs[i]);
                maxX = Math.max(maxX, xs[i]);
                minY = Math.min(minY, ys[i]);
                maxY = Math.max(maxY, ys[i]);
            }
        }
        return minX > maxX ? new Extents(0, 0, 0, 0) : new Extents(minX, minY, maxX, maxY);
    }

    /** The same stitches under another name. */
    public StitchPattern withName(String newName) {
        return new StitchPattern(newName, xs, ys, commands, threads);
    }

    /** The same stitches with other threads. */
    public StitchPattern withThreads(List<ThreadColor> newThreads) {
        return new StitchPattern(name, xs, ys, commands, List.copyOf(newThreads));
    }

    /** Equal when name, threads and every command and position are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof StitchPattern that
                && name.equals(that.name)
                && threads.equals(that.threads)
                && Arrays.equals(commands, that.commands)
                && Arrays.equals(xs, that.xs)
                && Arrays.equals(ys, that.ys);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(xs) + Arrays.hashCode(ys)) + Arrays.hashCode(commands);
    }

    @Override
    public String toString() {
        return "StitchPattern[" + name + ", " + count(StitchCommand.STITCH) + " stitches, "
                + (count(StitchCommand.COLOR_CHANGE) + 1) + " colours, " + extents() + "]";
    }

    /** Starts an empty pattern at (0, 0). */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** The only writer of patterns. Not thread-safe; may be used once. */
    public static final class Builder {

        private final String name;
        private int[] xs = new int[1024];
        private int[] ys = new int[1024];
        private byte[] commands = new byte[1024];
        private int size;
        private int x;
        private int y;
        private List<ThreadColor> threads = List.of();

        private Builder(String name) {
            this.name = name;
        }

        /** Moves to the absolute position and sews there. */
        public Builder stitchTo(int xTenths, int yTenths) {
            return add(StitchCommand.STITCH, xTenths, yTenths);
        }

        /** Moves to the absolute position with the needle up. */
        public Builder jumpTo(int xTenths, int yTenths) {
            return add(StitchCommand.JUMP, xTenths, yTenths);
        }

        /** Cuts the thread here. */
        public Builder trim() {
            return add(StitchCommand.TRIM, x, y);
        }

        /** Takes the next thread here. */
        public Builder colorChange() {
            return add(StitchCommand.COLOR_CHANGE, x, y);
        }

        /** Stops for the operator here. */
        public Builder stop() {
            return add(StitchCommand.STOP, x, y);
        }

        /**
         * Appends a command at an absolute position.
         *
         * @throws IllegalArgumentException for {@link StitchCommand#END} (see {@link #build()}) or a position further
         *     out than {@link StitchPattern#FURTHEST_TENTHS}
         */
        public Builder add(StitchCommand command, int xTenths, int yTenths) {
            if (command == StitchCommand.END) {
                throw new IllegalArgumentException("END is appended by build(), not by add()");
            }
            if (Math.abs((long) xTenths) > FURTHEST_TENTHS || Math.abs((long) yTenths) > FURTHEST_TENTHS) {
                throw new IllegalArgumentException("Position (" + xTenths + ", " + yTenths + ") of command " + size
                        + " lies outside +-" + FURTHEST_TENTHS + " tenths of a millimetre");
            }
            append(command, xTenths, yTenths);
            return this;
        }

        /** Sets the threads in the order they are used. */
        public Builder threads(List<ThreadColor> inOrder) {
            threads = List.copyOf(inOrder);
            return this;
        }

        /** Where the frame is now, in tenths. */
        public int x() {
            return x;
        }

        /** Where the frame is now, in tenths, downwards. */
        public int y() {
            return y;
        }

        /** The number of commands so far. */
        public int size() {
            return size;
        }

        /** Appends END and hands out the pattern. */
        public StitchPattern build() {
            append(StitchCommand.END, x, y);
            return new StitchPattern(
                    name, Arrays.copyOf(xs, size), Arrays.copyOf(ys, size), Arrays.copyOf(commands, size), threads);
        }

        private void append(StitchCommand command, int xTenths, int yTenths) {
            if (size == commands.length) {
                int larger = size + (size >> 1);
                xs = Arrays.copyOf(xs, larger);
                ys = Arrays.copyOf(ys, larger);
                commands = Arrays.copyOf(commands, larger);
            }
            xs[size] = xTenths;
            ys[size] = yTenths;
            commands[size] = (byte) command.ordinal();
            size++;
            x = xTenths;
            y = yTenths;
        }
    }
}
