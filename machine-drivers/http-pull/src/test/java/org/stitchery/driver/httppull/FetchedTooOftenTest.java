package org.stitchery.driver.httppull;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.driver.api.Outcome;

/** A network that spoils every answer: bytes keep leaving, and yet it has to come to an end. */
@Timeout(60)
class FetchedTooOftenTest {

    private static final int MOST = 20;

    private final byte[] body = new byte[700];

    @Test
    void afterTwentyTimesItIsUnknownAndNobodyMaySew(@TempDir Path folder) throws Exception {
        try (RealDesk desk = new RealDesk(folder, Map.of())) {
            CompletableFuture<Outcome> outcome = desk.deliver("ROSE-7", body);
            String offer = ask(desk.url() + "/next?as=lines");
            while (offer.isEmpty()) {
                offer = ask(desk.url() + "/next?as=lines");
            }
            String claim = offer.lines()
                    .filter(line -> line.startsWith("claim="))
                    .findFirst()
                    .orElseThrow();
            for (int i = 0; i < MOST; i++) {
                assertThat(status(desk.url() + "/design?" + claim)).isEqualTo(200);
            }
            assertThat(status(desk.url() + "/design?" + claim)).isEqualTo(410);
            assertThat(outcome.get(20, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            Outcome.Unknown.class,
                            unknown -> assertThat(unknown.detail()).contains("fetched 20 times"));
        }
    }

    @Test
    void afterTwentyPermissionsThatDoNotArriveItIsUnknown(@TempDir Path folder) throws Exception {
        try (RealDesk desk = new RealDesk(folder, Map.of())) {
            CompletableFuture<Outcome> outcome = desk.deliver("ROSE-7", body);
            String offer = ask(desk.url() + "/next?as=lines");
            while (offer.isEmpty()) {
                offer = ask(desk.url() + "/next?as=lines");
            }
            String claim = offer.lines()
                    .filter(line -> line.startsWith("claim="))
                    .findFirst()
                    .orElseThrow();
            assertThat(status(desk.url() + "/design?" + claim)).isEqualTo(200);
            String taken = claim + "&label=ROSE-7&sha256=" + Agent.sha256(body);
            for (int i = 0; i < MOST; i++) {
                assertThat(status(desk.url() + "/taken", taken)).isEqualTo(200);
            }
            assertThat(status(desk.url() + "/taken", taken)).isEqualTo(410);
            assertThat(outcome.get(20, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            Outcome.Unknown.class,
                            unknown -> assertThat(unknown.detail()).contains("20 times that it may sew"));
        }
    }

    private static int status(String url, String form) throws IOException {
        HttpURLConnection connection = open(url);
        connection.setDoOutput(true);
        connection.getOutputStream().write(form.getBytes(StandardCharsets.US_ASCII));
        return status(connection);
    }

    private static int status(String url) throws IOException {
        return status(open(url));
    }

    private static int status(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            in.readAllBytes();
        }
        return status;
    }

    private static String ask(String url) throws IOException {
        try (InputStream in = open(url).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static HttpURLConnection open(String url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + RealDesk.TOKEN);
        return connection;
    }
}
