package org.stitchery.service.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
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

/**
 * Readable JSON. What is true now is retained and told anew with every connection; what happened is told once, in order,
 * and kept for a while when nobody listens.
 */
final class PlainFeed implements Feed {

    /** What was last told of a machine, and of its progress, and when that was. */
    private record Told(MachineFacts facts, MachineFacts progress, Instant progressAt) {}

    private final PlainMessages messages;
    private final Facts book;
    private final Clock clock;
    private final Duration progressEvery;
    private final int keptEvents;
    private final Runnable dropped;
    private final MqttLink link;
    private final Set<UUID> due = new LinkedHashSet<>();
    private final Map<UUID, Told> told = new HashMap<>();
    private final Map<UUID, String> lastState = new HashMap<>();
    /** Versions of the runs that are at a needle, by run. */
    private final Map<UUID, Integer> versions = new HashMap<>();

    private final Deque<Message> events = new ArrayDeque<>();

    /** @param dropped called for each event that found no place any more */
    PlainFeed(
            PlainMessages messages,
            Facts book,
            Clock clock,
            TelemetrySettings settings,
            Runnable dropped,
            Function<Feed, MqttLink> link) {
        this.messages = messages;
        this.book = book;
        this.clock = clock;
        this.progressEvery = settings.progressEvery();
        this.keptEvents = settings.keptEvents();
        this.dropped = dropped;
        this.link = link.apply(this);
        this.link.open();
    }

    @Override
    public Message will() {
        return messages.node("OFFLINE", clock.instant());
    }

    @Override
    public void up() {
        link.publish(messages.node("ONLINE", clock.instant()));
        told.clear();
        due.addAll(book.ids());
    }

    @Override
    public void down() {
        told.clear();
    }

    @Override
    public void heard(String topic, byte[] payload) {
        // Nothing is subscribed to: nobody gives orders here.
    }

    @Override
    public void changed(Collection<UUID> machineIds) {
        for (UUID id : machineIds) {
            due.add(id);
            book.of(id).ifPresent(this::noteState);
        }
    }

    private void noteState(MachineFacts now) {
        String before = lastState.put(now.id(), now.state().name());
        if (before != null && !before.equals(now.state().name())) {
            keep(messages.machineEvent(now, before));
        }
    }

    @Override
    public void heard(RunView run) {
        UUID machine = run.machineId();
        if (machine == null) {
            return;
        }
        RunFacts now = RunFacts.of(run);
        if (now.isWaiting()) {
            versions.remove(now.id());
            return;
        }
        Integer before = versions.put(now.id(), now.version());
        if (before == null || before != now.version()) {
            book.of(machine).ifPresent(facts -> keep(messages.runEvent(facts.topic(), now)));
        }
        if (now.state().isFinal()) {
            versions.remove(now.id());
        }
    }

    private void keep(Message event) {
        if (events.size() >= keptEvents) {
            events.poll();
            dropped.run();
        }
        events.add(event);
    }

    @Override
    public void tick(Instant now) {
        Iterator<UUID> ids = due.iterator();
        while (link.hasRoom() && ids.hasNext()) {
            UUID id = ids.next();
            boolean done = book.of(id).map(facts -> tell(facts, now)).orElse(true);
            if (done) {
                ids.remove();
            }
        }
        while (link.hasRoom() && !events.isEmpty()) {
            link.publish(events.remove());
        }
    }

    /** @return false when its progress has to wait a little */
    private boolean tell(MachineFacts facts, Instant now) {
        Told before = told.get(facts.id());
        boolean moved = before != null && !before.facts().topic().equals(facts.topic());
        if (before != null && moved) {
            link.publish(messages.cleared(before.facts().topic(), "state"));
            link.publish(messages.cleared(before.facts().topic(), "run"));
        }
        if (before == null || moved || !sameState(before.facts(), facts)) {
            link.publish(messages.state(facts, now));
        }
        boolean otherRun = before == null || moved || !sameRun(before.facts().run(), facts.run());
        if (otherRun) {
            link.publish(messages.run(facts, now));
        }
        if (before != null && sameProgress(before.progress(), facts)) {
            told.put(facts.id(), new Told(facts, before.progress(), before.progressAt()));
            return true;
        }
        if (before != null
                && !otherRun
                && Duration.between(before.progressAt(), now).compareTo(progressEvery) < 0) {
            told.put(facts.id(), new Told(facts, before.progress(), before.progressAt()));
            return false;
        }
        link.publish(messages.progress(facts, now));
        told.put(facts.id(), new Told(facts, facts, now));
        return true;
    }

    private static boolean sameState(MachineFacts old, MachineFacts now) {
        return old.state() == now.state()
                && old.status().since().equals(now.status().since())
                && Objects.equals(old.status().runLabel(), now.status().runLabel());
    }

    private static boolean sameRun(@Nullable RunFacts old, @Nullable RunFacts now) {
        if (old == null || now == null) {
            return old == now;
        }
        return now.saysTheSame(old) && Objects.equals(now.label(), old.label());
    }

    private static boolean sameProgress(MachineFacts old, MachineFacts now) {
        return Objects.equals(old.run(), now.run())
                && old.status().bytes() == now.status().bytes()
                && old.status().bytesTotal() == now.status().bytesTotal()
                && old.status().held() == now.status().held();
    }

    @Override
    public CompletableFuture<Void> close() {
        link.publish(messages.node("OFFLINE", clock.instant()));
        return link.close();
    }
}
