package org.stitchery.transport;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What goes out over telnet: data with every 255 doubled, and commands that may overtake data but never get between the
 * two halves of a doubled byte. Both queues are short; what does not fit is not taken.
 */
final class TelnetOutput {

    private static final byte IAC = (byte) TelnetDecoder.IAC;

    /** More than a line carries between two turns of the loop; twice that where every byte is doubled. */
    private static final int MOST_DATA = 512;

    /** All requests of an opening take 90 bytes; a server that asks without end fills this up. */
    private static final int MOST_COMMANDS = 1024;

    private final String name;
    private final RawTransport line;
    private final ByteBuffer data = ByteBuffer.allocate(MOST_DATA);
    private final ByteBuffer commands = ByteBuffer.allocate(MOST_COMMANDS);
    private boolean betweenHalves;

    TelnetOutput(String name, RawTransport line) {
        this.name = name;
        this.line = line;
    }

    /** Takes as many bytes as there is room for. @return how many */
    int take(ByteBuffer from) {
        int count = 0;
        while (from.hasRemaining() && data.remaining() >= 2) {
            byte value = from.get();
            data.put(value);
            if (value == IAC) {
                data.put(IAC);
            }
            count++;
        }
        return count;
    }

    void negotiate(int verb, int option) throws TransportException {
        command(IAC, (byte) verb, (byte) option);
    }

    /** @param content as meant; doubling is done here */
    void subnegotiate(int option, byte... content) throws TransportException {
        ByteBuffer whole = ByteBuffer.allocate(2 * content.length + 5);
        whole.put(IAC).put((byte) TelnetDecoder.SB).put((byte) option);
        for (byte value : content) {
            whole.put(value);
            if (value == IAC) {
                whole.put(IAC);
            }
        }
        whole.put(IAC).put((byte) TelnetDecoder.SE);
        byte[] bytes = new byte[whole.flip().remaining()];
        whole.get(bytes);
        command(bytes);
    }

    private void command(byte... bytes) throws TransportException {
        if (commands.remaining() < bytes.length) {
            throw TelnetDecoder.garbled(name, "asks without end and does not read the answers");
        }
        commands.put(bytes);
    }

    /** Hands over what the line takes. */
    void flush() throws IOException {
        if (betweenHalves) {
            send(data, 1);
        }
        if (!betweenHalves && commands.position() > 0) {
            send(commands, commands.position());
        }
        if (!betweenHalves && commands.position() == 0 && data.position() > 0) {
            send(data, data.position());
        }
    }

    private void send(ByteBuffer queue, int most) throws IOException {
        queue.flip();
        int limit = queue.limit();
        queue.limit(most);
        int from = queue.position();
        try {
            line.write(queue);
        } finally {
            if (queue == data) {
                for (int i = from; i < queue.position(); i++) {
                    betweenHalves ^= queue.get(i) == IAC;
                }
            }
            queue.limit(limit);
            queue.compact();
        }
    }

    /** Data bytes taken and not handed over yet. */
    int unsent() {
        int halves = betweenHalves ? 1 : 0;
        int others = 0;
        for (int i = 0; i < data.position(); i++) {
            if (data.get(i) == IAC) {
                halves++;
            } else {
                others++;
            }
        }
        return others + halves / 2;
    }

    /** Throws away what has not been handed over, but for the second half of a doubled byte. */
    void discard() {
        data.position(betweenHalves ? 1 : 0);
    }
}
