package org.stitchery.simulator.tape;

import java.util.ArrayList;
import java.util.List;
import org.stitchery.simulator.ledger.Ledger;
import org.stitchery.simulator.ledger.LedgerEvent;
import org.stitchery.simulator.machine.Controller;
import org.stitchery.simulator.machine.MachineTraits;
import org.stitchery.simulator.machine.SimulatedMachine;

/** A machine with a clock that a test moves, and a host that pays heed to XON and XOFF. */
final class Bench {

    static final int BYTES_PER_SECOND = 960;
    private static final long NANOS_PER_BYTE = 1_000_000_000L / BYTES_PER_SECOND;

    final SimulatedMachine machine;
    private final List<LedgerEvent> events = new ArrayList<>();
    private final List<Integer> heard = new ArrayList<>();
    private long now;
    private boolean held = true;
    private int sentWhileHeld;

    Bench(MachineTraits traits) {
        machine = new SimulatedMachine(
                traits,
                (mechanism, address) -> new TapeController(mechanism),
                "tcp://127.0.0.1:1",
                (at, kind, label, numbers) -> {
                    List<Long> list = new ArrayList<>();
                    for (long number : numbers) {
                        list.add(number);
                    }
                    events.add(new LedgerEvent(events.size() + 1, at / 1_000_000, kind, label, list));
                },
                now);
    }

    Bench open() {
        machine.lineOpened(now);
        listen();
        return this;
    }

    Bench hangUp() {
        machine.lineLost(now);
        held = true;
        return this;
    }

    /** Sends at the speed of the line, waiting while the machine asks for it. */
    Bench sendPolitely(byte[] bytes) {
        for (byte b : bytes) {
            while (held) {
                long next = machine.turn(now);
                listen();
                if (held) {
                    if (next == Long.MAX_VALUE) {
                        throw new AssertionError("The machine holds the line for ever, state " + machine.state());
                    }
                    now = Math.max(now, next);
                }
            }
            sendNow(b);
        }
        return this;
    }

    /** Sends at the speed of the line, whatever the machine says. */
    Bench sendImpolitely(byte[] bytes) {
        for (byte b : bytes) {
            sendNow(b);
        }
        return this;
    }

    /** Lets the clock run until nothing more happens by itself. */
    Bench sewOut() {
        for (long next = machine.turn(now); next != Long.MAX_VALUE; next = machine.turn(now)) {
            now = Math.max(now, next);
        }
        listen();
        return this;
    }

    /** Lets this much time pass. */
    Bench pass(long millis) {
        long until = now + millis * 1_000_000;
        for (long next = machine.turn(now); next <= until; next = machine.turn(now)) {
            now = Math.max(now, next);
        }
        now = until;
        machine.turn(now);
        listen();
        return this;
    }

    Bench stop() {
        machine.stop(now);
        return this;
    }

    Bench go() {
        machine.go(now);
        return this;
    }

    Bench reset() {
        machine.reset(now);
        listen();
        return this;
    }

    Bench powerOff() {
        machine.powerOff(now);
        return this;
    }

    Bench powerOn() {
        held = true;
        machine.powerOn(now);
        listen();
        return this;
    }

    Ledger ledger() {
        return new Ledger(events);
    }

    /** Every XON and XOFF so far. */
    List<Integer> heard() {
        return heard;
    }

    int sentWhileHeld() {
        return sentWhileHeld;
    }

    private void sendNow(byte b) {
        now += NANOS_PER_BYTE;
        machine.receive(new byte[] {b}, 1, now);
        if (held) {
            sentWhileHeld++;
        }
        listen();
    }

    private void listen() {
        for (int b = machine.pollOutgoing(); b >= 0; b = machine.pollOutgoing()) {
            heard.add(b);
            held = b == Controller.XOFF;
        }
    }
}
