package org.stitchery.service.machine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The latest status of every machine. Safe to read and write from any thread at any time; never touches the database.
 * Tells of changes at once, of mere progress at most twice a second per machine.
 */
@ApplicationScoped
public class StatusBoard {

    private static final Duration THINNED = Duration.ofMillis(500);

    private record Entry(Reading reading, MachineStatus status, Instant told) {}

    private final Map<UUID, Entry> latest = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Event<MachineStatusChanged> news;

    StatusBoard(Clock clock, Event<MachineStatusChanged> news) {
        this.clock = clock;
        this.news = news;
    }

    /** What is true of the machine now. */
    public MachineStatus of(UUID machineId) {
        Entry entry = latest.get(machineId);
        return entry == null ? MachineStatus.unknown(machineId, clock.instant()) : entry.status();
    }

    /** Production says who has the needle. */
    public void occupied(UUID machineId, Occupancy occupancy) {
        change(machineId, reading -> reading.withOccupancy(occupancy));
    }

    void change(UUID machineId, UnaryOperator<Reading> change) {
        Instant now = clock.instant();
        boolean[] tell = new boolean[1];
        Entry entry = latest.compute(machineId, (id, before) -> {
            Entry after = next(id, before, change, now);
            tell[0] = after.told().equals(now);
            return after;
        });
        if (tell[0]) {
            news.fireAsync(new MachineStatusChanged(entry.status()));
        }
    }

    void forget(UUID machineId) {
        latest.remove(machineId);
    }

    private static Entry next(UUID id, @Nullable Entry before, UnaryOperator<Reading> change, Instant now) {
        Reading reading = change.apply(before == null ? Reading.NONE : before.reading());
        Instant since = before != null && before.status().state() == reading.state()
                ? before.status().since()
                : now;
        MachineStatus status = new MachineStatus(
                id,
                reading.state(),
                reading.detail(),
                reading.occupancy().label(),
                reading.held(),
                reading.bytes(),
                reading.bytesTotal(),
                since);
        boolean thinned = before != null
                && !saysMore(before.status(), status)
                && Duration.between(before.told(), now).compareTo(THINNED) < 0;
        return new Entry(reading, status, before != null && thinned ? before.told() : now);
    }

    private static boolean saysMore(MachineStatus before, MachineStatus after) {
        return before.state() != after.state()
                || !before.detail().equals(after.detail())
                || before.held() != after.held()
                || (after.bytes() == after.bytesTotal() && before.bytes() != after.bytes());
    }
}
