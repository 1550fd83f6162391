package org.stitchery.service.machine;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeskDriver;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.ProbeResult;
import org.stitchery.service.platform.DataPath;
import org.stitchery.transport.Links;
import org.stitchery.transport.MachineUri;
import org.stitchery.transport.OpenLink;
import org.stitchery.transport.PacingLoop;
import org.stitchery.transport.Secrets;
import org.stitchery.transport.TransportException;
import org.stitchery.transport.Transports;

/**
 * Tries an address: opens it, lets the driver ask, closes it. Moves nothing and leaves nothing behind. Where a machine of
 * ours has the line open already, its own session asks.
 */
@Singleton
class LineTrial {

    /**
     * How it went.
     *
     * @param good true when the line is there
     * @param sentence for people
     */
    record Finding(boolean good, String sentence) {}

    private static final Logger LOG = Logger.getLogger(LineTrial.class);

    private static final Duration ANSWER = Duration.ofSeconds(4);

    private final MachinePlaces places;
    private final MachineSessions sessions;
    private final Path fences;

    LineTrial(MachinePlaces places, MachineSessions sessions, DataPath data) {
        this.places = places;
        this.sessions = sessions;
        this.fences = data.root().resolve("fences");
    }

    /**
     * Blocks for some seconds at most.
     *
     * @param machine the machine that is there now, null for a new one
     * @throws org.stitchery.service.platform.ProblemException 422 when the address is not allowed
     */
    Finding attempt(@Nullable MachineView machine, String address, MachineDriver driver, DriverSettings settings) {
        MachineUri uri = places.allowed(address);
        Optional<String> objection = AddressExample.objection(driver, uri);
        if (objection.isPresent()) {
            return new Finding(false, objection.get());
        }
        if (driver instanceof DeskDriver) {
            return new Finding(true, "Nothing to try: the machine comes to us. Its card tells when it has asked.");
        }
        long began = System.nanoTime();
        try {
            UUID same = machine != null
                            && machine.uri().equals(address)
                            && machine.driverId().equals(driver.description().id())
                    ? machine.id()
                    : null;
            Optional<CompletableFuture<ProbeResult>> own =
                    same == null ? Optional.empty() : sessions.probe(same, ANSWER);
            ProbeResult result = own.isPresent()
                    ? own.get().get(2 * ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                    : asked(uri, driver, settings);
            return finding(result, Duration.ofNanos(System.nanoTime() - began));
        } catch (TransportException e) {
            return new Finding(false, String.valueOf(e.getMessage()));
        } catch (TimeoutException e) {
            return new Finding(false, "The line opened, but nothing answered in " + 2 * ANSWER.toSeconds() + " s.");
        } catch (ExecutionException e) {
            LOG.warn("A line could not be tried", e);
            return new Finding(false, "The driver failed while asking; see the log.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Finding(false, "The service is stopping.");
        }
    }

    private ProbeResult asked(MachineUri uri, MachineDriver driver, DriverSettings settings)
            throws TransportException, ExecutionException, InterruptedException, TimeoutException {
        OpenLink link = Links.open(uri, fences, Secrets.of(System.getenv()), Transports.CONNECT_DEADLINE);
        try (PacingLoop loop = new PacingLoop()) {
            // Under the fence that is there: a trial takes nothing over.
            return loop.attach(link, driver, settings, link.fence(), event -> {})
                    .probe(ANSWER)
                    .get(2 * ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static Finding finding(ProbeResult result, Duration took) {
        String detail = result.detail().isBlank() ? "" : " " + sentence(result.detail());
        String held =
                result.holds().map(design -> " It holds a design of ours.").orElse("");
        String time = " (" + took.toMillis() + " ms)";
        return switch (result.state()) {
            case READY -> new Finding(true, "It answers and is ready." + detail + held + time);
            case BUSY -> new Finding(true, "It answers and is busy." + detail + held + time);
            case LINE_OPEN ->
                new Finding(true, "The line opens. This machine cannot be asked for more." + detail + time);
            case SILENT -> new Finding(false, "The line opens, but nothing answers." + detail + time);
        };
    }

    private static String sentence(String words) {
        String upper = words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
        return upper.endsWith(".") ? upper : upper + ".";
    }
}
