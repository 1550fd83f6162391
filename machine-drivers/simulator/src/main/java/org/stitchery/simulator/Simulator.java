package org.stitchery.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.stitchery.simulator.line.Port;
import org.stitchery.simulator.line.PortWatch;
import org.stitchery.simulator.machine.SimulatedMachine;

/**
 * A room of machines, played by one thread however many there are: it waits for all their ports at once and gives each
 * machine its turn when its needle or its line is due. Methods may be called from any thread.
 */
public final class Simulator implements AutoCloseable {

    /** Also how late the room looks up when told something, and how late a ledger is flushed at most. */
    private static final long LONGEST_WAIT_NANOS = 10_000_000;

    private static final int MOST_AT_ONCE = 4096;
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** With so many machines one of them is always due: looking up twice as rarely costs half, and no stitch its time. */
    private static final int MANY = 100;

    private static final long LEAST_WAIT_OF_MANY_NANOS = 2_000_000;

    private final List<Station> stations;
    private final List<String> addresses;
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean off;
    private long turnedAt = System.nanoTime();
    private long lateInAll;

    /** Something to be done in the room's own thread. */
    @FunctionalInterface
    private interface Told {
        void run() throws IOException;
    }

    private Simulator(List<Station> stations) {
        this.stations = stations;
        this.addresses = stations.stream().map(s -> s.port().address()).toList();
        this.thread = new Thread(this::play, "simulator");
        // A room that nobody switched off must not keep a JVM alive that has nothing else to do.
        this.thread.setDaemon(true);
    }

    /**
     * Switches the machines on.
     *
     * @throws IOException when a port or a ledger cannot be had; then no machine is on
     */
    public static Simulator start(List<MachinePlan> plans) throws IOException {
        List<Station> stations = new ArrayList<>();
        byte[] room = new byte[MOST_AT_ONCE];
        try {
            for (MachinePlan plan : plans) {
                stations.add(Station.open(plan, room, System.nanoTime()));
            }
        } catch (IOException | RuntimeException e) {
            closeAll(stations, e);
            throw e;
        }
        Simulator simulator = new Simulator(List.copyOf(stations));
        simulator.thread.start();
        return simulator;
    }

    /** Where hosts find the machines, in the order of the plans. */
    public List<String> addresses() {
        return addresses;
    }

    /** Somebody presses something at one machine's panel. */
    public void atPanel(int machine, ObjLongConsumer<SimulatedMachine> press) {
        Station station = stations.get(machine);
        told.add(() -> station.atPanel(press, System.nanoTime()));
    }

    /** One machine's power goes off. */
    public void powerOff(int machine) {
        Station station = stations.get(machine);
        told.add(() -> station.powerOff(System.nanoTime()));
    }

    /** One machine's power comes back. */
    public void powerOn(int machine) {
        Station station = stations.get(machine);
        told.add(() -> station.powerOn(System.nanoTime()));
    }

    /** How many machines there are. */
    public int size() {
        return stations.size();
    }

    /** Ends when the machines are off; exceptionally when a port or a ledger failed. */
    public CompletableFuture<Void> ended() {
        return ended.copy();
    }

    /** Switches the machines off: their lines hang up, their ledgers are complete. */
    @Override
    public void close() {
        off = true;
        ended.handle((nothing, failure) -> nothing).join();
    }

    private void play() {
        @Nullable Throwable failure = null;
        try (PortWatch watch = new PortWatch(ports())) {
            while (!off) {
                long due = turn();
                long wait = Math.min(LONGEST_WAIT_NANOS, due - System.nanoTime());
                if (stations.size() >= MANY) {
                    wait = Math.max(LEAST_WAIT_OF_MANY_NANOS, wait);
                }
                watch.await(Math.max(0, (wait + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI));
            }
            // What was pressed before it was switched off still happens.
            turn();
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
        failure = closeAll(stations, failure);
        if (failure == null) {
            ended.complete(null);
        } else {
            ended.completeExceptionally(failure);
        }
    }

    /** Gives every machine that is due its turn; when the first is due again. */
    private long turn() throws IOException {
        for (Told next = told.poll(); next != null; next = told.poll()) {
            next.run();
        }
        long now = System.nanoTime();
        lateInAll += Math.max(0, now - turnedAt - LONGEST_WAIT_NANOS);
        turnedAt = now;
        long due = now + LONGEST_WAIT_NANOS;
        for (Station station : stations) {
            if (station.wantsTurn(now)) {
                station.turn(now, lateInAll);
            }
            due = Math.min(due, station.due());
        }
        return due;
    }

    private List<Port> ports() {
        return stations.stream().map(Station::port).toList();
    }

    private static @Nullable Throwable closeAll(List<Station> stations, @Nullable Throwable failure) {
        Throwable first = failure;
        for (Station station : stations) {
            try {
                station.close();
            } catch (IOException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        return first;
    }
}
