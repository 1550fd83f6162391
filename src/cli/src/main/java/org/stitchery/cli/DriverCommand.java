package org.stitchery.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@SuppressWarnings("NullAway.Init") // picocli fills it before call()
@Command(
        name = "driver",
        description = "Lists the machine drivers, describes one, checks one from outside.",
        synopsisSubcommandLabel = "COMMAND")
final class DriverCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    private final Surroundings surroundings;

    DriverCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Hangs what it can do below it, where it is among the commands at all. */
    static void addTo(CommandLine stitchery, Surroundings surroundings) {
        CommandLine driver = stitchery.getSubcommands().get("driver");
        if (driver != null) {
            List.of(
                            new DriverListCommand(surroundings),
                            new DriverDescribeCommand(surroundings),
                            new DriverCheckCommand(surroundings))
                    .forEach(driver::addSubcommand);
        }
    }

    @Override
    public Integer call() {
        surroundings.err().println(spec.commandLine().getUsageMessage().stripTrailing());
        throw new ParameterException(spec.commandLine(), "driver needs to know what: list, describe or check");
    }
}
