package org.stitchery.simulator.needlelink;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What a machine keeps without power: its newest runs and events, the numbers, the highest fence, the design. */
final class Memory {

    private static final int RUNS = 8;
    private static final int EVENTS = 64;
    private static final int EVENT_BYTES = 15;
    private static final int MOST_AT_ONCE = 12;

    private final Deque<Run> runs = new ArrayDeque<>();
    private final Deque<byte[]> events = new ArrayDeque<>();
    private int lastEvent;
    private long fence;
    byte[] design = new byte[0];
    int held;

    @Nullable
    Run newest() {
        return runs.peekLast();
    }

    int newestNumber() {
        Run newest = newest();
        return newest == null ? 0 : newest.number;
    }

    @Nullable
    Run run(int number) {
        return runs.stream().filter(r -> r.number == number).findFirst().orElse(null);
    }

    @Nullable
    Run ofAttempt(long attempt) {
        return runs.stream()
                .filter(r -> attempt != 0 && r.attempt == attempt)
                .findFirst()
                .orElse(null);
    }

    long fence() {
        return fence;
    }

    void add(Run run) {
        fence = Math.max(fence, run.fence);
        runs.add(run);
        if (runs.size() > RUNS) {
            runs.remove();
        }
        design = new byte[run.length];
        held = 0;
    }

    /** Takes down an event; its 15 bytes. */
    byte[] add(Codes.Event code, int stitch, int colour) {
        byte[] event = ByteBuffer.allocate(EVENT_BYTES)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putInt(++lastEvent)
                .putInt(newestNumber())
                .put((byte) code.ordinal())
                .putInt(stitch)
                .put((byte) colour)
                .put((byte) (colour + 1))
                .array();
        events.add(event);
        if (events.size() > EVENTS) {
            events.remove();
        }
        return event;
    }

    int lastEvent() {
        return lastEvent;
    }

    /** The answer to EVENTS: oldest, last, count and events. */
    byte[] eventsFrom(int from) {
        int oldest = events.isEmpty() ? 0 : lastEvent - events.size() + 1;
        ByteBuffer answer = ByteBuffer.allocate(9 + MOST_AT_ONCE * EVENT_BYTES).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        answer.putInt(oldest).putInt(lastEvent).put((byte) 0);
        int number = oldest;
        int count = 0;
        for (byte[] event : events) {
            if (Integer.compareUnsigned(number++, from) >= 0 && count < MOST_AT_ONCE) {
                answer.put(event);
                count++;
            }
        }
        answer.put(8, (byte) count);
        byte[] bytes = new byte[answer.position()];
        answer.flip().get(bytes);
        return bytes;
    }

    /** Whether all that is held has the checksum that was announced. */
    boolean isWhole(Run run) {
        return held == run.length && LinkFrames.crc32(design, 0, held) == run.crc32;
    }
}
