package org.stitchery.simulator.tape;

import java.util.Arrays;
import org.stitchery.simulator.machine.BufferTraits;

/**
 * The bytes between line and needle, first in first out. What does not fit is lost and counted, unless it was excused
 * beforehand.
 */
final class ReceiveBuffer {

    /** However long nobody played the machine, it holds no more than this beyond its capacity. */
    private static final int MOST_EXCUSED = 65_536;
    /** Memory grows with use: of a thousand machines most hold little. */
    private static final int FIRST_ROOM = 512;

    private final BufferTraits traits;
    private final int capacity;
    private byte[] ring;
    private int head;
    private int size;
    private int excused;
    private long lost;

    ReceiveBuffer(BufferTraits traits) {
        this.traits = traits;
        this.capacity = traits.bytes();
        ring = new byte[Math.min(capacity, FIRST_ROOM)];
    }

    void put(byte b) {
        if (size >= capacity) {
            if (excused == 0) {
                lost++;
                return;
            }
            excused--;
        }
        if (size == ring.length) {
            grow();
        }
        ring[(head + size) % ring.length] = b;
        size++;
    }

    /** So many bytes may go beyond the capacity, until the buffer is nearly empty again. */
    void excuse(long bytes) {
        excused = (int) Math.min(MOST_EXCUSED, excused + bytes);
    }

    /** Byte {@code i} from the front. */
    byte peek(int i) {
        if (i >= size) {
            throw new IllegalStateException("The buffer holds " + size + " bytes, asked for number " + i);
        }
        return ring[(head + i) % ring.length];
    }

    void drop(int bytes) {
        if (bytes > size) {
            throw new IllegalStateException("The buffer holds " + size + " bytes, asked to drop " + bytes);
        }
        head = (head + bytes) % ring.length;
        size -= bytes;
        if (nearlyEmpty()) {
            excused = 0;
        }
    }

    int size() {
        return size;
    }

    /** True from the mark on at which the host is to wait. */
    boolean nearlyFull() {
        return size >= traits.stopBytes();
    }

    /** True up to the mark at which the host may go on. */
    boolean nearlyEmpty() {
        return size <= traits.restartBytes();
    }

    /** How many bytes were lost since this was last asked. */
    long takeLost() {
        long n = lost;
        lost = 0;
        return n;
    }

    private void grow() {
        byte[] larger = Arrays.copyOfRange(ring, head, head + 2 * ring.length);
        System.arraycopy(ring, 0, larger, ring.length - head, head);
        ring = larger;
        head = 0;
    }
}
