package org.stitchery.proving.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stitchery.proving.proxy.Fault;
import org.stitchery.proving.proxy.FaultProxy;
import org.stitchery.simulator.Protocol;
import org.stitchery.simulator.ledger.Sewing;
import org.stitchery.transport.OpenLink;
import org.stitchery.transport.TcpUri;
import org.stitchery.transport.TransportException;
import org.stitchery.transport.Transports;

/** Machines at the end of a line: simulated ones on TCP, with the proxy between. */
final class LineStage implements Stage {

    /** Bytes per second of the lines: a design takes some hundredths of a second. */
    private static final int RATE = 100_000;

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Subject subject;
    private final Path folder;
    private final @Nullable Path cards;
    private final Room room;
    private final FaultProxy proxy = new FaultProxy();

    private LineStage(Subject subject, Protocol protocol, int machines, Path folder, @Nullable Path cards)
            throws IOException {
        this.subject = subject;
        this.folder = folder;
        this.cards = cards;
        for (int i = 0; cards != null && i < machines; i++) {
            Files.createDirectories(Room.card(cards, i));
        }
        this.room = Room.open(protocol, machines, 2 * RATE, folder, cards);
    }

    /** Of machines that speak this. */
    static Maker of(Protocol protocol) {
        return (subject, machines, folder) -> new LineStage(subject, protocol, machines, folder, null);
    }

    /** Of machines that run what a person puts on their cards before. */
    static Maker withCards(Protocol protocol) {
        return (subject, machines, folder) ->
                new LineStage(subject, protocol, machines, folder, folder.resolve("cards"));
    }

    private record Line(OpenLink link, FaultProxy.Gate gate) implements Way {

        @Override
        public void close() throws IOException, InterruptedException {
            link.close();
            Gates.release(gate);
        }
    }

    @Override
    public Way open(int machine, Trial trial, Fault fault) throws IOException, InterruptedException {
        if (cards != null) {
            byte[] design = subject.order(trial.label, trial.pattern, 0).content();
            Files.write(Room.card(cards, machine).resolve(trial.label + ".DST"), design);
        }
        FaultProxy.Gate gate = proxy.open(room.address(machine), fault);
        try {
            return new Line(
                    Transports.open(new TcpUri("127.0.0.1", gate.port(), RATE), folder.resolve("fences"), CONNECT),
                    gate);
        } catch (TransportException e) {
            Gates.release(gate);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        room.close();
        proxy.close();
    }

    @Override
    public Seen seen(int machine, Trial trial) throws IOException {
        if (subject.namesDesigns()) {
            return Seen.named(room.ledger(machine).sewings(trial.label), trial);
        }
        List<Sewing> all = room.ledger(machine).sewings();
        return Seen.nameless(all, trial);
    }
}
