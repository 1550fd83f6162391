package org.stitchery.driver.httppull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.transport.Links;
import org.stitchery.transport.MachineLine;
import org.stitchery.transport.MachineUri;
import org.stitchery.transport.OpenLink;
import org.stitchery.transport.PacingLoop;
import org.stitchery.transport.Secrets;

/** The driver at a desk with a little web server of its own, as the command line opens it. */
final class RealDesk implements AutoCloseable {

    static final String TOKEN = "needle-and-thread-1";

    private final PacingLoop loop = new PacingLoop();
    private final List<MachineEvent> events = new CopyOnWriteArrayList<>();
    private final MachineLine line;
    private final String url;

    RealDesk(Path fences, Map<String, String> settings) throws IOException {
        HttpPullDriver driver = new HttpPullDriver();
        OpenLink link = Links.open(
                MachineUri.parse("desk:press-3?listen=127.0.0.1:0"),
                fences,
                Secrets.of(Map.of("STITCHERY_SECRET_PRESS_3", TOKEN)),
                Duration.ofSeconds(5));
        url = link.name();
        DriverSettings given = DriverSettings.of(driver.description().settings(), settings);
        line = loop.attach(link, driver, given, link.fence(), events::add);
    }

    String url() {
        return url;
    }

    MachineLine line() {
        return line;
    }

    List<MachineEvent> events() {
        return events;
    }

    CompletableFuture<Outcome> deliver(String label, byte[] content) {
        return deliver(label, content, Duration.ofSeconds(30));
    }

    CompletableFuture<Outcome> deliver(String label, byte[] content, Duration stall) {
        return line.deliver(new DeliveryOrder(label, "dst", content, 0), stall);
    }

    @Override
    public void close() {
        loop.close();
    }
}
