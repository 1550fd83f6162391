package org.stitchery.proving.faults;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.stitchery.simulator.MachinePlan;
import org.stitchery.simulator.Protocol;
import org.stitchery.simulator.Simulator;
import org.stitchery.simulator.ledger.Ledger;
import org.stitchery.simulator.line.ListenAddress;
import org.stitchery.simulator.machine.MachineTraits;
import org.stitchery.simulator.machine.Mechanism;

/** Simulated machines of one protocol on TCP, far faster than real ones, and their ledgers. */
final class Room {

    /** Needle and operator go this much faster than real ones. */
    private static final double SPEED_UP = 100_000;

    private static final int BUFFER_BYTES = 4096;
    private static final int LOOKS = 1000;

    private final Path folder;
    private final Simulator simulator;
    private final List<@Nullable Ledger> ledgers = new ArrayList<>();

    private Room(Path folder, Simulator simulator) {
        this.folder = folder;
        this.simulator = simulator;
        for (int i = 0; i < simulator.size(); i++) {
            ledgers.add(null);
        }
    }

    /**
     * Switches them on.
     *
     * @param rate bytes per second of their lines
     * @param cards a folder for each machine that serves as its card, null for machines that have none
     */
    static Room open(Protocol protocol, int machines, int rate, Path folder, @Nullable Path cards) throws IOException {
        List<MachinePlan> plans = new ArrayList<>();
        for (int i = 0; i < machines; i++) {
            MachineTraits traits = MachineTraits.standard()
                    .withSpeedUp(SPEED_UP)
                    .withBufferBytes(BUFFER_BYTES)
                    .withSeed(i);
            if (cards != null) {
                traits = traits.withCard(card(cards, i));
            }
            plans.add(
                    new MachinePlan(new ListenAddress.Tcp("127.0.0.1", 0), ledger(folder, i), protocol, rate, traits));
        }
        return new Room(folder, Simulator.start(plans));
    }

    static Path card(Path cards, int machine) {
        return cards.resolve("card-" + machine);
    }

    /** Where a machine is found. */
    InetSocketAddress address(int machine) {
        String[] parts =
                simulator.addresses().get(machine).substring("tcp://".length()).split(":");
        return new InetSocketAddress(parts[0], Integer.parseInt(parts[1]));
    }

    /** Whether a machine is sewing this design. */
    boolean sews(int machine, String label) {
        CompletableFuture<Boolean> sews = new CompletableFuture<>();
        simulator.atPanel(
                machine, (m, now) -> sews.complete(m.label().equals(label) && m.state() == Mechanism.State.SEWING));
        return sews.join();
    }

    /** Switches them off once no needle moves any more. */
    void close() {
        for (int i = 0; i < simulator.size(); i++) {
            boolean rests = false;
            for (int looks = 0; looks < LOOKS && !rests; looks++) {
                CompletableFuture<Boolean> resting = new CompletableFuture<>();
                simulator.atPanel(i, (m, now) -> resting.complete(!m.mechanism().busy()));
                rests = resting.join() && looks > 2;
            }
        }
        simulator.close();
    }

    /** What a machine's needle did, once the room is closed. */
    Ledger ledger(int machine) throws IOException {
        Ledger read = ledgers.get(machine);
        if (read == null) {
            read = Ledger.read(ledger(folder, machine));
            ledgers.set(machine, read);
        }
        return read;
    }

    private static Path ledger(Path folder, int machine) {
        return folder.resolve(machine + ".ledger");
    }
}
