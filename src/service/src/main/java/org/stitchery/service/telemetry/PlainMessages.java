package org.stitchery.service.telemetry;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The plain topics and what stands on them. Times are UTC in ISO 8601. */
final class PlainMessages {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final byte[] NOTHING = {};

    @JsonPropertyOrder({"node", "state", "version", "at"})
    private record NodeState(String node, String state, String version, Instant at) {}

    @JsonPropertyOrder({"machine", "id", "node", "state", "since", "label", "at"})
    private record MachineNow(
            String machine,
            UUID id,
            String node,
            String state,
            Instant since,
            @Nullable String label,
            Instant at) {}

    @JsonPropertyOrder({"run", "version", "state", "since", "label", "garment", "garments", "stitchesTotal", "at"})
    private record RunNow(
            UUID run,
            int version,
            String state,
            Instant since,
            @Nullable String label,
            int garment,
            int garments,
            int stitchesTotal,
            Instant at) {}

    @JsonPropertyOrder({
        "run",
        "label",
        "stitches",
        "stitchesTotal",
        "evidence",
        "bytes",
        "bytesTotal",
        "machineSaysWait",
        "at"
    })
    private record ProgressNow(
            @Nullable UUID run,
            @Nullable String label,
            int stitches,
            int stitchesTotal,
            @Nullable String evidence,
            long bytes,
            long bytesTotal,
            boolean machineSaysWait,
            Instant at) {}

    @JsonPropertyOrder({"event", "from", "to", "run", "version", "label", "at"})
    private record Happened(
            String event,
            @Nullable String from,
            String to,
            @Nullable UUID run,
            @Nullable Integer version,
            @Nullable String label,
            Instant at) {}

    private final String prefix;
    private final String node;
    private final String version;

    PlainMessages(String prefix, String node, String version) {
        this.prefix = prefix;
        this.node = node;
        this.version = version;
    }

    Message node(String state, Instant at) {
        return retained(prefix + "/node/" + node + "/state", new NodeState(node, state, version, at));
    }

    Message state(MachineFacts facts, Instant at) {
        return retained(
                topic(facts.topic(), "state"),
                new MachineNow(
                        facts.machine().name(),
                        facts.id(),
                        node,
                        facts.state().name(),
                        facts.status().since(),
                        facts.status().runLabel(),
                        at));
    }

    /** The run at the needle; without one what was retained is removed. */
    Message run(MachineFacts facts, Instant at) {
        RunFacts run = facts.run();
        if (run == null) {
            return cleared(facts.topic(), "run");
        }
        return retained(
                topic(facts.topic(), "run"),
                new RunNow(
                        run.id(),
                        run.version(),
                        run.state().name(),
                        run.since(),
                        run.label(),
                        run.garment(),
                        run.garments(),
                        run.stitchesTotal(),
                        at));
    }

    Message progress(MachineFacts facts, Instant at) {
        RunFacts run = facts.run();
        return new Message(
                topic(facts.topic(), "progress"),
                bytes(new ProgressNow(
                        run == null ? null : run.id(),
                        run == null ? null : run.label(),
                        run == null ? 0 : run.stitches(),
                        run == null ? 0 : run.stitchesTotal(),
                        run == null ? null : run.evidence(),
                        facts.status().bytes(),
                        facts.status().bytesTotal(),
                        facts.status().held(),
                        at)),
                false,
                false);
    }

    /** A machine went from one state to another. */
    Message machineEvent(MachineFacts now, @Nullable String from) {
        return event(
                now.topic(),
                new Happened(
                        "machine-state",
                        from,
                        now.state().name(),
                        null,
                        null,
                        now.status().runLabel(),
                        now.status().since()));
    }

    /** A run at that machine came into a state. */
    Message runEvent(String machineTopic, RunFacts run) {
        return event(
                machineTopic,
                new Happened("run-state", null, run.state().name(), run.id(), run.version(), run.label(), run.since()));
    }

    /** Takes back what is retained under a name that is no longer used. */
    Message cleared(String machineTopic, String leaf) {
        return new Message(topic(machineTopic, leaf), NOTHING, true, true);
    }

    private Message event(String machineTopic, Happened happened) {
        return new Message(topic(machineTopic, "events"), bytes(happened), true, false);
    }

    private Message retained(String topic, Object content) {
        return new Message(topic, bytes(content), true, true);
    }

    private String topic(String machineTopic, String leaf) {
        return prefix + "/machine/" + machineTopic + "/" + leaf;
    }

    private static byte[] bytes(Object content) {
        try {
            return JSON.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of plain values is always JSON", e);
        }
    }
}
