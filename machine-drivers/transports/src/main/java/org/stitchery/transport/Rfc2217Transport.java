package org.stitchery.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stitchery.transport.SerialUri.Flow;
import org.stitchery.transport.TelnetOptions.Wanted;
import org.stitchery.transport.TransportException.Reason;

/**
 * A serial port behind a port server that speaks RFC 2217, unpaced. Speed and character format are set from here, and the
 * server has confirmed them before the line counts as open.
 *
 * <p>Everything of the telnet layer happens in {@link #read}, which a host calls in every turn: answers are heard, what
 * waits is handed over, requests are given up when their time has passed. Nothing blocks but {@link #connect}.
 */
final class Rfc2217Transport implements RawTransport {

    private static final System.Logger LOG = System.getLogger("org.stitchery.machine");

    private static final int PIECE_BYTES = 256;

    /** A machine that speaks while the line is being set is heard later; more than this it does not say by itself. */
    private static final int MOST_HEARD = 1024;

    private static final int MOST_WARNINGS = 20;

    /** How long opening waits for the first word about CTS where handshake is wanted. Taste. */
    private static final Duration NOTICE_WINDOW = Duration.ofMillis(300);

    /**
     * How long we listen before the first word. A server that is taken greets, says so and hangs up; if we have spoken by
     * then, its hanging up destroys what it said before we have read it.
     */
    private static final Duration LISTEN_FIRST = Duration.ofMillis(150);

    /** Longest single wait while opening, so that time limits are looked at. */
    private static final Duration STEP = Duration.ofMillis(20);

    private final String name;
    private final TcpTransport line;
    private final TelnetOutput out;
    private final TelnetOptions options;
    private final TelnetDecoder decoder;
    private final ComPortRequests requests;
    private final RefusalGuard refusal;
    private final HeardData heardData = new HeardData();
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
    private final ByteBuffer heard = ByteBuffer.allocate(MOST_HEARD);
    private final boolean handshake;
    private boolean speaking;
    private boolean open;
    private boolean ended;
    private boolean suspended;
    private boolean modemNoticed;
    private boolean clear = true;
    private boolean modemLines;

    private Rfc2217Transport(String name, TcpTransport line, boolean handshake) {
        this.name = name;
        this.line = line;
        this.handshake = handshake;
        this.out = new TelnetOutput(name, line);
        this.options = new TelnetOptions(out);
        this.requests = new ComPortRequests(name, out, this::warn);
        this.refusal = new RefusalGuard(name);
        this.decoder = new TelnetDecoder(name, new Listener());
    }

    /**
     * Connects, agrees on the telnet options and sets the port, waiting no longer than the deadline in all. Blocks; not
     * for the loop thread.
     */
    static Rfc2217Transport connect(Rfc2217Uri uri, Duration deadline) throws TransportException {
        long endNanos = System.nanoTime() + deadline.toNanos();
        TcpTransport line = TcpTransport.connect(uri, deadline);
        Rfc2217Transport transport = new Rfc2217Transport(uri.place(), line, uri.flow() == Flow.RTSCTS);
        try {
            transport.agree(endNanos);
            transport.set(uri, endNanos);
            return transport;
        } catch (IOException e) {
            line.close();
            throw e instanceof TransportException known ? known : TransportException.lost(uri.place(), "lost", e);
        } catch (RuntimeException e) {
            line.close();
            throw e;
        }
    }

    private interface Condition {
        boolean holds() throws TransportException;
    }

    /** @return false when the time is over */
    private boolean await(Condition condition, long endNanos) throws IOException {
        while (true) {
            hear();
            refusal.listen(heardData);
            if (condition.holds()) {
                return true;
            }
            if (ended) {
                throw TransportException.lost(name, "the port server ended the connection while it was set up", null);
            }
            long left = endNanos - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            line.awaitReadable(Duration.ofNanos(Math.min(left, STEP.toNanos())));
        }
    }

    private void agree(long endNanos) throws IOException {
        await(() -> false, Math.min(endNanos, System.nanoTime() + LISTEN_FIRST.toNanos()));
        speaking = true;
        options.ask();
        boolean agreed = await(
                () -> {
                    refuseWithout(Wanted.WE_SET_THE_PORT, "does not let its port be set");
                    refuseWithout(Wanted.WE_BINARY, "does not take binary data");
                    refuseWithout(Wanted.THEY_BINARY, "does not send binary data");
                    return options.agreed(Wanted.WE_SET_THE_PORT)
                            && options.agreed(Wanted.WE_BINARY)
                            && options.agreed(Wanted.THEY_BINARY);
                },
                endNanos);
        if (!agreed) {
            throw new TransportException(
                    Reason.SILENT,
                    name,
                    "nobody answered as an RFC 2217 port server does",
                    "Check that the port server speaks RFC 2217 on this port; a bare port is tcp://.");
        }
    }

    private void refuseWithout(Wanted wanted, String what) throws TransportException {
        if (options.refused(wanted)) {
            throw new TransportException(
                    Reason.REFUSED,
                    name,
                    "the port server " + what + ", as RFC 2217 has it",
                    "Switch RFC 2217 on at the port server, or use its bare port as tcp://.");
        }
    }

    private void set(Rfc2217Uri uri, long endNanos) throws IOException {
        long now = System.nanoTime();
        requests.require(ComPort.BAUD, ComPort.baud(uri.baud()), uri.baud() + " baud", now);
        requests.require(ComPort.DATA_SIZE, ComPort.value(uri.dataBits()), uri.dataBits() + " data bits", now);
        requests.require(ComPort.PARITY, ComPort.parity(uri.parity()), "parity " + uri.parity(), now);
        requests.require(ComPort.STOP_SIZE, ComPort.stopSize(uri.stopBits()), "stop bits " + uri.stopBits(), now);
        requests.wish(ComPort.CONTROL, ComPort.flow(uri.flow())[0], "flow control " + uri.flow(), now);
        requests.wish(ComPort.CONTROL, ComPort.DTR_ON, "DTR on", now);
        if (!handshake) {
            requests.wish(ComPort.CONTROL, ComPort.RTS_ON, "RTS on", now);
        }
        requests.wish(ComPort.LINE_MASK, 0, "no notices of the line", now);
        requests.wish(ComPort.MODEM_MASK, 255, "notices of the modem lines", now);
        requests.wish(ComPort.PURGE, ComPort.UNSENT, "an empty queue", now);
        if (!await(requests::confirmed, endNanos)) {
            throw new TransportException(
                    Reason.SILENT,
                    name,
                    "the port server did not confirm speed and character format in time",
                    "Check that it speaks RFC 2217 on this port and that its device is there.");
        }
        if (handshake) {
            await(() -> modemNoticed, Math.min(endNanos, System.nanoTime() + NOTICE_WINDOW.toNanos()));
        }
        modemLines = modemNoticed;
        open = true;
        requests.opened();
    }

    /** What the port server did otherwise than RFC 2217 says, so far. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    private void warn(String what) {
        if (warnings.size() < MOST_WARNINGS && !warnings.contains(what)) {
            warnings.add(what);
            LOG.log(System.Logger.Level.WARNING, () -> name + ": " + what);
        }
    }

    /** Takes in what has come, as far as there is room, and hands over what waits. */
    private void hear() throws IOException {
        piece.clear().limit(Math.min(PIECE_BYTES, heard.remaining()));
        if (!ended && piece.hasRemaining()) {
            ended = line.read(piece) < 0;
            decoder.decode(piece.flip());
        }
        flush();
        requests.look(System.nanoTime());
    }

    private void flush() throws IOException {
        if (speaking && !suspended) {
            out.flush();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean modemLines() {
        return modemLines;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        if (!clearToSend()) {
            return 0;
        }
        flush();
        if (out.unsent() > 0) {
            return 0;
        }
        int taken = out.take(from);
        flush();
        return taken;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        hear();
        return refusal.read(heardData, into);
    }

    /** What waits at our side; the server's own queue cannot be asked about. */
    @Override
    public int unsent() throws IOException {
        flush();
        return out.unsent();
    }

    /** False while the server has suspended us, and where handshake is wanted while CTS is off. */
    @Override
    public boolean clearToSend() {
        return !suspended && (clear || !handshake);
    }

    @Override
    public int discardUnsent() throws IOException {
        out.discard();
        requests.wish(ComPort.PURGE, ComPort.UNSENT, "an empty queue", System.nanoTime());
        flush();
        return -1;
    }

    @Override
    public void close() {
        line.close();
    }

    /** What the machine said, as a channel: a refusal in words comes the same way. */
    private final class HeardData implements ReadableByteChannel {

        @Override
        public int read(ByteBuffer into) {
            heard.flip();
            int count = Math.min(heard.remaining(), into.remaining());
            into.put(into.position(), heard, heard.position(), count);
            into.position(into.position() + count);
            heard.position(heard.position() + count);
            heard.compact();
            return count == 0 && ended && heard.position() == 0 ? -1 : count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            line.close();
        }
    }

    private final class Listener implements TelnetDecoder.Listener {

        private boolean introduced;

        @Override
        public void data(byte value) {
            heard.put(value);
        }

        @Override
        public void negotiation(int verb, int option) throws TransportException {
            options.heard(verb, option);
            if (open
                    && (options.refused(Wanted.WE_BINARY)
                            || options.refused(Wanted.THEY_BINARY)
                            || options.refused(Wanted.WE_SET_THE_PORT))) {
                throw TelnetDecoder.garbled(name, "took back what it had agreed to; bytes would be altered");
            }
        }

        @Override
        public void subnegotiation(int option, byte[] content) throws TransportException {
            if (option != TelnetOptions.COM_PORT) {
                return;
            }
            if (content.length == 0) {
                throw TelnetDecoder.garbled(name, "sent an empty message about its port");
            }
            int code = Byte.toUnsignedInt(content[0]);
            byte[] value = Arrays.copyOfRange(content, 1, content.length);
            heard(code < ComPort.ANSWER ? code : code - ComPort.ANSWER, value);
        }

        private void heard(int code, byte[] value) throws TransportException {
            switch (code) {
                case ComPort.SIGNATURE -> introduce(value);
                case ComPort.MODEM_STATE -> {
                    modemNoticed = true;
                    clear = value.length == 0 || (value[0] & ComPort.CTS) != 0;
                }
                case ComPort.SUSPEND -> suspended = true;
                case ComPort.RESUME -> suspended = false;
                default -> requests.answered(code, value);
            }
        }

        /** An empty signature asks for ours. */
        private void introduce(byte[] theirs) throws TransportException {
            if (theirs.length == 0 && !introduced) {
                introduced = true;
                out.subnegotiate(
                        TelnetOptions.COM_PORT,
                        new byte[] {ComPort.SIGNATURE, 'S', 't', 'i', 't', 'c', 'h', 'e', 'r', 'y'});
            }
        }
    }
}
