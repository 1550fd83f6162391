package org.stitchery.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program {@code stitchery}: its commands, and what happens when one fails. */
@Command(
        name = "stitchery",
        description = {"From a drawing to stitches to a machine, at the command line.", ""},
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Stitchery.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:done, and a finding of severity ERROR was told: do not sew it like this",
            "2:the command line is wrong",
            "3:a file cannot be read, is no drawing or design, or cannot be written",
            "4:the machine or the line to it is missing, busy, refused, silent or lost",
            "70:a fault of this program; please report it, with what --debug says",
            "130:ended with Ctrl-C; send says on standard error what is known by then"
        })
public final class Stitchery {

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where in the program a failure arose.")
    private boolean debug;

    private final Surroundings surroundings;

    private Stitchery(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public static void main(String[] arguments) {
        Surroundings surroundings = Surroundings.ofProcess();
        int exitCode = run(surroundings, arguments);
        surroundings.out().flush();
        System.exit(surroundings.out().checkError() && exitCode == ExitCode.OK ? ExitCode.BAD_FILE : exitCode);
    }

    /** Runs one command; nothing but its exit code tells how it went. */
    static int run(Surroundings surroundings, String... arguments) {
        Stitchery stitchery = new Stitchery(surroundings);
        CommandLine line = new CommandLine(stitchery);
        commands(surroundings, arguments).forEach(command -> line.addSubcommand(command.get()));
        DriverCommand.addTo(line, surroundings);
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, Charset.defaultCharset()));
        line.setExecutionExceptionHandler((failure, command, parsed) -> stitchery.complain(failure));
        line.setParameterExceptionHandler((wrong, args) -> stitchery.explain(wrong));
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError tooMuch) {
            // A design within all limits can still be too much for a small computer; that is no reason for a trace.
            return stitchery.complain(new Complaint(
                    ExitCode.BAD_FILE,
                    String.join(" ", arguments) + ": this takes more memory than the program has (" + tooMuch
                            + "). Simplify the file, or give the program more with java -Xmx4g.",
                    tooMuch));
        }
    }

    /** Only the one that is named, if it is: looking at the annotations of all of them takes a third of a short run. */
    private static Collection<Supplier<Callable<Integer>>> commands(Surroundings surroundings, String... arguments) {
        Map<String, Supplier<Callable<Integer>>> all = new LinkedHashMap<>();
        all.put("digitize", () -> new DigitizeCommand(surroundings));
        all.put("letter", () -> new LetterCommand(surroundings));
        all.put("convert", () -> new ConvertCommand(surroundings));
        all.put("info", () -> new InfoCommand(surroundings));
        all.put("stitches", () -> new StitchesCommand(surroundings));
        all.put("render", () -> new RenderCommand(surroundings));
        all.put("send", () -> new SendCommand(surroundings));
        all.put("simulate", () -> new SimulateCommand(surroundings));
        all.put("formats", () -> new FormatsCommand(surroundings));
        all.put("driver", () -> new DriverCommand(surroundings));
        Supplier<Callable<Integer>> named = arguments.length == 0 ? null : all.get(arguments[0]);
        return named == null ? all.values() : List.of(named);
    }

    private int complain(Exception failure) {
        surroundings.out().flush();
        if (failure instanceof Complaint complaint) {
            surroundings.err().println("stitchery: " + complaint.getMessage());
            trace(failure);
            return complaint.exitCode();
        }
        surroundings
                .err()
                .println("stitchery: this is a fault of the program: " + failure
                        + (debug ? "" : ". Please run it again with --debug and report what it says."));
        trace(failure);
        return ExitCode.BUG;
    }

    private void trace(Exception failure) {
        if (debug) {
            failure.printStackTrace(surroundings.err());
        }
    }

    private int explain(CommandLine.ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        surroundings.err().println("stitchery: " + wrong.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(
                wrong, new PrintWriter(surroundings.err(), true, Charset.defaultCharset()))) {
            surroundings.err().println("See " + command + " --help.");
        }
        return ExitCode.USAGE;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Stitchery.class.getPackage().getImplementationVersion();
            return new String[] {"stitchery " + (version == null ? "(not packaged)" : version)};
        }
    }
}
