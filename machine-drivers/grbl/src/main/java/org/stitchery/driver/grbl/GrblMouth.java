package org.stitchery.driver.grbl;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.stitchery.driver.api.Transport;

/** What is said besides the design: real-time bytes, which may leave within a line, and commands, which may not. */
final class GrblMouth {

    static final byte ASK = '?';
    static final byte HOLD = '!';
    static final byte GO_ON = '~';
    static final byte RESET = 0x18;

    /** More than this is never waiting: one question, one hold, one resume, one reset. */
    private static final int MOST_WAITING = 16;

    private final Transport transport;
    private final ByteBuffer atOnce = ByteBuffer.allocate(MOST_WAITING).flip();
    private ByteBuffer command = ByteBuffer.allocate(0);

    GrblMouth(Transport transport) {
        this.transport = transport;
    }

    void atOnce(byte realTime) {
        atOnce.compact();
        if (atOnce.hasRemaining()) {
            atOnce.put(realTime);
        }
        atOnce.flip();
    }

    /** One line, without its end. */
    void command(String line) {
        command = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** What was to be said at once goes; true when it has left. */
    boolean speakAtOnce() throws IOException {
        if (atOnce.hasRemaining()) {
            transport.write(atOnce);
        }
        return !atOnce.hasRemaining();
    }

    /** What was to be said at once goes, then the command; true when all has left. */
    boolean speak() throws IOException {
        speakAtOnce();
        if (!atOnce.hasRemaining() && command.hasRemaining()) {
            transport.write(command);
        }
        return !atOnce.hasRemaining() && !command.hasRemaining();
    }

    /** The real-time bytes have left. */
    boolean saidAtOnce() {
        return !atOnce.hasRemaining();
    }

    /** Nothing of what waits shall leave any more. */
    void forget() {
        atOnce.clear().flip();
        command = ByteBuffer.allocate(0);
    }
}
