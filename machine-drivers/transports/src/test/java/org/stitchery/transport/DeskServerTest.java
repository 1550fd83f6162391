package org.stitchery.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Outcome;

/** A desk with its own little server, asked over real HTTP. */
@Timeout(60)
class DeskServerTest {

    private static final String TOKEN = "needle-and-thread-1";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private final PacingLoop loop = new PacingLoop();
    private final Path fences;
    private MachineLine line;
    private String url;

    DeskServerTest(@TempDir Path folder) {
        this.fences = folder.resolve("fences");
    }

    @BeforeEach
    void open() throws IOException {
        OpenLink link = open("desk:press-3?listen=127.0.0.1:0");
        url = link.name();
        line = loop.attach(link, new ParrotDriver(), ParrotDriver.noSettings(), 0, event -> {});
    }

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void questionsReachTheDriverDecodedAndAnswersComeBack() throws Exception {
        HttpResponse<String> answer = client.send(
                request("/a%20b?x=1%2B1&y")
                        .POST(BodyPublishers.ofString("hello"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("POST /a b {x=1+1, y=} 5");
        assertThat(answer.headers().firstValue("X-Parrot")).contains("yes");
    }

    @Test
    void whoeverHasNoTokenLearnsNothing() throws Exception {
        assertThat(status(HttpRequest.newBuilder(URI.create(url + "/x")))).isEqualTo(401);
        assertThat(status(HttpRequest.newBuilder(URI.create(url.replace("press-3", "press-4") + "/x"))))
                .isEqualTo(401);
        assertThat(status(HttpRequest.newBuilder(URI.create(url.replaceAll("/machine-desk.*", "/")))))
                .isEqualTo(401);
        assertThat(status(HttpRequest.newBuilder(URI.create(url.replace("press-3", "press-4") + "/x"))
                        .header("Authorization", "Bearer " + TOKEN)))
                .isEqualTo(404);
    }

    @Test
    void moreThan64KibIsTooMuchAndExactlyThatIsNot() throws Exception {
        assertThat(status(request("/x").POST(BodyPublishers.ofByteArray(new byte[64 * 1024]))))
                .isEqualTo(200);
        assertThat(status(request("/x").POST(BodyPublishers.ofByteArray(new byte[64 * 1024 + 1]))))
                .isEqualTo(413);
        assertThat(status(request("/" + "x".repeat(600)))).isEqualTo(400);
    }

    @Test
    void aQuestionNobodyAnswersIsToldToComeAgain() throws Exception {
        DeskHall hall = new DeskHall();
        Desk hasty = new Desk("press-5", Duration.ofMillis(300));
        hall.open(hasty, new DeskToken(TOKEN));
        try (DeskServer server = DeskServer.start(new DeskUri.Listen("127.0.0.1", 0), hall, "here")) {
            HttpRequest question = HttpRequest.newBuilder(URI.create(server.url() + DeskHall.ROOT + "press-5/deaf"))
                    .header("Authorization", "Bearer " + TOKEN)
                    .build();
            CompletableFuture<HttpResponse<String>> answer = client.sendAsync(question, BodyHandlers.ofString());
            // Taken as a driver takes it, and then forgotten.
            while (hasty.next() == null && !answer.isDone()) {
                TimeUnit.MILLISECONDS.sleep(2);
            }
            assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
            assertThat(answer.get().headers().firstValue("Retry-After")).isPresent();
        }
        assertThat(new Desk("press-6").patience()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void tooManyWaitingQuestionsAreToldToComeAgainAtOnce() throws Exception {
        Desk desk = new Desk("full");
        int[] told = {0};
        Caller caller = new Caller() {
            @Override
            public void answer(org.stitchery.driver.api.RequestDesk.Reply reply, DeskVisit visit) {
                told[0]++;
                visit.over();
            }

            @Override
            public void hangUp() {}
        };
        for (int i = 0; i < Desk.MOST_WAITING + 3; i++) {
            desk.ask(DeskCall.of("GET", "/", null, new byte[0], "a"), caller);
        }
        assertThat(told[0]).isEqualTo(3);
        desk.close();
        assertThat(told[0]).isEqualTo(3 + Desk.MOST_WAITING);
    }

    @Test
    void aDesignLeavesWholeOnlyWhileItIsDelivered() throws Exception {
        byte[] design = new byte[700_000];
        new Random(3).nextBytes(design);
        assertThat(client.send(request("/design").build(), BodyHandlers.ofString())
                        .body())
                .startsWith("GET /design");

        CompletableFuture<Outcome> outcome = line.deliver(new DeliveryOrder("ROSE", "dst", design, 0), PATIENCE);
        CompletableFuture<HttpResponse<byte[]>> got =
                client.sendAsync(request("/design").build(), BodyHandlers.ofByteArray());
        assertThat(outcome.get(30, TimeUnit.SECONDS)).isEqualTo(new Outcome.Unknown(700_000, "the parrot has spoken"));
        assertThat(got.get(30, TimeUnit.SECONDS).body()).isEqualTo(design);
    }

    @Test
    void aDriverThatHandsOutBetweenExchangesIsStoppedAndNothingLeaves() throws Exception {
        assertThatThrownBy(() -> client.send(request("/early").build(), BodyHandlers.ofByteArray()))
                .isInstanceOf(IOException.class);
        assertThat(line.lost()).hasValueSatisfying(why -> assertThat(why).contains("handed 5000 bytes out"));
    }

    @Test
    void whoGoesAwayInTheMiddleIsCountedNoFurtherThanTheLineTook() throws Exception {
        byte[] design = new byte[30_000_000];
        CompletableFuture<Outcome> outcome = line.deliver(new DeliveryOrder("ROSE", "dst", design, 0), PATIENCE);
        URI at = URI.create(url);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), at.getPort())) {
            socket.setSoLinger(true, 0);
            ask(socket, at.getPath() + "/design");
            socket.getInputStream().readNBytes(100_000);
        }
        Outcome.Unknown unknown = (Outcome.Unknown) outcome.get(30, TimeUnit.SECONDS);
        assertThat(unknown.bytesAccepted()).isBetween(90_000L, 29_999_999L);
    }

    @Test
    void aDeliveryEndedFromOutsideStopsItsAnswer() throws Exception {
        byte[] design = new byte[30_000_000];
        CompletableFuture<Outcome> outcome =
                line.deliver(new DeliveryOrder("ROSE", "dst", design, 0), Duration.ofSeconds(1));
        URI at = URI.create(url);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), at.getPort())) {
            ask(socket, at.getPath() + "/design");
            InputStream in = socket.getInputStream();
            in.readNBytes(1000);
            assertThat(outcome.get(30, TimeUnit.SECONDS)).isEqualTo(new Outcome.Unknown(0, "DEADLINE"));
            assertThat(drained(in)).isLessThan(29_000_000);
        }
        assertThat(client.send(request("/hello").build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoeverOnlyAsksAgainAndAgainDoesNotKeepADeliveryAlive() throws Exception {
        CompletableFuture<Outcome> outcome =
                line.deliver(new DeliveryOrder("ROSE", "dst", new byte[1000], 0), Duration.ofMillis(500));
        while (!outcome.isDone()) {
            client.send(request("/hello").build(), BodyHandlers.discarding());
        }
        assertThat(outcome.join()).isEqualTo(new Outcome.Unknown(0, "DEADLINE"));
    }

    @Test
    void oneDeskIsOneProgramsAndAPortInUseIsNamed() {
        assertThatThrownBy(() -> open("desk:press-3?listen=127.0.0.1:0"))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        e -> assertThat(e.reason()).isEqualTo(TransportException.Reason.BUSY));
        int port = URI.create(url).getPort();
        assertThatThrownBy(() -> open("desk:press-4?listen=127.0.0.1:" + port))
                .hasMessageContaining("nobody can listen")
                .hasMessageContaining("listen=host:port");
    }

    @Test
    void aMissingOrShortTokenIsNamedWithTheWayOut() {
        Secrets none = Secrets.of(Map.of("STITCHERY_SECRET_SHORT", "abc"));
        assertThatThrownBy(() -> Desks.open((DeskUri) MachineUri.parse("desk:none"), fences, none, null))
                .hasMessageContaining("no secret \"none\"");
        assertThatThrownBy(() -> Desks.open((DeskUri) MachineUri.parse("desk:short"), fences, none, null))
                .hasMessageContaining("at least 16");
    }

    private static long drained(InputStream in) {
        long count = 0;
        try {
            byte[] block = new byte[64 * 1024];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                count += n;
            }
        } catch (IOException e) {
            // A connection that is cut may end either way.
            return count;
        }
        return count;
    }

    private static void ask(Socket socket, String path) throws IOException {
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + TOKEN + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + TOKEN);
    }

    private OpenLink open(String uri) throws TransportException {
        Secrets secrets = Secrets.of(Map.of("STITCHERY_SECRET_PRESS_3", TOKEN, "STITCHERY_SECRET_PRESS_4", TOKEN + 4));
        return Links.open(MachineUri.parse(uri), fences, secrets, PATIENCE);
    }
}
