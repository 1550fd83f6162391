package org.stitchery.proving.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A small computer beside a tape machine. It fetches work at a desk over a network on which faults strike, asks the same
 * again until there is an answer, and feeds the design on over a sound line of its own.
 */
final class PullAgent implements Runnable {

    private static final int LEADER = 32;
    private static final byte XON = 0x11;
    private static final int CONNECT_MILLIS = 1000;
    private static final int READ_MILLIS = 600;
    /** A machine that asks once and no more waits until somebody is at the desk. */
    private static final int PLAIN_READ_MILLIS = 5000;

    private static final long BETWEEN_NANOS = 20_000_000;
    /** Whatever breaks off below that is an error page, no design. */
    private static final int LEAST_DESIGN_BYTES = 200;

    private record Answer(int status, byte[] body, boolean whole) {}

    private final String url;
    private final String token;
    private final InetSocketAddress machine;
    private final Predicate<String> sews;
    private final @Nullable String file;
    private volatile boolean over;

    /**
     * @param machine its own line
     * @param sews whether the machine is sewing a design of this name
     * @param file what it fetches and sews without a word, broken or whole; null for an agent that follows the protocol
     */
    PullAgent(String url, String token, InetSocketAddress machine, Predicate<String> sews, @Nullable String file) {
        this.url = url;
        this.token = token;
        this.machine = machine;
        this.sews = sews;
        this.file = file;
    }

    /** It asks nothing more; what it feeds it feeds to the end. */
    void end() {
        over = true;
    }

    @Override
    public void run() {
        try {
            while (!over) {
                if (file == null) {
                    work();
                } else if (fetched(file)) {
                    return;
                }
                LockSupport.parkNanos(BETWEEN_NANOS);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the machine beside the agent failed", e);
        }
    }

    private boolean fetched(String name) throws IOException {
        Answer answer = askOnce("/" + name, null);
        boolean design = answer.status() == 200 && answer.body().length >= LEAST_DESIGN_BYTES;
        if (design) {
            feed(answer.body());
        }
        return design;
    }

    private void work() throws IOException {
        Answer offer = ask("/next?as=lines", null);
        if (offer.status() != 200) {
            return;
        }
        Map<String, String> fields = fields(offer.body());
        Answer design = ask("/design?claim=" + fields.get("claim"), null);
        String label = String.valueOf(fields.get("label"));
        String me = "claim=" + fields.get("claim") + "&label=" + label + "&sha256=" + sha256(design.body());
        if (design.status() != 200 || ask("/taken", me).status() != 200) {
            return;
        }
        feed(design.body());
        do {
            if (ask("/events", me + "&event=sewing").status() != 200) {
                return;
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
        } while (sews.test(label));
        ask("/events", me + "&event=done");
    }

    private static Map<String, String> fields(byte[] lines) {
        Map<String, String> fields = new HashMap<>();
        new String(lines, StandardCharsets.UTF_8).lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                fields.put(line.substring(0, equals), line.substring(equals + 1));
            }
        });
        return fields;
    }

    private void feed(byte[] design) throws IOException {
        try (Socket line = new Socket(machine.getAddress(), machine.getPort())) {
            InputStream in = line.getInputStream();
            for (int said = in.read(); said != XON; said = in.read()) {
                if (said < 0) {
                    throw new IOException("the machine hung up");
                }
            }
            line.getOutputStream().write(new byte[LEADER]);
            line.getOutputStream().write(design);
        }
    }

    /** Until there is a whole answer; a status of 0 when it is to end before. */
    private Answer ask(String path, @Nullable String form) {
        while (!over) {
            Answer answer = askOnce(path, form);
            if (answer.whole() && answer.status() != 503 && answer.status() != 429) {
                return answer;
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
        return new Answer(0, new byte[0], false);
    }

    private Answer askOnce(String path, @Nullable String form) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int status = 0;
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL(url + path).openConnection();
            try {
                connection.setRequestProperty("Authorization", "Bearer " + token);
                connection.setConnectTimeout(CONNECT_MILLIS);
                connection.setReadTimeout(file == null ? READ_MILLIS : PLAIN_READ_MILLIS);
                if (form != null) {
                    connection.setDoOutput(true);
                    connection.getOutputStream().write(form.getBytes(StandardCharsets.US_ASCII));
                }
                status = connection.getResponseCode();
                InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream();
                if (in != null) {
                    in.transferTo(body);
                }
                int announced = connection.getHeaderFieldInt("Content-Length", status == 204 ? 0 : -1);
                return new Answer(status, body.toByteArray(), status > 0 && body.size() == announced);
            } finally {
                connection.disconnect();
            }
        } catch (IOException | IllegalArgumentException e) {
            // A network such as this: asked again. A turned bit can make a header the client itself refuses.
            return new Answer(status, body.toByteArray(), false);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
