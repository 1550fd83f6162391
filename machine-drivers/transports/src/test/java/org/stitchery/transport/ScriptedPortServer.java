package org.stitchery.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** An RFC 2217 port server of a test's making: what it answers, in what order and in what pieces. */
final class ScriptedPortServer implements AutoCloseable {

    /** What is answered to one request; null for nothing, otherwise the value in force. */
    interface Answers {
        byte @Nullable [] to(int code, byte[] value);
    }

    /** Answers as RFC 2217 has it. */
    static final Answers BY_THE_BOOK = (code, value) -> value;

    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final Answers answers;
    private final int pieceBytes;
    private final boolean backwards;
    private final boolean agrees;
    private volatile @Nullable Socket client;

    /**
     * @param pieceBytes how many bytes go into one packet
     * @param backwards collects the answers to the ten requests of an opening and sends the last one first
     * @param agrees says yes to everything; otherwise no to the option that sets the port
     */
    ScriptedPortServer(Answers answers, int pieceBytes, boolean backwards, boolean agrees) throws IOException {
        this.answers = answers;
        this.pieceBytes = pieceBytes;
        this.backwards = backwards;
        this.agrees = agrees;
        Thread thread = new Thread(this::serve, "scripted-port-server");
        thread.setDaemon(true);
        thread.start();
    }

    static ScriptedPortServer thatAnswers(Answers answers) throws IOException {
        return new ScriptedPortServer(answers, 4096, false, true);
    }

    Rfc2217Uri uri(String query) {
        return (Rfc2217Uri) LineUri.parse("rfc2217://127.0.0.1:" + server.getLocalPort() + query);
    }

    /** What the machine got. */
    byte[] data() {
        synchronized (data) {
            return data.toByteArray();
        }
    }

    /** The next request, {@code code: value...}. */
    String request() throws InterruptedException {
        return String.valueOf(requests.poll(20, java.util.concurrent.TimeUnit.SECONDS));
    }

    private void serve() {
        try (Socket socket = server.accept()) {
            socket.setTcpNoDelay(true);
            Talk talk = new Talk(socket.getOutputStream());
            client = socket;
            TelnetDecoder decoder = new TelnetDecoder("client", talk);
            byte[] piece = new byte[512];
            for (int count = socket.getInputStream().read(piece);
                    count >= 0;
                    count = socket.getInputStream().read(piece)) {
                decoder.decode(ByteBuffer.wrap(piece, 0, count));
            }
        } catch (IOException e) {
            requests.add("ended: " + e.getMessage());
        }
    }

    /** Sends these bytes as they are, in the server's pieces. */
    void says(int... values) throws IOException {
        Socket socket = client;
        if (socket == null) {
            throw new IOException("nobody is connected");
        }
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        send(socket.getOutputStream(), bytes);
    }

    private void send(OutputStream out, byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; from += pieceBytes) {
            out.write(bytes, from, Math.min(pieceBytes, bytes.length - from));
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        Socket socket = client;
        if (socket != null) {
            socket.close();
        }
    }

    private final class Talk implements TelnetDecoder.Listener {

        private final OutputStream out;
        private final List<byte[]> kept = new ArrayList<>();

        Talk(OutputStream out) {
            this.out = out;
        }

        @Override
        public void data(byte value) {
            synchronized (data) {
                data.write(value);
            }
        }

        @Override
        public void negotiation(int verb, int option) throws TransportException {
            boolean yes = agrees || option != TelnetOptions.COM_PORT;
            int answer = verb == TelnetDecoder.WILL
                    ? yes ? TelnetDecoder.DO : TelnetDecoder.DONT
                    : yes ? TelnetDecoder.WILL : TelnetDecoder.WONT;
            if (verb == TelnetDecoder.WILL || verb == TelnetDecoder.DO) {
                answer(new byte[] {(byte) TelnetDecoder.IAC, (byte) answer, (byte) option});
            }
        }

        @Override
        public void subnegotiation(int option, byte[] content) throws TransportException {
            byte[] value = java.util.Arrays.copyOfRange(content, 1, content.length);
            requests.add(content[0] + ":" + java.util.Arrays.toString(value));
            byte[] inForce = answers.to(content[0], value);
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            if (inForce != null) {
                whole.writeBytes(new byte[] {-1, (byte) TelnetDecoder.SB, 44, (byte) (content[0] + 100)});
                for (byte b : inForce) {
                    whole.write(b);
                    if (b == -1) {
                        whole.write(b);
                    }
                }
                whole.writeBytes(new byte[] {-1, (byte) TelnetDecoder.SE});
            }
            kept.add(whole.toByteArray());
            if (!backwards || kept.size() == 10) {
                Collections.reverse(kept);
                for (byte[] answer : kept) {
                    answer(answer);
                }
                kept.clear();
            }
        }

        private void answer(byte[] bytes) throws TransportException {
            try {
                send(out, bytes);
            } catch (IOException e) {
                throw TransportException.lost("client", "gone", e);
            }
        }
    }
}
