package org.stitchery.simulator.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a machine did, oldest first. Immutable. */
public final class Ledger {

    private final List<LedgerEvent> events;
    private final List<Sewing> sewings;

    /** Of these events, oldest first. */
    public Ledger(List<LedgerEvent> events) {
        this.events = List.copyOf(events);
        this.sewings = Sewing.in(this.events);
    }

    /**
     * Reads the file. May be done while the machine goes on writing: a line still being written is left out.
     *
     * @throws IOException when it cannot be read, or names the line that is no event or breaks the numbering
     */
    public static Ledger read(Path path) throws IOException {
        String text = Files.readString(path, StandardCharsets.UTF_8);
        List<LedgerEvent> events = new ArrayList<>();
        int number = 1;
        for (int from = 0, to = text.indexOf('\n'); to >= 0; from = to + 1, to = text.indexOf('\n', from), number++) {
            LedgerEvent event;
            try {
                event = LedgerEvent.parse(text.substring(from, to));
            } catch (IllegalArgumentException e) {
                throw new IOException(path + " line " + number + ": " + e.getMessage(), e);
            }
            if (event.seq() != number) {
                throw new IOException(path + " line " + number + ": expected seq " + number + ", found " + event.seq());
            }
            events.add(event);
        }
        return new Ledger(events);
    }

    /** Everything, oldest first. */
    public List<LedgerEvent> events() {
        return events;
    }

    /** Everything of one kind, oldest first. */
    public List<LedgerEvent> events(LedgerEvent.Kind kind) {
        return events.stream().filter(e -> e.kind() == kind).toList();
    }

    /** One per START, oldest first. */
    public List<Sewing> sewings() {
        return sewings;
    }

    /** One per START of this label, oldest first. More than one means that it was begun more than once. */
    public List<Sewing> sewings(String label) {
        return sewings.stream().filter(s -> s.label().equals(label)).toList();
    }

    /** The newest START of this label, null when there is none. */
    public @Nullable Sewing latest(String label) {
        List<Sewing> all = sewings(label);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }
}
