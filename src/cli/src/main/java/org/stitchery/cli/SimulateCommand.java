package org.stitchery.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stitchery.simulator.MachinePlan;
import org.stitchery.simulator.Protocol;
import org.stitchery.simulator.SimulatorMain;
import org.stitchery.simulator.line.ListenAddress;
import org.stitchery.simulator.machine.MachineTraits;
import org.stitchery.simulator.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@SuppressWarnings("NullAway.Init") // picocli fills the required ones before call()
@Command(
        name = "simulate",
        description = {
            "Plays an embroidery machine at the end of a line, until quit or Ctrl-C.",
            "",
            "The first line it prints says where it listens. What its needle does goes into a ledger, one event per line:"
                    + " the truth to compare with. Standard input is its panel: stop, go, reset, break (the thread), quit;"
                    + " power-off and power-on too."
        },
        footer = {
            "",
            "Examples:",
            "  stitchery simulate --listen pty:/tmp/machine --speed-up 50",
            "  stitchery send rose.dst --to serial:/tmp/machine",
            "  stitchery simulate --scenario shop.scenario"
        })
final class SimulateCommand implements Callable<Integer> {

    @Option(
            names = "--listen",
            paramLabel = "URI",
            description = "pty:/path/to/link for a serial line (Linux), or tcp://127.0.0.1:port, 0 for any free port.")
    private @Nullable String listen;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description = "Instead of --listen: many machines, how they are built and what happens to them, as text;"
                    + " the other options but --daemon do not count then. Ledgers go into a folder beside it.")
    private @Nullable Path scenario;

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            defaultValue = "simulated-machine.ledger",
            description = "The ledger; an existing one is appended to. ${DEFAULT-VALUE} without it.")
    private Path ledger;

    @Option(
            names = "--protocol",
            paramLabel = "NAME",
            defaultValue = "tape",
            description = "How it is spoken to; a tape reader without it. A wrong name lists those there are.")
    private String protocol;

    @Option(
            names = "--speed-up",
            paramLabel = "X",
            defaultValue = "1",
            description = "Needle and operator X times faster; the line keeps its speed.")
    private double speedUp;

    @Option(
            names = "--line-rate",
            paramLabel = "N",
            defaultValue = "11520",
            description = "Bytes per second the line brings; ${DEFAULT-VALUE} without it, 115,200 baud.")
    private int lineRate;

    @Option(
            names = "--buffer",
            paramLabel = "N",
            defaultValue = "4096",
            description = "Bytes between line and needle; the machine says wait at three quarters, go on at one.")
    private int buffer;

    @Option(
            names = "--breaks-per-1000",
            paramLabel = "R",
            defaultValue = "0",
            description = "Thread breaks per 1000 stitches; none without it.")
    private double breaks;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Decides where threads break.")
    private long seed;

    @Option(
            names = "--card",
            paramLabel = "FOLDER",
            description = "Plays the memory card of a machine that has a slot for one, such as grbl-card.")
    private @Nullable Path card;

    @Option(names = "--no-auto-reset", description = "After an interruption wait for reset at the panel.")
    private boolean noAutoReset;

    @Option(names = "--daemon", description = "Do not end when standard input does.")
    private boolean daemon;

    private final Surroundings surroundings;

    SimulateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Scenario played = scenario();
        surroundings
                .err()
                .println((played.machines().size() == 1
                                ? "ledger " + played.machines().get(0).ledger()
                                : played.machines().size() + " machines")
                        + "; stop, go, reset, break, power-off, power-on, quit");
        try {
            SimulatorMain.play(
                    played, OptionalLong.empty(), daemon, surroundings.in(), surroundings.out(), surroundings.err());
            return ExitCode.OK;
        } catch (IOException e) {
            throw Complaint.machine(String.valueOf(e.getMessage()), e);
        } catch (UnsupportedOperationException e) {
            throw Complaint.machine(e.getMessage() + ".", e);
        }
    }

    private Scenario scenario() {
        try {
            if (scenario != null) {
                Path folder = scenario.toAbsolutePath().getParent();
                return Scenario.read(scenario, folder == null ? scenario : folder.resolve("ledgers"));
            }
            if (listen == null) {
                throw new IllegalArgumentException("Say where it listens with --listen, or give a --scenario");
            }
            MachineTraits traits = MachineTraits.standard()
                    .withBufferBytes(buffer)
                    .withSpeedUp(speedUp)
                    .withBreaks(breaks, seed)
                    .withAutoReset(!noAutoReset);
            traits = card == null ? traits : traits.withCard(card);
            MachinePlan plan =
                    new MachinePlan(ListenAddress.parse(listen), ledger, Protocol.named(protocol), lineRate, traits);
            return new Scenario(List.of(plan), List.of());
        } catch (IllegalArgumentException e) {
            throw Complaint.usage(e.getMessage() + ".");
        } catch (IOException e) {
            throw Complaint.usage("Cannot read the scenario " + scenario + ": " + e + ".");
        }
    }
}
