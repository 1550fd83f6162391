package org.stitchery.embroidery.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a pattern: where each command happens, and which it is. They lie in pages, so that a design grows
 * without being copied, and take five bytes a command; a page that leads further than 3.2 m from the start, nine.
 *
 * <p>Positions are believed to be within {@link StitchPattern#FURTHEST_TENTHS}. Grows in the hands of one builder; is
 * not changed after that.
 */
final class StitchColumns {

    private static final int PAGE_BITS = 12;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int IN_PAGE = PAGE - 1;
    private static final int SMALLEST = 16;

    private static final byte STITCH = (byte) StitchCommand.STITCH.ordinal();

    private Page[] pages;
    private Page last = new Page(0);
    private int pageCount;
    private int room;
    private int size;

    /** @param expected a guess at how many commands come */
    StitchColumns(int expected) {
        pages = new Page[Math.max(1, (expected + IN_PAGE) >> PAGE_BITS)];
        addPage(Math.max(SMALLEST, Math.min(expected, PAGE)));
    }

    int size() {
        return size;
    }

    int x(int i) {
        return pages[i >> PAGE_BITS].x(i & IN_PAGE);
    }

    int y(int i) {
        return pages[i >> PAGE_BITS].y(i & IN_PAGE);
    }

    byte command(int i) {
        return pages[i >> PAGE_BITS].commands[i & IN_PAGE];
    }

    void add(byte command, int x, int y) {
        if (size == room) {
            makeRoom();
        }
        last.set(size & IN_PAGE, command, x, y);
        size++;
    }

    /** True when all places fit the narrow pages, and so lie within reach. */
    static boolean areNear(int[] xs, int[] ys, int count) {
        int bits = 0;
        for (int i = 0; i < count; i++) {
            bits |= (xs[i] - Short.MIN_VALUE) | (ys[i] - Short.MIN_VALUE);
        }
        return bits >>> 16 == 0;
    }

    /**
     * As many stitches as that from the beginning of two arrays.
     *
     * @param near what {@link #areNear} says of them
     */
    void addStitches(int[] xs, int[] ys, int count, boolean near) {
        int done = 0;
        while (done < count) {
            if (size == room) {
                makeRoom();
            }
            int n = Math.min(count - done, room - size);
            last.setStitches(size & IN_PAGE, xs, ys, done, n, near);
            done += n;
            size += n;
        }
    }

    /** Copies the positions of stitches that follow each other, as many as fit; returns how many. */
    int copyStitches(int from, int[] xs, int[] ys) {
        int most = Math.min(Math.min(xs.length, ys.length), size - from);
        int done = 0;
        while (done < most) {
            int at = (from + done) & IN_PAGE;
            int n = Math.min(most - done, PAGE - at);
            int found = pages[(from + done) >> PAGE_BITS].copyStitches(at, n, xs, ys, done);
            done += found;
            if (found < n) {
                break;
            }
        }
        return done;
    }

    void cutBackTo(int newSize) {
        size = newSize;
        pageCount = Math.max(1, (newSize + IN_PAGE) >> PAGE_BITS);
        last = pages[pageCount - 1];
        room = (pageCount - 1) * PAGE + last.commands.length;
    }

    /** True when every command and position is the same. */
    boolean sameAs(StitchColumns other) {
        if (size != other.size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (command(i) != other.command(i) || x(i) != other.x(i) || y(i) != other.y(i)) {
                return false;
            }
        }
        return true;
    }

    /** Gives back what is more than needed; nothing is added after that. */
    void close() {
        int inLast = size - (pageCount - 1) * PAGE;
        last.resize(inLast);
        pages = Arrays.copyOf(pages, pageCount);
        room = size;
    }

    private void makeRoom() {
        int inLast = last.commands.length;
        if (inLast < PAGE) {
            last.resize(Math.min(PAGE, inLast + (inLast >> 1) + SMALLEST));
            room += last.commands.length - inLast;
        } else {
            addPage(PAGE);
        }
    }

    private void addPage(int capacity) {
        if (pageCount == pages.length) {
            pages = Arrays.copyOf(pages, pageCount + (pageCount >> 1) + 1);
        }
        last = new Page(capacity);
        pages[pageCount++] = last;
        room += capacity;
    }

    /**
     * Up to {@link #PAGE} commands. A position near the start is one int: y in the upper half, x in the lower. In a page
     * with any other, all are longs of the same kind.
     */
    private static final class Page {

        private int[] near;
        private long @Nullable [] far;
        private byte[] commands;

        Page(int capacity) {
            near = new int[capacity];
            commands = new byte[capacity];
        }

        int x(int i) {
            return far == null ? (short) near[i] : (int) far[i];
        }

        int y(int i) {
            return far == null ? near[i] >> 16 : (int) (far[i] >> 32);
        }

        void set(int i, byte command, int x, int y) {
            commands[i] = command;
            if (far == null && (short) x == x && (short) y == y) {
                near[i] = y << 16 | x & 0xFFFF;
            } else {
                setFar(i, x, y);
            }
        }

        private void setFar(int i, int x, int y) {
            long[] places = far;
            if (places == null) {
                places = new long[near.length];
                for (int k = 0; k < i; k++) {
                    places[k] = place(x(k), y(k));
                }
                far = places;
                near = new int[0];
            }
            places[i] = place(x, y);
        }

        private static long place(int x, int y) {
            return (long) y << 32 | x & 0xFFFF_FFFFL;
        }

        void setStitches(int at, int[] xs, int[] ys, int from, int count, boolean allNear) {
            if (far != null || !allNear) {
                for (int i = 0; i < count; i++) {
                    set(at + i, STITCH, xs[from + i], ys[from + i]);
                }
                return;
            }
            int[] places = near;
            for (int i = 0; i < count; i++) {
                places[at + i] = ys[from + i] << 16 | xs[from + i] & 0xFFFF;
            }
            Arrays.fill(commands, at, at + count, STITCH);
        }

        int copyStitches(int at, int count, int[] xs, int[] ys, int to) {
            byte[] codes = commands;
            int n = 0;
            while (n < count && codes[at + n] == STITCH) {
                n++;
            }
            if (far == null) {
                int[] places = near;
                for (int i = 0; i < n; i++) {
                    xs[to + i] = places[at + i] << 16 >> 16;
                    ys[to + i] = places[at + i] >> 16;
                }
            } else {
                for (int i = 0; i < n; i++) {
                    xs[to + i] = x(at + i);
                    ys[to + i] = y(at + i);
                }
            }
            return n;
        }

        void resize(int capacity) {
            commands = Arrays.copyOf(commands, capacity);
            if (far == null) {
                near = Arrays.copyOf(near, capacity);
            } else {
                far = Arrays.copyOf(far, capacity);
            }
        }
    }
}
