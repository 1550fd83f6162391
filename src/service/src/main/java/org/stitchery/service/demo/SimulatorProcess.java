package org.stitchery.service.demo;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * A simulated machine as a process of its own. It does not end with us: like a real machine it goes on sewing what it has
 * when the service is killed, and the next service finds it again by the number in its process file.
 */
public final class SimulatorProcess {

    private static final Logger LOG = Logger.getLogger(SimulatorProcess.class);

    private static final String MAIN = "org.stitchery.simulator.SimulatorMain";

    /** One class from each archive the simulator needs. */
    private static final List<String> NEEDED = List.of(
            "org/stitchery/simulator/SimulatorMain.class",
            "org/stitchery/embroidery/model/StitchPattern.class",
            "com/sun/jna/Native.class");

    private final ProcessHandle process;

    private SimulatorProcess(ProcessHandle process) {
        this.process = process;
    }

    /**
     * Finds the machine switched on, or switches it on.
     *
     * @throws IOException when it cannot be started
     */
    public static SimulatorProcess of(SimulatedMachine machine) throws IOException {
        Optional<ProcessHandle> running = running(machine);
        if (running.isPresent()) {
            LOG.infof(
                    "Simulated machine %s is still on, process %d",
                    machine.shortName(), running.get().pid());
            return new SimulatorProcess(running.get());
        }
        return start(machine);
    }

    private static SimulatorProcess start(SimulatedMachine machine) throws IOException {
        Files.createDirectories(machine.folder());
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                MAIN,
                "--listen",
                machine.listen(),
                "--ledger",
                machine.ledger().toString(),
                "--line-rate",
                Integer.toString(machine.lineRate()),
                "--speed-up",
                Double.toString(machine.speedUp()),
                "--daemon");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(machine.log().toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        remember(machine, process.toHandle());
        LOG.infof("Switched on simulated machine %s, process %d", machine.shortName(), process.pid());
        return new SimulatorProcess(process.toHandle());
    }

    /** Switches it off. */
    public void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** True while it is on. */
    public boolean isOn() {
        return process.isAlive();
    }

    private static Optional<ProcessHandle> running(SimulatedMachine machine) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(machine.processFile());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.size() < 2) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0)))
                .filter(ProcessHandle::isAlive)
                .filter(process -> started(process).equals(lines.get(1)));
    }

    /** A process number may be another's after a reboot; number and start time together are not. */
    private static void remember(SimulatedMachine machine, ProcessHandle process) throws IOException {
        Path unfinished = machine.processFile().resolveSibling(machine.shortName() + ".process.new");
        Files.write(unfinished, List.of(Long.toString(process.pid()), started(process)));
        Files.move(unfinished, machine.processFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private static String classPath() throws IOException {
        List<String> entries = new ArrayList<>();
        for (String resource : NEEDED) {
            entries.add(entryOf(resource));
        }
        return String.join(File.pathSeparator, entries.stream().distinct().toList());
    }

    private static String entryOf(String resource) throws IOException {
        URL url = SimulatorProcess.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new IOException("The simulator is not with us: " + resource + " is missing on the class path");
        }
        String text = url.toString();
        if (text.startsWith("jar:")) {
            String archive = text.substring("jar:".length(), text.indexOf("!/"));
            return Path.of(URI.create(archive)).toString();
        }
        if (text.startsWith("file:")) {
            Path file = Path.of(URI.create(text));
            return Path.of(file.toString().substring(0, file.toString().length() - resource.length()))
                    .toString();
        }
        throw new IOException("The simulator cannot be run from " + text);
    }
}
