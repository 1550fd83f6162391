package org.stitchery.simulator.line;

import java.io.Closeable;
import java.io.IOException;

/**
 * Where one machine can be reached. One host at a time; hosts come and go. Never blocks; confined to the thread of the
 * {@link PortWatch} it belongs to.
 */
public interface Port extends Closeable {

    /** Opens what the address names. */
    static Port open(ListenAddress address) throws IOException {
        if (address instanceof ListenAddress.Pty pty) {
            return PtyPort.open(pty.link());
        }
        return TcpPort.open((ListenAddress.Tcp) address);
    }

    /** What a host has to open, for people: {@code tcp://127.0.0.1:40123}, {@code pty:/path -> /dev/pts/3}. */
    String address();

    /** True while a host has the line open, and after that until {@link #read} said -1. */
    boolean hostThere();

    /** True when {@link #read} is worth calling. */
    boolean readable();

    /**
     * Takes what has arrived.
     *
     * @param most at most so many bytes, from the beginning of {@code into}
     * @return how many, 0 for none, -1 when the host has left and everything it sent was taken; after that the port
     *     waits for the next host
     * @throws IOException when the port itself is broken and no host can come any more
     */
    int read(byte[] into, int most) throws IOException;

    /** Sends the first bytes of these to the host. Lost when there is no host or it does not read. */
    void write(byte[] bytes, int length);

    /**
     * Forgets the host on the line, which hears of it at once where the line can tell.
     *
     * @return false where a line stays a line, as a serial cable does
     */
    boolean resetLine() throws IOException;
}
