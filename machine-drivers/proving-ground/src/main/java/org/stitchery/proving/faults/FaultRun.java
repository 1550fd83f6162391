package org.stitchery.proving.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.proving.proxy.Fault;
import org.stitchery.proving.proxy.FaultKind;
import org.stitchery.transport.MachineLine;
import org.stitchery.transport.PacingLoop;
import org.stitchery.transport.TransportException;

/** Many trials of one driver: a stage, one loop, and a thread for each machine that waits for it. */
final class FaultRun {

    /** How long a machine may say wait, or be waited for, before a person would be asked. */
    private static final Duration HELD = Duration.ofMillis(900);

    /** A line of the trial before may still be ending. */
    private static final int TRIES_TO_CONNECT = 20;

    /** The people of simulated machines need milliseconds. */
    private static final int PERSON_COMES_SECONDS = 5;

    /** A line closes at once, or after a call that is stuck. */
    private static final int LONGEST_CLOSING_SECONDS = 60;

    private final Subject subject;
    private final MachineDriver driver;
    private final Path folder;
    private final List<Trial> trials;
    private final int machines;

    /** @param folder for ledgers and fences; there and empty */
    FaultRun(Subject subject, List<Trial> trials, int machines, Path folder) {
        this.subject = subject;
        this.driver = subject.driver();
        this.trials = trials;
        this.machines = machines;
        this.folder = folder;
    }

    /** Plays all trials; verdicts in their order. */
    List<Verdict> play() throws IOException {
        Stage stage = subject.stage(machines, folder);
        List<Verdict> verdicts = new ArrayList<>();
        try {
            try (stage;
                    PacingLoop loop = new PacingLoop(HELD)) {
                List<Thread> people = new ArrayList<>();
                for (int i = 0; i < machines; i++) {
                    int machine = i;
                    Thread thread = new Thread(() -> playAt(machine, stage, loop), "machine " + i);
                    thread.start();
                    people.add(thread);
                }
                for (Thread thread : people) {
                    thread.join();
                }
            }
            for (int i = 0; i < trials.size(); i++) {
                verdicts.add(Verdict.of(subject, trials.get(i), stage.seen(i % machines, trials.get(i))));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return verdicts;
    }

    private void playAt(int machine, Stage stage, PacingLoop loop) {
        for (int i = machine; i < trials.size(); i += machines) {
            Trial trial = trials.get(i);
            try {
                trial.first = deliver(machine, trial, trial.fault, 10L * trial.number + 11, stage, loop);
                if (trial.first instanceof Outcome.NotStarted) {
                    trial.thereAfterAll = stage.couldBegin(machine, trial);
                    trial.again = deliver(machine, trial, Fault.NONE, 10L * trial.number + 12, stage, loop);
                }
            } catch (IOException | ExecutionException | TimeoutException e) {
                trial.trouble = e.toString();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private @Nullable Outcome deliver(int machine, Trial trial, Fault fault, long attempt, Stage stage, PacingLoop loop)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        TransportException refused = null;
        for (int i = 0; i < TRIES_TO_CONNECT; i++) {
            try (Stage.Way way = stage.open(machine, trial, fault)) {
                AtomicBoolean held = new AtomicBoolean();
                MachineLine line = loop.attach(
                        way.link(),
                        driver,
                        DriverSettings.of(driver.description().settings(), subject.settings()),
                        1,
                        event -> note(event, held));
                Outcome outcome = awaited(
                        line.deliver(subject.order(trial.label, trial.pattern, attempt), subject.stall()), line, held);
                line.close().get(LONGEST_CLOSING_SECONDS, TimeUnit.SECONDS);
                return outcome;
            } catch (TransportException e) {
                refused = e;
                if (fault.kind() != FaultKind.NONE && e.reason() != TransportException.Reason.BUSY) {
                    // The fault struck while the line was opened: a host has nothing to claim then.
                    return new Outcome.NotStarted("no line", e.getMessage());
                }
            }
        }
        throw new IOException("no line in " + TRIES_TO_CONNECT + " tries", refused);
    }

    private static void note(MachineEvent event, AtomicBoolean held) {
        if (event instanceof MachineEvent.HeldByMachine || event instanceof MachineEvent.Released) {
            held.set(event instanceof MachineEvent.HeldByMachine);
        }
    }

    /**
     * The outcome. Where the machine has long been held for a person, such as by a bit that made a hold of a digit, a
     * person looks at it and calls it off; nobody else may end that.
     */
    private Outcome awaited(CompletableFuture<Outcome> promised, MachineLine line, AtomicBoolean held)
            throws InterruptedException, ExecutionException, TimeoutException {
        long end = System.nanoTime() + subject.longest().toNanos();
        while (true) {
            try {
                return promised.get(PERSON_COMES_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                if (System.nanoTime() >= end) {
                    throw e;
                }
                if (held.get()) {
                    line.abort();
                }
            }
        }
    }
}
