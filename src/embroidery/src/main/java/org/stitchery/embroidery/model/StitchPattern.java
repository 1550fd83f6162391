package org.stitchery.embroidery.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A design as the machine sews it: an immutable list of positions and commands with the threads it needs.
 *
 * <p>Positions are absolute, in whole tenths of a millimetre, x to the right and <b>y downwards</b>, relative to the
 * needle position at the start, which is (0, 0). Every pattern ends with exactly one {@link StitchCommand#END}. The
 * first thread is on from the start; each {@link StitchCommand#COLOR_CHANGE} takes the next. A pattern read from a
 * file without colours may have fewer threads than colour blocks, or none. Where a file names needles instead of
 * colours, {@link #needles()} tells them.
 *
 * <p>Safe to share between threads.
 */
public final class StitchPattern {

    /** No position lies further than this from the start on either axis: 10 m, in tenths of a millimetre. */
    public static final int FURTHEST_TENTHS = 100_000;

    /** More needles than any head has; files with one byte for them can say no more. */
    public static final int MOST_NEEDLES = 255;

    private static final byte STITCH = (byte) StitchCommand.STITCH.ordinal();
    private static final byte COLOR_CHANGE = (byte) StitchCommand.COLOR_CHANGE.ordinal();

    private final String name;
    private final int[] xs;
    private final int[] ys;
    private final byte[] commands;
    private final int size;
    private final List<ThreadColor> threads;
    private final List<Integer> needles;

    /** The arrays may be longer than the pattern: a long design is not copied to save a little room. */
    private StitchPattern(
            String name,
            int[] xs,
            int[] ys,
            byte[] commands,
            int size,
            List<ThreadColor> threads,
            List<Integer> needles) {
        this.name = name;
        this.xs = xs;
        this.ys = ys;
        this.commands = commands;
        this.size = size;
        this.threads = threads;
        this.needles = needles;
    }

    /** The design's name, possibly empty; any text, writers cut it down to what their format can hold. */
    public String name() {
        return name;
    }

    /** The number of commands, the final {@link StitchCommand#END} included. */
    public int size() {
        return size;
    }

    /** Absolute x of command {@code i} in tenths of a millimetre. */
    public int x(int i) {
        return xs[Objects.checkIndex(i, size)];
    }

    /** Absolute y of command {@code i} in tenths of a millimetre, downwards. */
    public int y(int i) {
        return ys[Objects.checkIndex(i, size)];
    }

    /** Command {@code i}, from 0 to {@link #size()} - 1. */
    public StitchCommand command(int i) {
        return StitchCommand.ofCode(commands[Objects.checkIndex(i, size)]);
    }

    /** The threads in the order they are used; thread {@code n} sews the block after the n-th colour change. */
    public List<ThreadColor> threads() {
        return threads;
    }

    /**
     * The needles of the colour blocks, counted from 1, as far as a file named them: number {@code n} sews after the n-th
     * colour change, 0 stands for one not named. Empty when none is named; shorter than the blocks when the last are not.
     */
    public List<Integer> needles() {
        return needles;
    }

    /** How often the command occurs. */
    public int count(StitchCommand command) {
        int n = 0;
        for (int i = 0; i < size; i++) {
            if (commands[i] == command.ordinal()) {
                n++;
            }
        }
        return n;
    }

    /** True when both coordinates lie within {@link #FURTHEST_TENTHS} of the start. */
    public static boolean isWithinReach(int xTenths, int yTenths) {
        // One sign bit for all four sides, as every stitch of every file comes through here. Overflow sets it, too.
        int beyond = (xTenths + FURTHEST_TENTHS)
                | (FURTHEST_TENTHS - xTenths)
                | (yTenths + FURTHEST_TENTHS)
                | (FURTHEST_TENTHS - yTenths);
        return beyond >= 0;
    }

    /** The box around all needle penetrations, or an empty box at the start when there are none. */
    public Extents extents() {
        int minX = Integer.MAX_VALUE;
        int minY = Integer.MAX_VALUE;
        int maxX = Integer.MIN_VALUE;
        int maxY = Integer.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            if (commands[i] == STITCH) {
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
        return new StitchPattern(newName, xs, ys, commands, size, threads, needles);
    }

    /** The same stitches with other threads. */
    public StitchPattern withThreads(List<ThreadColor> newThreads) {
        return new StitchPattern(name, xs, ys, commands, size, List.copyOf(newThreads), needles);
    }

    /**
     * The same stitches on other needles, as {@link #needles()} tells them.
     *
     * @throws IllegalArgumentException for a needle outside 0 to {@link #MOST_NEEDLES}
     */
    public StitchPattern withNeedles(List<Integer> newNeedles) {
        newNeedles.forEach(StitchPattern::requireNeedle);
        return new StitchPattern(name, xs, ys, commands, size, threads, List.copyOf(newNeedles));
    }

    private static void requireNeedle(int needle) {
        if (needle < 0 || needle > MOST_NEEDLES) {
            throw new IllegalArgumentException("A needle is 1 to " + MOST_NEEDLES + ", or 0 for any; got " + needle);
        }
    }

    /**
     * The same without its stops, or without its cuts. What follows stays where it is.
     *
     * @throws IllegalArgumentException for any other command
     */
    public StitchPattern without(StitchCommand left) {
        if (left != StitchCommand.STOP && left != StitchCommand.TRIM) {
            throw new IllegalArgumentException("A design without " + left + " is another design");
        }
        Builder kept = builder(name, size).threads(threads);
        for (int i = 0; i < size - 1; i++) {
            if (command(i) != left) {
                kept.add(command(i), xs[i], ys[i]);
            }
        }
        return kept.build().withNeedles(needles);
    }

    /** Equal when name, threads and every command and position are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof StitchPattern that
                && name.equals(that.name)
                && threads.equals(that.threads)
                && needles.equals(that.needles)
                && Arrays.equals(commands, 0, size, that.commands, 0, that.size)
                && Arrays.equals(xs, 0, size, that.xs, 0, that.size)
                && Arrays.equals(ys, 0, size, that.ys, 0, that.size);
    }

    @Override
    public int hashCode() {
        int hash = name.hashCode();
        for (int i = 0; i < size; i++) {
            hash = 31 * (31 * (31 * hash + xs[i]) + ys[i]) + commands[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return "StitchPattern[" + name + ", " + count(StitchCommand.STITCH) + " stitches, "
                + (count(StitchCommand.COLOR_CHANGE) + 1) + " colours, " + extents() + "]";
    }

    /** Starts an empty pattern at (0, 0). */
    public static Builder builder(String name) {
        return new Builder(name, 1024);
    }

    /**
     * Starts an empty pattern at (0, 0) with room for so many commands, END included. It still grows as needed; a good
     * guess saves copying.
     */
    public static Builder builder(String name, int expectedSize) {
        return new Builder(name, Math.max(16, expectedSize));
    }

    /** The only writer of patterns. Not thread-safe; may be used once. */
    public static final class Builder {

        private final String name;
        private int[] xs;
        private int[] ys;
        private byte[] commands;
        private int size;
        private List<ThreadColor> threads = List.of();
        private final List<Integer> needles = new ArrayList<>();
        private int block;

        private boolean built;

        private Builder(String name, int capacity) {
            this.name = name;
            this.xs = new int[capacity];
            this.ys = new int[capacity];
            this.commands = new byte[capacity];
        }

        /** Moves to the absolute position and sews there. */
        public Builder stitchTo(int xTenths, int yTenths) {
            append(STITCH, xTenths, yTenths);
            return this;
        }

        /** Moves to the absolute position with the needle up. */
        public Builder jumpTo(int xTenths, int yTenths) {
            return add(StitchCommand.JUMP, xTenths, yTenths);
        }

        /** Cuts the thread here. */
        public Builder trim() {
            return add(StitchCommand.TRIM, x(), y());
        }

        /** Takes the next thread here. */
        public Builder colorChange() {
            return add(StitchCommand.COLOR_CHANGE, x(), y());
        }

        /** Stops for the operator here. */
        public Builder stop() {
            return add(StitchCommand.STOP, x(), y());
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
            if (command == StitchCommand.COLOR_CHANGE) {
                block++;
            }
            append((byte) command.ordinal(), xTenths, yTenths);
            return this;
        }

        /**
         * Takes back all commands from the given one on, so that the frame is again where command {@code newSize - 1}
         * left it. For readers that learn the meaning of a record only from those that follow.
         */
        public Builder cutBackTo(int newSize) {
            if (built) {
                throw spent();
            }
            int kept = Objects.checkIndex(newSize, size + 1);
            for (int i = kept; i < size; i++) {
                if (commands[i] == COLOR_CHANGE) {
                    block--;
                }
            }
            size = kept;
            while (needles.size() > block + 1) {
                needles.remove(needles.size() - 1);
            }
            return this;
        }

        /** Absolute x of command {@code i} so far. */
        public int x(int i) {
            return xs[Objects.checkIndex(i, size)];
        }

        /** Absolute y of command {@code i} so far, downwards. */
        public int y(int i) {
            return ys[Objects.checkIndex(i, size)];
        }

        /** Command {@code i} so far. */
        public StitchCommand command(int i) {
            return StitchCommand.ofCode(commands[Objects.checkIndex(i, size)]);
        }

        /** Sets the threads in the order they are used. */
        public Builder threads(List<ThreadColor> inOrder) {
            threads = List.copyOf(inOrder);
            return this;
        }

        /**
         * The current colour block is sewn by this needle, counted from 1.
         *
         * @throws IllegalArgumentException for a needle outside 0 to {@link StitchPattern#MOST_NEEDLES}
         */
        public Builder needle(int needle) {
            requireNeedle(needle);
            while (needles.size() <= block) {
                needles.add(0);
            }
            needles.set(block, needle);
            return this;
        }

        /** Where the frame is now, in tenths. */
        public int x() {
            return size == 0 ? 0 : xs[size - 1];
        }

        /** Where the frame is now, in tenths, downwards. */
        public int y() {
            return size == 0 ? 0 : ys[size - 1];
        }

        /** The number of commands so far. */
        public int size() {
            return size;
        }

        /** Appends END and hands out the pattern; the builder is then spent. */
        public StitchPattern build() {
            append((byte) StitchCommand.END.ordinal(), x(), y());
            boolean tight = commands.length - size <= size >> 3;
            StitchPattern pattern = new StitchPattern(
                    name,
                    tight ? xs : Arrays.copyOf(xs, size),
                    tight ? ys : Arrays.copyOf(ys, size),
                    tight ? commands : Arrays.copyOf(commands, size),
                    size,
                    threads,
                    List.copyOf(needles));
            built = true;
            xs = new int[0];
            ys = new int[0];
            commands = new byte[0];
            size = 0;
            return pattern;
        }

        private void append(byte command, int xTenths, int yTenths) {
            if (!isWithinReach(xTenths, yTenths)) {
                throw new IllegalArgumentException("Position (" + xTenths + ", " + yTenths + ") of command " + size
                        + " lies outside +-" + FURTHEST_TENTHS + " tenths of a millimetre");
            }
            int at = size;
            if (at == commands.length) {
                grow();
            }
            xs[at] = xTenths;
            ys[at] = yTenths;
            commands[at] = command;
            size = at + 1;
        }

        /** A spent builder has no room left, so it comes here, too. */
        private void grow() {
            if (built) {
                throw spent();
            }
            int larger = size + (size >> 1);
            xs = Arrays.copyOf(xs, larger);
            ys = Arrays.copyOf(ys, larger);
            commands = Arrays.copyOf(commands, larger);
        }

        private IllegalStateException spent() {
            return new IllegalStateException("The pattern " + name + " is built: start another builder");
        }
    }
}
