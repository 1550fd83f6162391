package org.stitchery.embroidery.model;

import java.util.ArrayList;
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

    /** The longest moves that {@link Builder#stitchesBy} takes, in tenths of a millimetre on either axis. */
    public static final int LONGEST_MOVE_TOGETHER = NearPlace.FURTHEST;

    /** More needles than any head has; files with one byte for them can say no more. */
    public static final int MOST_NEEDLES = 255;

    private static final byte STITCH = (byte) StitchCommand.STITCH.ordinal();
    private static final byte COLOR_CHANGE = (byte) StitchCommand.COLOR_CHANGE.ordinal();

    private final String name;
    private final StitchColumns columns;
    private final int size;
    private final List<ThreadColor> threads;
    private final List<Integer> needles;

    private StitchPattern(String name, StitchColumns columns, List<ThreadColor> threads, List<Integer> needles) {
        this.name = name;
        this.columns = columns;
        this.size = columns.size();
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
        return columns.x(Objects.checkIndex(i, size));
    }

    /** Absolute y of command {@code i} in tenths of a millimetre, downwards. */
    public int y(int i) {
        return columns.y(Objects.checkIndex(i, size));
    }

    /** Command {@code i}, from 0 to {@link #size()} - 1. */
    public StitchCommand command(int i) {
        return StitchCommand.ofCode(columns.command(Objects.checkIndex(i, size)));
    }

    /**
     * Copies the positions of the stitches that follow each other from command {@code from} on into the beginning of two
     * arrays: much faster than command by command.
     *
     * @return how many; fewer than fit where another command follows, 0 where {@code from} is one
     */
    public int stitches(int from, int[] xs, int[] ys) {
        return columns.copyStitches(Objects.checkIndex(from, size), xs, ys);
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
        return columns.count(command);
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
        return columns.extents();
    }

    /** The same stitches under another name. */
    public StitchPattern withName(String newName) {
        return new StitchPattern(newName, columns, threads, needles);
    }

    /** The same stitches with other threads. */
    public StitchPattern withThreads(List<ThreadColor> newThreads) {
        return new StitchPattern(name, columns, List.copyOf(newThreads), needles);
    }

    /**
     * The same stitches on other needles, as {@link #needles()} tells them.
     *
     * @throws IllegalArgumentException for a needle outside 0 to {@link #MOST_NEEDLES}
     */
    public StitchPattern withNeedles(List<Integer> newNeedles) {
        newNeedles.forEach(StitchPattern::requireNeedle);
        return new StitchPattern(name, columns, threads, List.copyOf(newNeedles));
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
                kept.add(command(i), x(i), y(i));
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
                && columns.sameAs(that.columns);
    }

    @Override
    public int hashCode() {
        int hash = name.hashCode();
        for (int i = 0; i < size; i++) {
            hash = 31 * (31 * (31 * hash + columns.x(i)) + columns.y(i)) + columns.command(i);
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
        return new Builder(name, 16);
    }

    /**
     * Starts an empty pattern at (0, 0) for about so many commands, END included. It grows as needed, and no faster.
     */
    public static Builder builder(String name, int expectedSize) {
        return new Builder(name, expectedSize);
    }

    /** The only writer of patterns. Not thread-safe; may be used once. */
    public static final class Builder {

        private final String name;
        private StitchColumns columns;
        private int x;
        private int y;
        private int[] places = new int[0];
        private List<ThreadColor> threads = List.of();
        private final List<Integer> needles = new ArrayList<>();
        private int block;

        private boolean built;

        private Builder(String name, int capacity) {
            this.name = name;
            this.columns = new StitchColumns(capacity);
        }

        /** Moves to the absolute position and sews there. */
        public Builder stitchTo(int xTenths, int yTenths) {
            append(STITCH, xTenths, yTenths);
            return this;
        }

        /**
         * Sews after so many moves, one after the other: much faster than one by one.
         *
         * @param moves each is {@code dy * 65536 + dx}, both within {@link StitchPattern#LONGEST_MOVE_TOGETHER}
         * @return false when one of them leads further out than {@link StitchPattern#FURTHEST_TENTHS}; then none is sewn
         */
        public boolean stitchesBy(int[] moves, int count) {
            requireUnspent();
            if (count == 0) {
                return true;
            }
            if (places.length < count) {
                places = new int[count];
            }
            if (NearPlace.isNear(x, y)) {
                NearPlace.follow(NearPlace.of(x, y), moves, count, places);
                if (NearPlace.areNear(places, count)) {
                    columns.addStitches(places, count);
                    x = NearPlace.x(places[count - 1]);
                    y = NearPlace.y(places[count - 1]);
                    return true;
                }
            }
            return farStitchesBy(moves, count);
        }

        private boolean farStitchesBy(int[] moves, int count) {
            int toX = x;
            int toY = y;
            for (int i = 0; i < count; i++) {
                toX += NearPlace.x(moves[i]);
                toY += NearPlace.y(moves[i]);
                if (!isWithinReach(toX, toY)) {
                    return false;
                }
            }
            for (int i = 0; i < count; i++) {
                append(STITCH, x + NearPlace.x(moves[i]), y + NearPlace.y(moves[i]));
            }
            return true;
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
            requireUnspent();
            int kept = Objects.checkIndex(newSize, columns.size() + 1);
            for (int i = kept; i < columns.size(); i++) {
                if (columns.command(i) == COLOR_CHANGE) {
                    block--;
                }
            }
            columns.cutBackTo(kept);
            x = kept == 0 ? 0 : columns.x(kept - 1);
            y = kept == 0 ? 0 : columns.y(kept - 1);
            while (needles.size() > block + 1) {
                needles.remove(needles.size() - 1);
            }
            return this;
        }

        /** Absolute x of command {@code i} so far. */
        public int x(int i) {
            return columns.x(Objects.checkIndex(i, columns.size()));
        }

        /** Absolute y of command {@code i} so far, downwards. */
        public int y(int i) {
            return columns.y(Objects.checkIndex(i, columns.size()));
        }

        /** Command {@code i} so far. */
        public StitchCommand command(int i) {
            return StitchCommand.ofCode(columns.command(Objects.checkIndex(i, columns.size())));
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
            return x;
        }

        /** Where the frame is now, in tenths, downwards. */
        public int y() {
            return y;
        }

        /** The number of commands so far. */
        public int size() {
            return columns.size();
        }

        /** Appends END and hands out the pattern; the builder is then spent. */
        public StitchPattern build() {
            append((byte) StitchCommand.END.ordinal(), x, y);
            columns.close();
            StitchPattern pattern = new StitchPattern(name, columns, threads, List.copyOf(needles));
            built = true;
            columns = new StitchColumns(0);
            places = new int[0];
            x = 0;
            y = 0;
            return pattern;
        }

        private void append(byte command, int xTenths, int yTenths) {
            if (!isWithinReach(xTenths, yTenths)) {
                throw new IllegalArgumentException("Position (" + xTenths + ", " + yTenths + ") of command "
                        + columns.size() + " lies outside +-" + FURTHEST_TENTHS + " tenths of a millimetre");
            }
            requireUnspent();
            columns.add(command, xTenths, yTenths);
            x = xTenths;
            y = yTenths;
        }

        private void requireUnspent() {
            if (built) {
                throw new IllegalStateException("The pattern " + name + " is built: start another builder");
            }
        }
    }
}
