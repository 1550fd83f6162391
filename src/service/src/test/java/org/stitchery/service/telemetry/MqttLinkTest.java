package org.stitchery.service.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.mqtt.MqttClientOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.service.Eventually;
import org.stitchery.service.platform.Backoff;

/** One connection against a real Mosquitto that comes, goes, hangs and refuses. */
class MqttLinkTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // filled by JUnit
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    /** What a link said. */
    private static final class Ear implements MqttLink.Listener {
        final AtomicInteger wills = new AtomicInteger();
        final AtomicInteger ups = new AtomicInteger();
        final AtomicInteger downs = new AtomicInteger();
        final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public Message will() {
            return message("will", "will " + wills.incrementAndGet());
        }

        @Override
        public void up() {
            ups.incrementAndGet();
        }

        @Override
        public void down() {
            downs.incrementAndGet();
        }

        @Override
        public void heard(String topic, byte[] payload) {
            heard.add(topic + " " + new String(payload, UTF_8));
        }
    }

    @AfterEach
    void stop() throws Exception {
        thread.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void aLinkComesBackToABrokerThatWasAwayWithANewWill() throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder, List.of())) {
            broker.kill();
            Ear ear = new Ear();
            MqttLink link = open(broker.port(), new MqttClientOptions(), ear);
            Eventually.until("three tries against nobody", () -> ear.wills.get() >= 3);
            assertThat(ear.ups).hasValue(0);

            broker.startAgain();
            Eventually.until("the link is up", () -> ear.ups.get() == 1);
            broker.kill();
            Eventually.until("the loss is noticed", () -> ear.downs.get() == 1);
            broker.startAgain();
            Eventually.until("the link is up again", () -> ear.ups.get() == 2);
            close(link);
        }
    }

    @Test
    void whatIsSaidIsHeardAndALeaveTakenKeepsTheWillUnsaid() throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder, List.of())) {
            Ear reader = new Ear();
            MqttLink reading = open(broker.port(), new MqttClientOptions(), reader);
            Eventually.until("the reader is up", () -> reader.ups.get() == 1);
            AtomicInteger noted = new AtomicInteger();
            thread.execute(() -> reading.subscribe(Map.of("said/#", 1, "will", 1), noted::incrementAndGet));
            Eventually.until("the broker took note", () -> noted.get() == 1);
            Ear writer = new Ear();
            MqttLink writing = open(broker.port(), new MqttClientOptions(), writer);
            Eventually.until("the writer is up", () -> writer.ups.get() == 1);

            thread.execute(() -> {
                for (int i = 0; i < 100; i++) {
                    writing.publish(message("said/" + i % 3, "word " + i));
                }
            });
            Eventually.until("all is heard", () -> reader.heard.size() == 100);
            close(writing);
            thread.execute(() -> reading.publish(message("said/last", "word")));
            Eventually.until("the last word", () -> reader.heard.contains("said/last word"));

            assertThat(reader.heard).noneMatch(said -> said.startsWith("will"));
            close(reading);
        }
    }

    // A broker that hangs must cost neither memory nor the telemetry thread.
    @Test
    void aFrozenBrokerGetsNoMoreThanThereIsRoomForAndIsGivenUp() throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder, List.of())) {
            Ear ear = new Ear();
            MqttLink link = open(broker.port(), new MqttClientOptions().setKeepAliveInterval(1), ear);
            Eventually.until("the link is up", () -> ear.ups.get() == 1);
            broker.freeze();
            AtomicInteger taken = new AtomicInteger();
            thread.submit(() -> {
                        while (link.hasRoom() && taken.get() < 100_000) {
                            link.publish(message("flood", "x".repeat(1000)));
                            taken.incrementAndGet();
                        }
                    })
                    .get(10, TimeUnit.SECONDS);
            assertThat(taken).hasValueLessThanOrEqualTo(256);

            Eventually.until("the silence is noticed", () -> ear.downs.get() == 1);
            broker.thaw();
            Eventually.until("the link is up again", () -> ear.ups.get() == 2);
            close(link);
        }
    }

    @Test
    void aLinkLogsInOverTlsAndOnlyWithTheRightPasswordAndAuthority() throws Exception {
        Path key = folder.resolve("key.pem");
        Path certificate = folder.resolve("certificate.pem");
        Path people = folder.resolve("people");
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost,IP:127.0.0.1",
                "-keyout",
                key.toString(),
                "-out",
                certificate.toString());
        run("mosquitto_passwd", "-b", "-c", people.toString(), "press", "very secret");
        run("chmod", "-R", "a+rX", folder.toString());
        try (Mosquitto broker = Mosquitto.start(
                folder,
                List.of(
                        "certfile " + certificate,
                        "keyfile " + key,
                        "allow_anonymous false",
                        "password_file " + people,
                        "user root"))) {
            PemTrustOptions trust = new PemTrustOptions().addCertPath(certificate.toString());
            Ear known = new Ear();
            Ear wrongPassword = new Ear();
            Ear wrongAuthority = new Ear();
            MqttLink good = open(broker.port(), tls("very secret").setPemTrustOptions(trust), known);
            MqttLink bad = open(broker.port(), tls("guessed").setPemTrustOptions(trust), wrongPassword);
            MqttLink blind = open(broker.port(), tls("very secret"), wrongAuthority);

            Eventually.until("the right one is in", () -> known.ups.get() == 1);
            Eventually.until(
                    "the others were turned away twice",
                    () -> wrongPassword.wills.get() > 2 && wrongAuthority.wills.get() > 2);
            assertThat(wrongPassword.ups).hasValue(0);
            assertThat(wrongAuthority.ups).hasValue(0);
            close(good);
            close(bad);
            close(blind);
        }
    }

    private static MqttClientOptions tls(String password) {
        return new MqttClientOptions()
                .setSsl(true)
                .setHostnameVerificationAlgorithm("HTTPS")
                .setUsername("press")
                .setPassword(password);
    }

    private MqttLink open(int port, MqttClientOptions options, Ear ear) {
        MqttLink link = new MqttLink(
                "test",
                new BrokerAddress("127.0.0.1", port, options.isSsl()),
                () -> new MqttClientOptions(options),
                vertx,
                thread,
                new Backoff(Duration.ofMillis(50), Duration.ofMillis(200), new Random(7)),
                ear);
        thread.execute(link::open);
        return link;
    }

    private void close(MqttLink link) throws Exception {
        thread.submit(link::close).get(5, TimeUnit.SECONDS).get(5, TimeUnit.SECONDS);
    }

    private static Message message(String topic, String text) {
        return new Message(topic, text.getBytes(UTF_8), true, false);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("run", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertThat(process.waitFor()).as(Files.readString(output)).isZero();
        } catch (IOException e) {
            Assumptions.abort("No " + command[0] + " on this computer: " + e.getMessage());
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
