package org.stitchery.transport;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Two pseudo terminals joined by socat: a serial line without hardware. Killing it is pulling the adapter out. */
final class PtyPair implements AutoCloseable {

    final Path host;
    final Path machine;
    private final Process socat;

    private PtyPair(Path host, Path machine, Process socat) {
        this.host = host;
        this.machine = machine;
        this.socat = socat;
    }

    static void assumeSocat() {
        boolean there = false;
        for (String folder : String.valueOf(System.getenv("PATH")).split(":")) {
            there |= Files.isExecutable(Path.of(folder, "socat"));
        }
        assumeThat(there)
                .as("socat is not installed; tests on pseudo terminals are skipped")
                .isTrue();
    }

    /** For tests: skips them where there is no socat. */
    static PtyPair open(Path folder, String name) throws IOException {
        assumeSocat();
        return start(folder, name);
    }

    static PtyPair start(Path folder, String name) throws IOException {
        Path host = folder.resolve(name + "-host");
        Path machine = folder.resolve(name + "-machine");
        Process socat = new ProcessBuilder(
                        "socat", "-d", "-d", "pty,raw,echo=0,link=" + host, "pty,raw,echo=0,link=" + machine)
                .redirectErrorStream(true)
                .start();
        BufferedReader said = socat.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.contains("starting data transfer loop")) {
                return new PtyPair(host, machine, socat);
            }
        }
        throw new IOException("socat ended before its line was there");
    }

    LineUri uri(String query) {
        return LineUri.parse("serial:" + host + query);
    }

    /** What the machine hears. Blocks while nothing comes. */
    InputStream machineHears() throws IOException {
        return Files.newInputStream(machine);
    }

    OutputStream machineSpeaks() throws IOException {
        return Files.newOutputStream(machine);
    }

    /** Sets the terminal the host has open, as a person with a shell could. */
    void stty(String... settings) throws IOException, InterruptedException {
        String[] command = new String[settings.length + 3];
        command[0] = "stty";
        command[1] = "-F";
        command[2] = host.toString();
        System.arraycopy(settings, 0, command, 3, settings.length);
        new ProcessBuilder(command).inheritIO().start().waitFor(5, TimeUnit.SECONDS);
    }

    /** The line between them stops carrying, as if the machine's processor hung. */
    void freeze() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-STOP", Long.toString(socat.pid())).start().waitFor(5, TimeUnit.SECONDS);
    }

    void thaw() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-CONT", Long.toString(socat.pid())).start().waitFor(5, TimeUnit.SECONDS);
    }

    /** Both devices vanish. */
    void vanish() throws InterruptedException {
        socat.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        socat.destroyForcibly();
        try {
            Files.deleteIfExists(host);
            Files.deleteIfExists(machine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
