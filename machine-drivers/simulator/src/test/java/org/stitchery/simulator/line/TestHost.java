package org.stitchery.simulator.line;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The host's end of a line, as little as a test needs: sends at a pace, heeds XON and XOFF or not. */
public abstract class TestHost implements Closeable {

    private static final byte XON = 0x11;
    private static final byte XOFF = 0x13;

    private final byte[] incoming = new byte[64];
    private boolean held = true;
    private int xoffs;

    /** Opens what a simulator says it listens on. */
    public static TestHost open(String address) throws IOException {
        if (address.startsWith("tcp://")) {
            int colon = address.lastIndexOf(':');
            return new Tcp(address.substring("tcp://".length(), colon), Integer.parseInt(address.substring(colon + 1)));
        }
        return new Serial(address.substring("pty:".length(), address.indexOf(" -> ")));
    }

    /** Sends all bytes at this pace, waiting while the machine asks for it. */
    public void sendPolitely(byte[] bytes, int bytesPerSecond) throws IOException {
        send(bytes, bytesPerSecond, true);
    }

    /** Sends all bytes as fast as the system takes them. */
    public void sendImpolitely(byte[] bytes) throws IOException {
        send(bytes, Integer.MAX_VALUE, false);
    }

    /** True when the machine asks us to wait, as far as heard. */
    public boolean held() throws IOException {
        listen(0);
        return held;
    }

    /** How often the machine asked us to wait. */
    public int xoffs() {
        return xoffs;
    }

    /** Waits for XON. */
    public void awaitXon() throws IOException {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (held) {
            listen(20);
            if (System.nanoTime() > deadline) {
                throw new AssertionError("No XON in 20 s");
            }
        }
    }

    private void send(byte[] bytes, int bytesPerSecond, boolean politely) throws IOException {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        double allowed = 0;
        long last = System.nanoTime();
        while (from.hasRemaining()) {
            listen(politely ? 2 : 0);
            long now = System.nanoTime();
            // No more than 5 ms worth at once, however long the machine or the system made us wait.
            allowed = Math.min(allowed + (now - last) * 1e-9 * bytesPerSecond, Math.max(1, bytesPerSecond / 200));
            last = now;
            int most = (int) Math.min(from.remaining(), allowed);
            if (most > 0 && !(politely && held)) {
                ByteBuffer part = from.slice(from.position(), most);
                int wrote = write(part);
                from.position(from.position() + wrote);
                allowed -= wrote;
            }
        }
    }

    private void listen(int millis) throws IOException {
        int got = read(incoming, millis);
        for (int i = 0; i < got; i++) {
            if (incoming[i] == XOFF) {
                xoffs++;
            }
            held = incoming[i] == XOFF || (incoming[i] != XON && held);
        }
    }

    /** Text the machine sends until it closes the line. */
    public abstract String readToEnd() throws IOException;

    abstract int read(byte[] into, int millis) throws IOException;

    abstract int write(ByteBuffer part) throws IOException;

    private static final class Tcp extends TestHost {
        private final SocketChannel channel;
        private final Selector selector = Selector.open();

        Tcp(String host, int port) throws IOException {
            channel = SocketChannel.open(new InetSocketAddress(host, port));
            channel.configureBlocking(false);
            // Else a paced byte waits for the answer to the one before, and they arrive in bursts.
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.register(selector, SelectionKey.OP_READ);
        }

        @Override
        int read(byte[] into, int millis) throws IOException {
            if (millis > 0) {
                selector.select(millis);
                selector.selectedKeys().clear();
            }
            return channel.read(ByteBuffer.wrap(into));
        }

        @Override
        int write(ByteBuffer part) throws IOException {
            return channel.write(part);
        }

        @Override
        public String readToEnd() throws IOException {
            StringBuilder text = new StringBuilder();
            byte[] chunk = new byte[64];
            for (int got = read(chunk, 1000); got >= 0; got = read(chunk, 1000)) {
                text.append(new String(chunk, 0, got, StandardCharsets.US_ASCII));
            }
            return text.toString();
        }

        @Override
        public void close() throws IOException {
            selector.close();
            channel.close();
        }
    }

    private static final class Serial extends TestHost {
        private final int fd;
        private final Memory pollFd = new Memory(8);

        Serial(String link) throws IOException {
            fd = LibC.open(Path.of(link).toString(), LibC.O_RDWR | LibC.O_NOCTTY | LibC.O_NONBLOCK);
            if (fd < 0) {
                throw new IOException("open " + link + " failed with error " + Native.getLastError());
            }
        }

        @Override
        int read(byte[] into, int millis) {
            if (millis > 0) {
                pollFd.setInt(0, fd);
                pollFd.setShort(4, LibC.POLLIN);
                LibC.poll(pollFd, 1, millis);
            }
            return (int) LibC.read(fd, into, into.length);
        }

        @Override
        int write(ByteBuffer part) {
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            return (int) Math.max(0, LibC.write(fd, bytes, bytes.length));
        }

        @Override
        public String readToEnd() {
            throw new UnsupportedOperationException("A serial line has no end");
        }

        @Override
        public void close() {
            LibC.close(fd);
        }
    }
}
