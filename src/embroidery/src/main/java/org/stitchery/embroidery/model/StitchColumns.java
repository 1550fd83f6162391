package org.stitchery.embroidery.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a pattern: where each command happens, and which it is. They lie in pages, so that a design grows
 * without being copied, and take five bytes a command; a page that leads further than 1.6 m from the start, nine.
 *
 * <p>Positions are believed to be within {@link StitchPattern#FURTHEST_TENTHS}. Grows in the hands of one builder; is
 * not changed after that.
 */
final class StitchColumns {

    private static final int PAGE_BITS = 12;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int IN_PAGE = PAGE - 1;
    private static final int SMALLEST = 16;

    /** Stitches looked at together: few enough to stay in the processor's first cache. */
    private static final int TOGETHER = 512;

    private static final byte STITCH = (byte) StitchCommand.STITCH.ordinal();

    private Page[] pages;
    private Page last = new Page(0);
    private int pageCount;
    private int room;
    private int size;
    private final int[] counts = new int[StitchCommand.values().length];

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
        counts[command]++;
        size++;
    }

    /** Appends stitches at places that are all near. */
    void addStitches(int[] places, int count) {
        int done = 0;
        while (done < count) {
            if (size == room) {
                makeRoom();
            }
            int n = Math.min(count - done, room - size);
            last.setStitches(size & IN_PAGE, places, done, n);
            done += n;
            size += n;
        }
        counts[STITCH] += count;
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

    /** The box around all stitches, or an empty one at the start. */
    Extents extents() {
        int minX = Integer.MAX_VALUE;
        int minY = Integer.MAX_VALUE;
        int maxX = Integer.MIN_VALUE;
        int maxY = Integer.MIN_VALUE;
        int[] xs = new int[Math.min(size, TOGETHER)];
        int[] ys = new int[xs.length];
        int i = 0;
        while (i < size) {
            int found = copyStitches(i, xs, ys);
            for (int k = 0; k < found; k++) {
                minX = Math.min(minX, xs[k]);
                maxX = Math.max(maxX, xs[k]);
                minY = Math.min(minY, ys[k]);
                maxY = Math.max(maxY, ys[k]);
            }
            i += Math.max(1, found);
        }
        return minX > maxX ? new Extents(0, 0, 0, 0) : new Extents(minX, minY, maxX, maxY);
    }

    /** How often a command occurs. */
    int count(StitchCommand command) {
        return counts[command.ordinal()];
    }

    void cutBackTo(int newSize) {
        for (int i = newSize; i < size; i++) {
            counts[command(i)]--;
        }
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
        // One from before a cut back is taken again: else going back and forth over its beginning would take any
        // memory.
        last = pages[pageCount] == null ? new Page(capacity) : pages[pageCount];
        pages[pageCount++] = last;
        room += last.commands.length;
    }

    /** Up to {@link #PAGE} commands, all at a {@link NearPlace} or, once one is not, all at longs: y above, x below. */
    private static final class Page {

        private int[] near;
        private long @Nullable [] far;
        private byte[] commands;

        Page(int capacity) {
            near = new int[capacity];
            commands = new byte[capacity];
        }

        int x(int i) {
            return far == null ? NearPlace.x(near[i]) : (int) far[i];
        }

        int y(int i) {
            return far == null ? NearPlace.y(near[i]) : (int) (far[i] >> 32);
        }

        void set(int i, byte command, int x, int y) {
            commands[i] = command;
            if (far == null && NearPlace.isNear(x, y)) {
                near[i] = NearPlace.of(x, y);
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

        void setStitches(int at, int[] places, int from, int count) {
            if (far == null) {
                System.arraycopy(places, from, near, at, count);
                Arrays.fill(commands, at, at + count, STITCH);
            } else {
                for (int i = 0; i < count; i++) {
                    int place = places[from + i];
                    set(at + i, STITCH, NearPlace.x(place), NearPlace.y(place));
                }
            }
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
                    xs[to + i] = NearPlace.x(places[at + i]);
                    ys[to + i] = NearPlace.y(places[at + i]);
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
