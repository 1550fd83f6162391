package org.stitchery.simulator.machine;

/** The bytes between line and needle, first in first out. What does not fit is lost and counted. */
final class ReceiveBuffer {

    private final byte[] ring;
    private int head;
    private int size;
    private long lost;

    ReceiveBuffer(int capacity) {
        ring = new byte[capacity];
    }

    void put(byte b) {
        if (size == ring.length) {
            lost++;
            return;
        }
        ring[(head + size) % ring.length] = b;
        size++;
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
    }

    int size() {
        return size;
    }

    /** True from three quarters on. */
    boolean nearlyFull() {
        return size >= ring.length / 4 * 3;
    }

    /** True up to one quarter. */
    boolean nearlyEmpty() {
        return size <= ring.length / 4;
    }

    /** How many bytes were lost since this was last asked. */
    long takeLost() {
        long n = lost;
        lost = 0;
        return n;
    }
}
