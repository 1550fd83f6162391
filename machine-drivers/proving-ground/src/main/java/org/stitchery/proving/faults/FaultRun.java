package org.stitchery.proving.faults;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.Outcome;
import org.stitchery.proving.proxy.Fault;
import org.stitchery.proving.proxy.FaultKind;
import org.stitchery.proving.proxy.FaultProxy;
import org.stitchery.simulator.MachinePlan;
import org.stitchery.simulator.Simulator;
import org.stitchery.simulator.ledger.Ledger;
import org.stitchery.simulator.line.ListenAddress;
import org.stitchery.simulator.machine.MachineTraits;
import org.stitchery.transport.MachineLine;
import org.stitchery.transport.OpenTransport;
import org.stitchery.transport.PacingLoop;
import org.stitchery.transport.TcpUri;
import org.stitchery.transport.TransportException;
import org.stitchery.transport.Transports;

/** Many trials of one driver: a room of machines, a proxy, one loop, and a thread for each machine that waits for it. */
final class FaultRun {

    /** Needle and operator go this much faster than real ones. */
    private static final double SPEED_UP = 100_000;
    /** Bytes per second of the lines: a design takes some hundredths of a second. */
    private static final int RATE = 100_000;
    /** How long a machine may say wait, or be waited for, before a person would be asked. */
    private static final Duration HELD = Duration.ofMillis(900);

    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** A line of the trial before may still be ending. */
    private static final int TRIES_TO_CONNECT = 20;

    private static final int LONGEST_TRIAL_SECONDS = 60;

    private final Subject subject;
    private final MachineDriver driver;
    private final Path folder;
    private final List<Trial> trials;
    private final int machines;

    /** @param folder for ledgers and fences; made when it is not there */
    FaultRun(Subject subject, List<Trial> trials, int machines, Path folder) {
        this.subject = subject;
        this.driver = subject.driver();
        this.trials = trials;
        this.machines = machines;
        this.folder = folder;
    }

    /** Plays all trials; verdicts in their order. */
    List<Verdict> play() throws IOException {
        List<MachinePlan> plans = new ArrayList<>();
        for (int i = 0; i < machines; i++) {
            MachineTraits traits = MachineTraits.standard()
                    .withSpeedUp(SPEED_UP)
                    .withBufferBytes(4096)
                    .withSeed(i);
            plans.add(new MachinePlan(
                    new ListenAddress.Tcp("127.0.0.1", 0), ledger(i), subject.protocol(), 2 * RATE, traits));
        }
        try (Simulator simulator = Simulator.start(plans);
                FaultProxy proxy = new FaultProxy();
                PacingLoop loop = new PacingLoop(HELD)) {
            List<Thread> people = new ArrayList<>();
            for (int i = 0; i < machines; i++) {
                int machine = i;
                InetSocketAddress address = address(simulator.addresses().get(i));
                Thread thread = new Thread(() -> playAt(machine, address, proxy, loop), "machine " + i);
                thread.start();
                people.add(thread);
            }
            for (Thread thread : people) {
                thread.join();
            }
            awaitRest(simulator);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        List<Ledger> ledgers = new ArrayList<>();
        for (int i = 0; i < machines; i++) {
            ledgers.add(Ledger.read(ledger(i)));
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            verdicts.add(Verdict.of(subject, trials.get(i), ledgers.get(i % machines)));
        }
        return verdicts;
    }

    private void playAt(int machine, InetSocketAddress address, FaultProxy proxy, PacingLoop loop) {
        for (int i = machine; i < trials.size(); i += machines) {
            Trial trial = trials.get(i);
            try {
                trial.first = deliver(trial, trial.fault, 10L * trial.number + 11, address, proxy, loop);
                if (trial.first instanceof Outcome.NotStarted) {
                    trial.again = deliver(trial, Fault.NONE, 10L * trial.number + 12, address, proxy, loop);
                }
            } catch (IOException | ExecutionException | TimeoutException e) {
                trial.trouble = e.toString();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private @Nullable Outcome deliver(
            Trial trial, Fault fault, long attempt, InetSocketAddress address, FaultProxy proxy, PacingLoop loop)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        TransportException refused = null;
        for (int i = 0; i < TRIES_TO_CONNECT; i++) {
            FaultProxy.Gate gate = proxy.open(address, fault);
            try {
                OpenTransport link =
                        Transports.open(new TcpUri("127.0.0.1", gate.port(), RATE), folder.resolve("fences"), CONNECT);
                MachineLine line = loop.attach(
                        link,
                        driver,
                        DriverSettings.of(driver.description().settings(), subject.settings()),
                        1,
                        e -> {});
                Outcome outcome = line.deliver(subject.order(trial.label, trial.pattern, attempt), Subject.STALL)
                        .get(LONGEST_TRIAL_SECONDS, TimeUnit.SECONDS);
                line.close().get(LONGEST_TRIAL_SECONDS, TimeUnit.SECONDS);
                gate.release().get(LONGEST_TRIAL_SECONDS, TimeUnit.SECONDS);
                return outcome;
            } catch (TransportException e) {
                refused = e;
                gate.release().get(LONGEST_TRIAL_SECONDS, TimeUnit.SECONDS);
                if (fault.kind() != FaultKind.NONE && !inUse(e)) {
                    // The fault struck while the line was opened: a host has nothing to claim then.
                    return new Outcome.NotStarted("no line", e.getMessage());
                }
            }
        }
        throw new IOException("no line in " + TRIES_TO_CONNECT + " tries", refused);
    }

    private static boolean inUse(TransportException e) {
        return e.reason() == TransportException.Reason.BUSY;
    }

    /** Until no needle moves any more. */
    private void awaitRest(Simulator simulator) throws InterruptedException {
        for (int i = 0; i < machines; i++) {
            boolean rests = false;
            for (int looks = 0; looks < 1000 && !rests; looks++) {
                CompletableFuture<Boolean> resting = new CompletableFuture<>();
                simulator.atPanel(i, (m, now) -> resting.complete(!m.mechanism().busy()));
                rests = resting.join() && looks > 2;
            }
        }
    }

    private Path ledger(int machine) {
        return folder.resolve(subject.name() + "-" + machine + ".ledger");
    }

    private static InetSocketAddress address(String tcp) {
        String[] parts = tcp.substring("tcp://".length()).split(":");
        return new InetSocketAddress(parts[0], Integer.parseInt(parts[1]));
    }
}
