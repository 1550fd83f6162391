package org.stitchery.driver.httppull;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.stitchery.simulator.ledger.Ledger;
import org.stitchery.simulator.ledger.Sewing;

/**
 * A small computer beside a tape machine: fetches work at a desk, feeds it on over the machine's own line, sees at the
 * machine when it is done. It has one memory; {@link #crashes} makes it lose that wherever it stands.
 */
final class TapeAgent implements Runnable {

    private static final int LEADER = 32;
    private static final byte XON = 0x11;

    /** The agent's power is gone. */
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private record Answer(int status, byte[] body) {}

    private final String url;
    private final int machinePort;
    private final Path ledger;
    private final BooleanSupplier crashes;
    private final BooleanSupplier over;

    /**
     * @param crashes asked at every step
     * @param over true when it is to end
     */
    TapeAgent(String url, int machinePort, Path ledger, BooleanSupplier crashes, BooleanSupplier over) {
        this.url = url;
        this.machinePort = machinePort;
        this.ledger = ledger;
        this.crashes = crashes;
        this.over = over;
    }

    @Override
    public void run() {
        while (!over.getAsBoolean()) {
            try {
                work();
            } catch (Crash e) {
                // It begins anew without a memory.
                continue;
            } catch (IOException e) {
                throw new AssertionError("the machine beside the agent failed", e);
            }
        }
    }

    private void work() throws IOException {
        Answer offer = ask("/next", null);
        if (offer.status() != 200) {
            LockSupport.parkNanos(10_000_000);
            return;
        }
        Map<String, String> fields = FlatJson.parse(new String(offer.body(), StandardCharsets.UTF_8));
        Answer design = ask("/design?claim=" + fields.get("claim"), null);
        String label = String.valueOf(fields.get("label"));
        String me = "claim=" + fields.get("claim") + "&label=" + label + "&sha256=" + Agent.sha256(design.body());
        if (design.status() != 200 || ask("/taken", me).status() != 200) {
            return;
        }
        feed(design.body());
        Sewing sewing = Ledger.read(ledger).latest(label);
        while (sewing == null || !sewing.ended()) {
            if (ask("/events", me + "&event=sewing").status() == 410) {
                return;
            }
            LockSupport.parkNanos(5_000_000);
            sewing = Ledger.read(ledger).latest(label);
        }
        ask("/events", me + "&event=done&stitches=" + sewing.stitchesInCloth());
    }

    private void feed(byte[] design) throws IOException {
        try (Socket machine = new Socket(InetAddress.getLoopbackAddress(), machinePort)) {
            InputStream in = machine.getInputStream();
            for (int said = in.read(); said != XON; said = in.read()) {
                if (said < 0) {
                    throw new IOException("the machine hung up");
                }
            }
            machine.getOutputStream().write(new byte[LEADER]);
            machine.getOutputStream().write(design);
        }
    }

    /** Until there is an answer, whole. */
    private Answer ask(String path, @Nullable String form) {
        while (true) {
            if (crashes.getAsBoolean() || over.getAsBoolean()) {
                throw new Crash();
            }
            try {
                Answer answer = askOnce(path, form);
                if (answer.status() != 503 && answer.status() != 429) {
                    return answer;
                }
            } catch (IOException e) {
                // Asked again: every question may be.
                continue;
            } finally {
                LockSupport.parkNanos(2_000_000);
            }
        }
    }

    private Answer askOnce(String path, @Nullable String form) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(url + path).openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + RealDesk.TOKEN);
        connection.setConnectTimeout(5000);
        connection.setReadTimeout(5000);
        if (form != null) {
            connection.setDoOutput(true);
            connection.getOutputStream().write(form.getBytes(StandardCharsets.US_ASCII));
        }
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] body = in == null ? new byte[0] : in.readAllBytes();
            int announced = connection.getHeaderFieldInt("Content-Length", status == 204 ? 0 : -1);
            if (status < 0 || body.length != announced) {
                throw new IOException("cut");
            }
            return new Answer(status, body);
        } finally {
            connection.disconnect();
        }
    }
}
