package org.stitchery.driver.artista;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Transport;

/**
 * One phrase at a time, byte after byte: the next leaves only when the machine has echoed the one before. That costs a way
 * there and back for each, and is all the flow control there is.
 */
final class Talk {

    private static final long ECHO_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long REPLY_NANOS = Duration.ofSeconds(3).toNanos();

    /** How a phrase is coming along. */
    enum State {
        SPEAKING,
        SAID,
        /** Something else came than the echo or the reply, or nothing. */
        TROUBLE
    }

    private final Transport transport;
    private final ByteBuffer one = ByteBuffer.allocate(1);
    private final ByteBuffer arrived = ByteBuffer.allocate(256);
    private final ByteArrayOutputStream reply = new ByteArrayOutputStream();
    private @Nullable Phrase phrase;
    private int at;
    private boolean waiting;
    private long sinceNanos;
    private long sentBytes;
    private String trouble = "";

    Talk(Transport transport) {
        this.transport = transport;
    }

    /** Takes in what came and forgets it. */
    void ignore() throws IOException {
        arrived.clear();
        transport.read(arrived);
    }

    void begin(Phrase next, long nowNanos) {
        phrase = next;
        at = 0;
        waiting = false;
        sinceNanos = nowNanos;
        reply.reset();
        trouble = "";
    }

    boolean idle() {
        return phrase == null;
    }

    /** Does what can be done now. */
    State turn(long nowNanos) throws IOException {
        Phrase now = phrase;
        if (now == null) {
            return State.SAID;
        }
        arrived.clear();
        transport.read(arrived);
        arrived.flip();
        while (arrived.hasRemaining()) {
            byte heard = arrived.get();
            if (waiting && at < now.length()) {
                if (heard != now.at(at)) {
                    return troubled("echo " + shown(now.at(at)) + ", found " + shown(heard));
                }
                waiting = false;
                at++;
                sinceNanos = nowNanos;
            } else if (at == now.length() && reply.size() < now.replyBytes()) {
                reply.write(heard);
                sinceNanos = nowNanos;
            } else {
                return troubled("silence, found " + shown(heard));
            }
        }
        if (at == now.length() && reply.size() == now.replyBytes()) {
            phrase = null;
            return State.SAID;
        }
        if (!waiting && at < now.length()) {
            speak(now, nowNanos);
        }
        long limit = at < now.length() ? ECHO_NANOS : REPLY_NANOS;
        return nowNanos - sinceNanos < limit ? State.SPEAKING : troubled("an answer, found none in time");
    }

    private void speak(Phrase now, long nowNanos) throws IOException {
        one.clear();
        one.put(now.at(at)).flip();
        if (transport.write(one) == 1) {
            waiting = true;
            sinceNanos = nowNanos;
            sentBytes++;
        }
    }

    private State troubled(String expected) {
        trouble = phrase + ": expected " + expected;
        phrase = null;
        return State.TROUBLE;
    }

    private static String shown(byte b) {
        return b >= '!' && b <= '~' ? "'" + (char) b + "'" : String.format("%02X", b);
    }

    /** Nothing more of this phrase is said. */
    void breakOff() {
        phrase = null;
    }

    /** What the machine answered to the last phrase. */
    byte[] reply() {
        return reply.toByteArray();
    }

    /** What went wrong with the last phrase. */
    String trouble() {
        return trouble;
    }

    /** Bytes that left on this line. */
    long sentBytes() {
        return sentBytes;
    }
}
