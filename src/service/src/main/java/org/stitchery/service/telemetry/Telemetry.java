package org.stitchery.service.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.mqtt.MqttClientOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.machine.MachineEdited;
import org.stitchery.service.machine.MachineStatusChanged;
import org.stitchery.service.platform.Backoff;
import org.stitchery.service.platform.DataPath;
import org.stitchery.service.platform.NodeIdentity;
import org.stitchery.service.production.RunChanged;
import org.stitchery.service.production.RunView;
import org.stitchery.transport.Secrets;

/**
 * Tells other systems of the machines. News only leaves a note of what may be different; one thread of its own looks ten
 * times a second at what there is to tell and sends it as far as the broker takes it. So nothing here can hold up the
 * floor: not a broker that is away, not one that is slow, and no news is ever waited for.
 */
@ApplicationScoped
class Telemetry {

    private static final Logger LOG = Logger.getLogger(Telemetry.class);

    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    /** What another node did to a run at our machine is not news here; read again so often. */
    private static final Duration READ_AGAIN = Duration.ofSeconds(30);

    private static final Duration READ_RETRY = Duration.ofSeconds(2);

    private final TelemetrySettings settings;
    private final FactBook book;
    private final Clock clock;
    private final Vertx vertx;
    private final NodeIdentity identity;
    private final DataPath data;
    private final String version;
    private final Counter dropped;
    private final Set<UUID> changed = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<RunView> runs;
    private final List<Feed> feeds = new ArrayList<>();
    private @Nullable ScheduledExecutorService thread;
    private volatile boolean on;
    private volatile boolean stale = true;
    private Instant readAgain = Instant.MIN;

    Telemetry(
            TelemetrySettings settings,
            FactBook book,
            Clock clock,
            Vertx vertx,
            NodeIdentity identity,
            DataPath data,
            @ConfigProperty(name = "quarkus.application.version") String version,
            MeterRegistry meters) {
        this.settings = settings;
        this.book = book;
        this.clock = clock;
        this.vertx = vertx;
        this.identity = identity;
        this.data = data;
        this.version = version;
        this.runs = new ArrayBlockingQueue<>(Math.max(1, settings.keptEvents()));
        this.dropped = Counter.builder("stitchery.telemetry.dropped")
                .description("Events that nobody took in time")
                .register(meters);
    }

    /** After the machines' sessions; a wrong setting stops the start, a broker that is away does not. */
    void begin(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER + 100) StartupEvent start) {
        Optional<String> wanted = settings.broker().filter(text -> !text.isBlank());
        if (wanted.isEmpty()) {
            return;
        }
        BrokerAddress broker = BrokerAddress.parse(wanted.get().strip());
        MqttClientOptions login = login(broker);
        ScheduledExecutorService own = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread named = new Thread(task, "telemetry");
            named.setDaemon(true);
            return named;
        });
        thread = own;
        on = true;
        own.execute(() -> {
            for (TelemetrySettings.Mode mode : settings.mode()) {
                feeds.add(feed(mode, broker, login, own));
            }
        });
        own.scheduleWithFixedDelay(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Feed feed(
            TelemetrySettings.Mode mode, BrokerAddress broker, MqttClientOptions login, ScheduledExecutorService own) {
        String node = TopicNames.level(settings.node().orElseGet(identity::name));
        String name = mode.name().toLowerCase(Locale.ROOT);
        MqttClientOptions options =
                new MqttClientOptions(login).setClientId("stitchery-" + identity.name() + "-" + name);
        Function<Feed, MqttLink> link = listener -> new MqttLink(
                name,
                broker,
                () -> new MqttClientOptions(options),
                vertx,
                own,
                new Backoff(settings.retryFirst(), settings.retryLongest(), ThreadLocalRandom.current()),
                listener);
        return switch (mode) {
            case PLAIN ->
                new PlainFeed(
                        new PlainMessages(settings.prefix(), node, version),
                        book,
                        clock,
                        settings,
                        dropped::increment,
                        link);
            case SPARKPLUG ->
                new SparkplugFeed(
                        node, version, book, clock, settings, new BirthNumber(data.folder("telemetry")), link);
        };
    }

    private MqttClientOptions login(BrokerAddress broker) {
        MqttClientOptions options = new MqttClientOptions()
                .setCleanSession(true)
                .setAutoKeepAlive(true)
                .setKeepAliveInterval((int) Math.max(1, settings.keepAlive().toSeconds()));
        options.setConnectTimeout((int) Duration.ofSeconds(10).toMillis());
        settings.user().ifPresent(options::setUsername);
        settings.secret()
                .ifPresent(name -> options.setPassword(Secrets.of(System.getenv())
                        .find(name)
                        .orElseThrow(() -> new IllegalArgumentException("stitchery.telemetry.secret is \"" + name
                                + "\", but the environment holds no secret of that name"))));
        if (broker.encrypted()) {
            options.setSsl(true).setHostnameVerificationAlgorithm("HTTPS");
            settings.trust()
                    .ifPresent(authority ->
                            options.setPemTrustOptions(new PemTrustOptions().addCertPath(authority.toString())));
        }
        return options;
    }

    /** Before the sessions end: what they say of their end would only be seen by those who stay. */
    void finish(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent stop)
            throws InterruptedException {
        ScheduledExecutorService own = thread;
        if (own == null) {
            return;
        }
        on = false;
        CompletableFuture<Void> left = new CompletableFuture<>();
        own.execute(
                () -> CompletableFuture.allOf(feeds.stream().map(Feed::close).toArray(CompletableFuture[]::new))
                        .whenComplete((done, failed) -> left.complete(null)));
        try {
            left.get(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The broker was not told that we leave; it will notice");
        }
        own.shutdownNow();
    }

    void onMachine(@ObservesAsync MachineStatusChanged news) {
        note(news.status().machineId());
    }

    void onRun(@ObservesAsync RunChanged news) {
        if (!on) {
            return;
        }
        while (!runs.offer(news.run())) {
            if (runs.poll() != null) {
                dropped.increment();
            }
        }
        UUID machine = news.run().machineId();
        if (machine != null) {
            note(machine);
        }
    }

    void onEdit(@ObservesAsync MachineEdited news) {
        stale = true;
        note(news.machineId());
    }

    private void note(UUID machineId) {
        if (on) {
            changed.add(machineId);
        }
    }

    private void tick() {
        try {
            Instant now = clock.instant();
            read(now);
            List<UUID> moved = List.copyOf(changed);
            moved.forEach(changed::remove);
            List<RunView> heard = new ArrayList<>();
            runs.drainTo(heard);
            for (RunView run : heard) {
                book.heard(run);
                feeds.forEach(feed -> feed.heard(run));
            }
            for (Feed feed : feeds) {
                feed.changed(moved);
                feed.tick(now);
            }
        } catch (RuntimeException e) {
            // One throw would end the clock.
            LOG.warn("Telemetry could not be told", e);
        }
    }

    private void read(Instant now) {
        if (!stale && now.isBefore(readAgain)) {
            return;
        }
        stale = false;
        try {
            book.read();
            changed.addAll(book.ids());
            readAgain = now.plus(READ_AGAIN);
        } catch (RuntimeException e) {
            LOG.debug("Machines cannot be read now", e);
            readAgain = now.plus(READ_RETRY);
        }
    }
}
