package org.stitchery.transport.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stitchery.transport.MachineUri;
import org.stitchery.transport.PlaceOpener;
import org.stitchery.transport.PlaceUri;
import org.stitchery.transport.Secrets;
import org.stitchery.transport.TransportException;

@Timeout(30)
class SilentServerTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FOLDER")
    void aServerThatTakesTheConnectionAndSaysNothingIsSilentAtTheDeadline(PlaceUri.Kind kind) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            PlaceUri uri = (PlaceUri) MachineUri.parse(kind.name().toLowerCase(java.util.Locale.ROOT)
                    + "://press@127.0.0.1:" + server.getLocalPort() + "/designs?secret=press");
            long start = System.nanoTime();
            assertThatThrownBy(() -> opener(kind)
                            .open(uri, Secrets.of(Map.of("STITCHERY_SECRET_PRESS", "geheim")), Duration.ofMillis(600)))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(TransportException.Reason.SILENT));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static PlaceOpener opener(PlaceUri.Kind kind) {
        return ServiceLoader.load(PlaceOpener.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(opener -> opener.kinds().contains(kind))
                .findFirst()
                .orElseThrow();
    }
}
