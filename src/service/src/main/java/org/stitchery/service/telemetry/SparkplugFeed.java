package org.stitchery.service.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.production.RunView;
import org.stitchery.service.telemetry.SparkplugPayload.Type;

/**
 * Sparkplug B 3.0: this node is an edge node, each machine with a line a device. Births say everything, data only what is
 * another. The one command it knows asks for the births again; it listens to no command for a device.
 */
final class SparkplugFeed implements Feed {

    private static final String NAMESPACE = "spBv1.0";
    private static final String REBIRTH = "Node Control/Rebirth";
    private static final String BIRTH_NUMBER = "bdSeq";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Aliases of devices come after those of the node. */
    private static final long FIRST_DEVICE_ALIAS = 100;

    private static final long REACHABLE_ALIAS = 1;

    /** A born device, with what was last told of it. */
    private static final class Device {
        private final String topic;
        private final long firstAlias;
        private final Map<DeviceMetric, Object> told = new EnumMap<>(DeviceMetric.class);
        private Instant progressAt = Instant.MIN;

        Device(String topic, long firstAlias) {
            this.topic = topic;
            this.firstAlias = firstAlias;
        }

        long alias(DeviceMetric metric) {
            return firstAlias + metric.ordinal();
        }
    }

    private final String group;
    private final String node;
    private final String version;
    private final @Nullable String hostTopic;
    private final Duration progressEvery;
    private final Facts book;
    private final Clock clock;
    private final BirthNumber births;
    private final MqttLink link;
    private final Set<UUID> due = new LinkedHashSet<>();
    private final Map<UUID, Device> devices = new HashMap<>();
    private final Map<UUID, Long> aliases = new HashMap<>();
    private int birthNumber;
    private int seq;
    private int reachableTold;
    private boolean subscribed;
    private boolean born;
    private boolean hostThere;
    private long hostSaidAt = Long.MIN_VALUE;
    private boolean rebirthWanted;

    SparkplugFeed(
            String node,
            String version,
            Facts book,
            Clock clock,
            TelemetrySettings settings,
            BirthNumber births,
            Function<Feed, MqttLink> link) {
        this.group = TopicNames.level(settings.group());
        this.node = node;
        this.version = version;
        this.hostTopic = settings.primaryHost()
                .map(host -> NAMESPACE + "/STATE/" + TopicNames.level(host))
                .orElse(null);
        this.progressEvery = settings.progressEvery();
        this.book = book;
        this.clock = clock;
        this.births = births;
        this.link = link.apply(this);
        this.link.open();
    }

    // ---- the connection

    @Override
    public Message will() {
        birthNumber = births.next();
        return death();
    }

    @Override
    public void up() {
        Map<String, Integer> topics = new HashMap<>();
        topics.put(topic("NCMD"), 1);
        if (hostTopic != null) {
            topics.put(hostTopic, 1);
        }
        hostThere = hostTopic == null;
        link.subscribe(topics, () -> subscribed = true);
    }

    @Override
    public void down() {
        subscribed = false;
        born = false;
        rebirthWanted = false;
        devices.clear();
    }

    @Override
    public void heard(String topic, byte[] payload) {
        if (topic.equals(hostTopic)) {
            heardOfHost(payload);
        } else if (topic.equals(topic("NCMD")) && SparkplugPayload.orders(payload, REBIRTH)) {
            rebirthWanted = true;
        }
    }

    private void heardOfHost(byte[] payload) {
        try {
            JsonNode said = JSON.readTree(payload);
            long at = said.path("timestamp").asLong(Long.MIN_VALUE);
            if (!said.path("online").isBoolean() || at < hostSaidAt) {
                return;
            }
            hostSaidAt = at;
            hostThere = said.path("online").asBoolean();
        } catch (IOException e) {
            return;
        }
        if (!hostThere && born) {
            link.publish(death());
            link.reopen();
        }
    }

    @Override
    public CompletableFuture<Void> close() {
        if (born) {
            link.publish(death());
        }
        return link.close();
    }

    // ---- news

    @Override
    public void changed(Collection<UUID> machineIds) {
        due.addAll(machineIds);
    }

    @Override
    public void heard(RunView run) {
        // A run's state is a metric of its machine.
    }

    @Override
    public void tick(Instant now) {
        if (!subscribed || !hostThere || !link.hasRoom()) {
            return;
        }
        if (!born || rebirthWanted) {
            rebirthWanted = false;
            birth(now);
        }
        Iterator<UUID> ids = due.iterator();
        while (link.hasRoom() && ids.hasNext()) {
            if (tell(ids.next(), now)) {
                ids.remove();
            }
        }
        if (link.hasRoom() && reachableTold != devices.size()) {
            reachableTold = devices.size();
            send("NDATA", null, payload(now).metric(REACHABLE_ALIAS, Type.UINT32, reachableTold));
        }
    }

    private void birth(Instant now) {
        seq = 0;
        devices.clear();
        reachableTold =
                (int) book.all().stream().filter(MachineFacts::isReachable).count();
        send(
                "NBIRTH",
                null,
                new SparkplugPayload(now)
                        .metric(BIRTH_NUMBER, null, Type.INT64, birthNumber)
                        .metric(REBIRTH, null, Type.BOOLEAN, false)
                        .metric("Machines Reachable", REACHABLE_ALIAS, Type.UINT32, reachableTold)
                        .metric("Properties/Software", null, Type.STRING, "Stitchery")
                        .metric("Properties/Version", null, Type.STRING, version));
        born = true;
        due.clear();
        due.addAll(book.ids());
    }

    /** @return false when its progress has to wait a little */
    private boolean tell(UUID id, Instant now) {
        MachineFacts facts = book.of(id).filter(MachineFacts::isReachable).orElse(null);
        Device device = devices.get(id);
        if (device != null && (facts == null || !device.topic.equals(facts.topic()))) {
            devices.remove(id);
            send("DDEATH", device.topic, new SparkplugPayload(now));
            device = null;
        }
        if (facts == null) {
            return true;
        }
        if (device == null) {
            devices.put(id, born(facts, now));
            return true;
        }
        return data(device, facts, now);
    }

    private Device born(MachineFacts facts, Instant now) {
        Long firstAlias = aliases.computeIfAbsent(
                facts.id(), any -> FIRST_DEVICE_ALIAS + (long) aliases.size() * DeviceMetric.values().length);
        Device device = new Device(facts.topic(), firstAlias);
        SparkplugPayload payload = new SparkplugPayload(now);
        for (DeviceMetric metric : DeviceMetric.values()) {
            Object value = metric.of(facts);
            payload.metric(metric.text(), device.alias(metric), metric.type(), value);
            remember(device, metric, value);
        }
        device.progressAt = now;
        send("DBIRTH", device.topic, payload);
        return device;
    }

    private boolean data(Device device, MachineFacts facts, Instant now) {
        boolean mayTellProgress = Duration.between(device.progressAt, now).compareTo(progressEvery) >= 0;
        boolean waits = false;
        boolean any = false;
        SparkplugPayload payload = new SparkplugPayload(now);
        for (DeviceMetric metric : DeviceMetric.values()) {
            Object value = metric.of(facts);
            if (Objects.equals(device.told.get(metric), value)) {
                continue;
            }
            if (metric.isProgress() && !mayTellProgress) {
                waits = true;
                continue;
            }
            payload.metric(device.alias(metric), metric.type(), value);
            remember(device, metric, value);
            any = true;
            if (metric.isProgress()) {
                device.progressAt = now;
            }
        }
        if (any) {
            send("DDATA", device.topic, payload);
        }
        return !waits;
    }

    private static void remember(Device device, DeviceMetric metric, @Nullable Object value) {
        if (value == null) {
            device.told.remove(metric);
        } else {
            device.told.put(metric, value);
        }
    }

    // ---- messages

    private void send(String type, @Nullable String device, SparkplugPayload payload) {
        String topic = device == null ? topic(type) : topic(type) + "/" + device;
        link.publish(new Message(topic, payload.seq(seq).toBytes(), false, false));
        seq = (seq + 1) & 0xFF;
    }

    private Message death() {
        byte[] payload = new SparkplugPayload(clock.instant())
                .metric(BIRTH_NUMBER, null, Type.INT64, birthNumber)
                .toBytes();
        return new Message(topic("NDEATH"), payload, true, false);
    }

    private static SparkplugPayload payload(Instant now) {
        return new SparkplugPayload(now);
    }

    private String topic(String type) {
        return NAMESPACE + "/" + group + "/" + type + "/" + node;
    }
}
