package org.stitchery.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.stitchery.simulator.line.ListenAddress;
import org.stitchery.simulator.machine.MachineTraits;
import org.stitchery.simulator.scenario.Scenario;

/**
 * What the command line says.
 *
 * @param scenario of {@code --scenario}; or one machine per {@code --listen} with the {@code --ledger} of the same place,
 *     for all of which the other options count
 * @param parent process with which the simulator ends, empty for none
 * @param daemon true when the end of standard input means nothing
 */
record SimulatorOptions(Scenario scenario, OptionalLong parent, boolean daemon) {

    static final String USAGE = """
            Usage: SimulatorMain --listen URI --ledger FILE [--listen URI --ledger FILE ...] [options]
               or: SimulatorMain --scenario FILE [--parent-pid P] [--daemon]
            Plays embroidery machines. Prints one line "listening ..." per machine.
              --scenario FILE      many machines, their profiles and what happens to them, as text; ledgers beside it
              --listen URI         pty:/path/to/link (a serial line) or tcp://127.0.0.1:port (0 for any free port)
              --ledger FILE        what the needle did, one event per line; an existing file is appended to
              --protocol NAME      how the machines are spoken to: %s (tape)
              --speed-up X         needle and operator X times faster, the line as it is (1)
              --line-rate N        bytes per second the line brings (11520)
              --buffer N           bytes between line and needle (4096)
              --breaks-per-1000 R  thread breaks per 1000 stitches (0)
              --card FOLDER        plays the memory card in the slot of machines that have one
              --seed N             decides where threads break (1)
              --no-auto-reset      after an interruption wait for "reset" at the panel
              --parent-pid P       end when that process is gone
              --daemon             do not end when standard input does
            Standard input is the panel: stop, go, reset, break, power-off, power-on, quit; with a machine's number for one of several.
            """.formatted(Protocol.names());

    /**
     * @throws IllegalArgumentException saying what was expected
     * @throws IOException when the scenario cannot be read
     */
    static SimulatorOptions parse(List<String> arguments) throws IOException {
        List<ListenAddress> listen = new ArrayList<>();
        List<Path> ledgers = new ArrayList<>();
        MachineTraits traits = MachineTraits.standard();
        @Nullable Scenario scenario = null;
        Protocol protocol = Protocol.TAPE;
        double breaks = 0;
        long seed = 1;
        int lineRate = MachinePlan.USUAL_LINE_BYTES_PER_SECOND;
        OptionalLong parent = OptionalLong.empty();
        boolean daemon = false;
        for (int i = 0; i < arguments.size(); i++) {
            String option = arguments.get(i);
            switch (option) {
                case "--scenario" -> scenario = scenario(Path.of(value(arguments, ++i)));
                case "--listen" -> listen.add(ListenAddress.parse(value(arguments, ++i)));
                case "--ledger" -> ledgers.add(Path.of(value(arguments, ++i)));
                case "--protocol" -> protocol = Protocol.named(value(arguments, ++i));
                case "--speed-up" ->
                    traits = traits.withSpeedUp(number(arguments, ++i).doubleValue());
                case "--line-rate" -> lineRate = number(arguments, ++i).intValue();
                case "--buffer" ->
                    traits = traits.withBufferBytes(number(arguments, ++i).intValue());
                case "--breaks-per-1000" -> breaks = number(arguments, ++i).doubleValue();
                case "--seed" -> seed = number(arguments, ++i).longValue();
                case "--card" -> traits = traits.withCard(Path.of(value(arguments, ++i)));
                case "--no-auto-reset" -> traits = traits.withAutoReset(false);
                case "--parent-pid" ->
                    parent = OptionalLong.of(number(arguments, ++i).longValue());
                case "--daemon" -> daemon = true;
                default -> throw new IllegalArgumentException("No option " + option);
            }
        }
        if (scenario != null) {
            if (!listen.isEmpty()) {
                throw new IllegalArgumentException("Give --scenario or --listen, not both");
            }
            return new SimulatorOptions(scenario, parent, daemon);
        }
        if (listen.isEmpty() || listen.size() != ledgers.size()) {
            throw new IllegalArgumentException("Each machine needs --listen and --ledger, got " + listen.size()
                    + " times --listen and " + ledgers.size() + " times --ledger");
        }
        List<MachinePlan> machines = new ArrayList<>();
        for (int i = 0; i < listen.size(); i++) {
            // Machines of one room do not all break their thread at the same stitch.
            machines.add(new MachinePlan(
                    listen.get(i), ledgers.get(i), protocol, lineRate, traits.withBreaks(breaks, seed + i)));
        }
        return new SimulatorOptions(new Scenario(machines, List.of()), parent, daemon);
    }

    private static Scenario scenario(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return Scenario.read(file, folder == null ? file : folder.resolve("ledgers"));
    }

    private static String value(List<String> arguments, int i) {
        if (i >= arguments.size()) {
            throw new IllegalArgumentException(arguments.get(i - 1) + " needs a value");
        }
        return arguments.get(i);
    }

    private static Number number(List<String> arguments, int i) {
        String text = value(arguments, i);
        try {
            return text.contains(".") ? Double.valueOf(text) : (Number) Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(arguments.get(i - 1) + " needs a number, found \"" + text + "\"", e);
        }
    }
}
