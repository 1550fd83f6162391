package org.stitchery.service.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stitchery.service.telemetry.ToldFacts.machine;
import static org.stitchery.service.telemetry.ToldFacts.run;

import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttClientOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.service.Eventually;
import org.stitchery.service.machine.MachineState;
import org.stitchery.service.platform.Backoff;
import org.stitchery.service.production.RunState;

/** Both feeds over a real Mosquitto, with made-up facts and a clock that the test turns. */
class FeedsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String NODE = "spBv1.0/Plant/";

    @TempDir
    @SuppressWarnings("NullAway.Init") // filled by JUnit
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final ToldFacts facts = new ToldFacts();
    private final AtomicInteger dropped = new AtomicInteger();
    private final Ear ear = new Ear();
    private Instant now = NOON;
    private @Nullable Mosquitto started;

    @BeforeEach
    void aBrokerAndSomebodyWhoHears() throws Exception {
        Mosquitto broker = Mosquitto.start(folder, List.of());
        started = broker;
        MqttLink hearing = link(ear, broker);
        ear.hearsOn(hearing);
        thread.execute(hearing::open);
        Eventually.until("somebody hears", () -> ear.listens());
    }

    @AfterEach
    void stop() throws Exception {
        thread.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        if (started != null) {
            started.close();
        }
    }

    @Test
    void whatIsRetainedFollowsTheMachineAndProgressIsRare() throws Exception {
        facts.say(1, "Six", MachineState.BUSY, run(3, RunState.SENDING, 10), 30);
        Feed feed = plain(100);
        tickUntilHeard(feed, "stitchery/machine/Six/progress", text -> text.contains("\"stitches\":10"));
        // What is retained is confirmed by the broker, progress is not and may overtake it.
        tickUntilHeard(feed, "stitchery/node/shop/state", text -> text.contains("\"ONLINE\""));
        tickUntilHeard(feed, "stitchery/machine/Six/run", text -> text.contains("\"state\":\"SENDING\""));
        assertThat(ear.last("stitchery/machine/Six/run")).contains("\"stitchesTotal\":5000");

        // Ten times further within the second in which it was told: told once more when the second is over.
        for (int stitches = 11; stitches <= 20; stitches++) {
            now = now.plusMillis(50);
            facts.say(1, "Six", MachineState.BUSY, run(3, RunState.SENDING, stitches), 3L * stitches);
            changed(feed, 1);
        }
        now = now.plusSeconds(1);
        tickUntilHeard(feed, "stitchery/machine/Six/progress", text -> text.contains("\"stitches\":20"));
        assertThat(ear.texts("stitchery/machine/Six/progress")).hasSize(2);

        facts.say(1, "Seven", MachineState.IDLE, null, 0);
        changed(feed, 1);
        tickUntilHeard(feed, "stitchery/machine/Seven/state", text -> text.contains("\"IDLE\""));
        assertThat(ear.last("stitchery/machine/Six/state")).isEmpty();
        assertThat(ear.last("stitchery/machine/Six/run")).isEmpty();
        assertThat(ear.last("stitchery/machine/Seven/events")).contains("\"from\":\"BUSY\",\"to\":\"IDLE\"");
        assertThat(ear.heard()).noneMatch(message -> Ear.text(message).contains("Geheim"));
    }

    @Test
    void eventsOutliveABrokerThatIsAwayUpToTheirNumber() throws Exception {
        facts.say(1, "Six", MachineState.IDLE, null, 0);
        Feed feed = plain(5);
        tickUntilHeard(feed, "stitchery/machine/Six/state", text -> true);
        Mosquitto broker = broker();
        broker.kill();
        Eventually.until("the loss is noticed", () -> !ear.listens());
        for (int i = 0; i < 4; i++) {
            facts.say(1, "Six", MachineState.OFFLINE, null, 0);
            changed(feed, 1);
            facts.say(1, "Six", MachineState.IDLE, null, 0);
            changed(feed, 1);
        }
        // The first of the eight states is where it begins and no event.
        assertThat(dropped).hasValue(2);
        ear.forget();
        broker.startAgain();
        Eventually.until("somebody hears again", () -> ear.listens());
        Eventually.until("all that was kept", () -> {
            tick(feed);
            return ear.texts("stitchery/machine/Six/events").size() == 5;
        });
        assertThat(ear.texts("stitchery/machine/Six/state")).isNotEmpty();
    }

    @Test
    void aMachineOfAnotherNodeIsNotSpokenFor() throws Exception {
        facts.say(1, "Ours", MachineState.IDLE, null, 0);
        facts.say(2, "Theirs", MachineState.OFFLINE, null, 0);
        facts.giveAway(2);
        Feed plain = plain(5);
        Feed sparkplug = sparkplug(Optional.empty());
        tickUntilHeard(plain, "stitchery/machine/Ours/state", text -> true);
        tickUntilHeard(sparkplug, NODE + "DBIRTH/shop/Ours", text -> true);

        assertThat(ear.heard()).noneMatch(message -> message.topic().contains("Theirs"));
    }

    @Test
    void aDeviceComesAndGoesWithItsLineAndTheSequenceHasNoGap() throws Exception {
        facts.say(1, "Six", MachineState.BUSY, run(3, RunState.SENDING, 0), 0);
        Feed feed = sparkplug(Optional.empty());
        tickUntilHeard(feed, NODE + "DBIRTH/shop/Six", text -> true);
        for (int i = 1; i <= 300; i++) {
            now = now.plusSeconds(1);
            facts.say(1, "Six", MachineState.BUSY, run(3, RunState.SENDING, i), 3L * i);
            changed(feed, 1);
            // Faster than the broker takes them, some would be told together.
            int told = i;
            Eventually.until(
                    "the broker has passed on " + told,
                    () -> told % 100 != 0 || ear.texts(NODE + "DDATA/shop/Six").size() == told);
        }
        facts.say(1, "Six", MachineState.OFFLINE, null, 0);
        changed(feed, 1);
        tickUntilHeard(feed, NODE + "DDEATH/shop/Six", text -> true);
        facts.say(1, "Six", MachineState.IDLE, null, 0);
        changed(feed, 1);
        Eventually.until("it is born again", () -> {
            tick(feed);
            return ear.texts(NODE + "DBIRTH/shop/Six").size() == 2;
        });

        List<Message> told = ear.heard().stream()
                .filter(message -> message.topic().startsWith(NODE))
                .toList();
        assertThat(ear.texts(NODE + "DDATA/shop/Six")).hasSize(300);
        assertThat(ear.texts(NODE + "NDATA/shop")).isNotEmpty();
        for (int i = 0; i < told.size(); i++) {
            assertThat(seq(told.get(i).payload())).as(told.get(i).topic()).isEqualTo(i % 256);
        }
    }

    @Test
    void birthsWaitForThePrimaryHostAndEndWithIt() throws Exception {
        facts.say(1, "Six", MachineState.IDLE, null, 0);
        say("spBv1.0/STATE/scada", "{\"online\":false,\"timestamp\":5}");
        Feed feed = sparkplug(Optional.of("scada"));
        for (int i = 0; i < 20; i++) {
            tick(feed);
            say("beat/" + i, "beat");
        }
        Eventually.until("time has passed", () -> !ear.texts("beat/19").isEmpty());
        assertThat(ear.texts(NODE + "NBIRTH/shop")).isEmpty();

        say("spBv1.0/STATE/scada", "{\"online\":true,\"timestamp\":7}");
        tickUntilHeard(feed, NODE + "DBIRTH/shop/Six", text -> true);
        // What was said earlier and came later changes nothing, nor does nonsense.
        say("spBv1.0/STATE/scada", "{\"online\":false,\"timestamp\":6}");
        say("spBv1.0/STATE/scada", "gone?");
        say("spBv1.0/STATE/scada", "{\"online\":false,\"timestamp\":9}");
        tickUntilHeard(feed, NODE + "NDEATH/shop", text -> true);
        say("spBv1.0/STATE/scada", "{\"online\":true,\"timestamp\":11}");
        Eventually.until("born again", () -> {
            tick(feed);
            return ear.texts(NODE + "NBIRTH/shop").size() == 2;
        });
        assertThat(ear.texts(NODE + "NDEATH/shop")).hasSize(1);
    }

    // ---- the machinery

    private Feed plain(int kept) throws Exception {
        FeedSettings settings = new FeedSettings(Optional.empty(), kept);
        return call(() -> new PlainFeed(
                new PlainMessages("stitchery", "shop", "1"),
                facts,
                clock(),
                settings,
                dropped::incrementAndGet,
                linked()));
    }

    private Feed sparkplug(Optional<String> host) throws Exception {
        FeedSettings settings = new FeedSettings(host, 5);
        return call(() -> new SparkplugFeed("shop", "1", facts, clock(), settings, new BirthNumber(folder), linked()));
    }

    private Function<Feed, MqttLink> linked() {
        return feed -> link(feed, broker());
    }

    private MqttLink link(MqttLink.Listener listener, Mosquitto broker) {
        return new MqttLink(
                "test",
                new BrokerAddress("127.0.0.1", broker.port(), false),
                MqttClientOptions::new,
                vertx,
                thread,
                new Backoff(Duration.ofMillis(50), Duration.ofMillis(200), new Random(3)),
                listener);
    }

    private Mosquitto broker() {
        if (started == null) {
            throw new IllegalStateException("No broker yet");
        }
        return started;
    }

    private Clock clock() {
        return Clock.fixed(NOON, ZoneOffset.UTC);
    }

    private void changed(Feed feed, int number) {
        call(() -> {
            feed.changed(List.of(machine(number)));
            feed.tick(now);
            return true;
        });
    }

    private void tick(Feed feed) {
        call(() -> {
            feed.tick(now);
            return true;
        });
    }

    private void tickUntilHeard(Feed feed, String topic, Predicate<String> wanted) {
        Eventually.until(topic, () -> {
            tick(feed);
            return ear.texts(topic).stream().anyMatch(wanted);
        });
    }

    private void say(String topic, String words) {
        call(() -> {
            ear.link().publish(new Message(topic, words.getBytes(UTF_8), true, topic.contains("STATE")));
            return true;
        });
    }

    private <T> T call(Callable<T> what) {
        try {
            return thread.submit(what).get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last field of a payload that has one: key 0x18 and a number of one or two bytes. */
    private static int seq(byte[] payload) {
        int end = payload.length;
        boolean two = end > 2 && payload[end - 3] == 0x18 && payload[end - 2] < 0;
        int low = payload[two ? end - 2 : end - 1] & 0x7F;
        assertThat(payload[two ? end - 3 : end - 2]).isEqualTo((byte) 0x18);
        return two ? low | payload[end - 1] << 7 : low;
    }
}
