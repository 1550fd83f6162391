package org.stitchery.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.check.Answer;
import org.stitchery.driver.check.Certificate;
import org.stitchery.driver.check.DriverCheck;
import org.stitchery.driver.check.IncompleteJarException;
import org.stitchery.plugin.InspectedJar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@SuppressWarnings("NullAway.Init") // picocli fills the required ones before call()
@Command(
        name = "check",
        description = {
            "Asks a driver in a JAR all questions of the driver kit and prints a certificate.",
            "",
            "The JAR's code runs, in a JVM of its own, under your user: check only what you trust so far. A small order"
                    + " and the conversations with a machine come from the JAR itself, from META-INF/stitchery/check.",
            "",
            "A driver for machines that come and ask brings a class that plays its machine, named in"
                    + " META-INF/services/org.stitchery.driver.kit.DeskAskers."
        },
        footer = {"", "Ends with 0 when every question was answered well, else with 1.", ""})
final class DriverCheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "JAR", description = "The driver.")
    private Path jar;

    @Option(
            names = "--with",
            paramLabel = "JAR",
            description = "Where to look for what the driver's JAR lacks for a check, such as the JAR with its tests."
                    + " May be given more than once; its code runs too.")
    private List<Path> with = List.of();

    @Option(names = "-o", paramLabel = "FILE", description = "Write the certificate to this file as well.")
    private @Nullable Path output;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "How long all questions may take together; ${DEFAULT-VALUE} without it.")
    private int limitSeconds;

    private final Surroundings surroundings;

    DriverCheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (limitSeconds < 1) {
            throw Complaint.usage("--limit takes at least 1 second, found " + limitSeconds + ".");
        }
        requireFile(jar);
        with.forEach(DriverCheckCommand::requireFile);
        OutputFile file = output == null ? null : OutputFile.at(output, jar);
        InspectedJar inspected = inspect();
        List<Certificate.Beside> beside = beside();
        Certificate certificate = new Certificate(inspected, beside, DriverListCommand.version(), Instant.now(), ask());
        if (!inspect().equals(inspected) || !beside().equals(beside)) {
            throw Complaint.badFile(
                    jar, "or what was given with it was changed while it was asked. Ask it again.", null);
        }
        surroundings.out().println();
        surroundings
                .out()
                .print(certificate
                        .text()
                        .lines()
                        .takeWhile(line -> !line.isEmpty())
                        .reduce("", (all, line) -> all + line + "\n"));
        if (file != null) {
            file.write(certificate.text().getBytes(StandardCharsets.UTF_8));
        }
        return certificate.passed() ? ExitCode.OK : ExitCode.FINDING;
    }

    private static void requireFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw Complaint.badFile(file, "there is no such file.", null);
        }
    }

    private List<Certificate.Beside> beside() {
        List<Certificate.Beside> beside = new ArrayList<>();
        for (Path each : with) {
            try {
                beside.add(Certificate.Beside.of(each));
            } catch (IOException e) {
                throw Complaint.badFile(each, "cannot be read: " + e.getMessage(), e);
            }
        }
        return beside;
    }

    private List<Answer> ask() {
        try {
            return DriverCheck.ask(
                    jar,
                    with,
                    Duration.ofSeconds(limitSeconds),
                    answer -> surroundings.out().println(Certificate.words(answer)));
        } catch (IncompleteJarException e) {
            throw Complaint.badFile(jar, "cannot be checked. " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw Complaint.badFile(jar, "no process could be started to check it: " + e.getMessage(), e);
        }
    }

    private InspectedJar inspect() {
        try {
            return InspectedJar.of(jar);
        } catch (InspectedJar.Refused e) {
            throw Complaint.badFile(jar, "would be refused. " + e.getMessage(), e);
        } catch (IOException e) {
            throw Complaint.badFile(jar, "cannot be read: " + e.getMessage(), e);
        }
    }
}
