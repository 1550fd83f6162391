package org.stitchery.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import org.stitchery.transport.TransportException.Reason;

/**
 * Recognises a port server that answers a second client with a sentence instead of a refused connection: ser2net sends
 * {@code Port already in use} as ordinary bytes and hangs up. Only the very first bytes of a connection can be that
 * sentence; as soon as they are not, they are handed on and nothing is held back any more.
 */
final class RefusalGuard {

    /** As ser2net 4.3 sends it. */
    private static final byte[] SENTENCE = "Port already in use".getBytes(StandardCharsets.US_ASCII);

    private final String name;
    private final ByteBuffer first = ByteBuffer.allocate(SENTENCE.length);
    private boolean open;

    RefusalGuard(String name) {
        this.name = name;
    }

    /** Takes in what is there without handing it on. */
    void listen(ReadableByteChannel channel) throws IOException {
        if (first.hasRemaining() && !open) {
            int taken = channel.read(first);
            if (isSentence()) {
                throw new TransportException(
                        Reason.BUSY,
                        name,
                        "the port server says \"Port already in use\"",
                        "Another client is connected to this machine; end that connection first.");
            }
            open = taken < 0 || !mayBecomeSentence();
        }
    }

    int read(ReadableByteChannel channel, ByteBuffer into) throws IOException {
        if (!open) {
            listen(channel);
            if (!open) {
                return 0;
            }
        }
        if (first.position() > 0) {
            return handOn(into);
        }
        return channel.read(into);
    }

    private int handOn(ByteBuffer into) {
        first.flip();
        int count = Math.min(first.remaining(), into.remaining());
        into.put(into.position(), first, 0, count);
        into.position(into.position() + count);
        first.position(count);
        first.compact();
        return count;
    }

    private boolean isSentence() {
        return first.position() == SENTENCE.length && mayBecomeSentence();
    }

    private boolean mayBecomeSentence() {
        for (int i = 0; i < first.position(); i++) {
            if (first.get(i) != SENTENCE[i]) {
                return false;
            }
        }
        return true;
    }
}
