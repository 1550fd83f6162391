package org.stitchery.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import org.stitchery.simulator.scenario.EventClock;
import org.stitchery.simulator.scenario.Scenario;

/** Runs simulated machines as a process of their own. Exit codes: 0 ended, 2 wrong options, 4 port or ledger trouble. */
public final class SimulatorMain {

    private static final int ENDED = 0;
    private static final int WRONG_OPTIONS = 2;
    private static final int MACHINE_TROUBLE = 4;

    private SimulatorMain() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.in, System.out, System.err));
    }

    private static int run(List<String> arguments, InputStream in, PrintStream out, PrintStream err) {
        if (arguments.contains("--help")) {
            out.print(SimulatorOptions.USAGE);
            return ENDED;
        }
        SimulatorOptions options;
        try {
            options = SimulatorOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(SimulatorOptions.USAGE);
            return WRONG_OPTIONS;
        } catch (IOException e) {
            err.println("Cannot read the scenario: " + e);
            return WRONG_OPTIONS;
        }
        try {
            play(options.scenario(), options.parent(), options.daemon(), in, out, err);
            return ENDED;
        } catch (IOException e) {
            err.println(e.getMessage());
            return MACHINE_TROUBLE;
        }
    }

    /**
     * Switches machines on, says where they listen, obeys the panel and returns when they are off: by {@code quit}, by
     * the end of the process or of its parent.
     *
     * @param scenario the machines, and what happens to them from then on
     * @param parent process with which the machines end, empty for none
     * @param daemon true when the end of {@code in} means nothing
     * @throws IOException when a port or a ledger cannot be had or failed
     */
    public static void play(
            Scenario scenario, OptionalLong parent, boolean daemon, InputStream in, PrintStream out, PrintStream err)
            throws IOException {
        Simulator simulator = Simulator.start(scenario.machines());
        Thread atExit = new Thread(simulator::close, "switch-off");
        Runtime.getRuntime().addShutdownHook(atExit);
        for (String address : simulator.addresses()) {
            out.println("listening " + address);
        }
        out.flush();
        EventClock.start(simulator, scenario.events());
        new ControlPanel(simulator, err).listenTo(in, !daemon);
        parent.ifPresent(pid -> endWith(pid, simulator));
        try {
            simulator.ended().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw e;
        }
    }

    private static void endWith(long pid, Simulator simulator) {
        ProcessHandle.of(pid)
                .ifPresentOrElse(
                        parent -> parent.onExit().thenRun(simulator::close),
                        () -> new Thread(simulator::close, "parent-gone").start());
    }
}
