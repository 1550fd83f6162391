package org.stitchery.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a command may use of the world besides files.
 *
 * @param in standard input
 * @param out results
 * @param err everything else: findings, progress, complaints
 * @param errIsTerminal true when a person watches {@code err}, so that a line may be written over
 */
record Surroundings(InputStream in, PrintStream out, PrintStream err, boolean errIsTerminal) {

    /** Those of this process. */
    static Surroundings ofProcess() {
        // Results are data: no platform's own encoding and line ends, and no half of them without an error.
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        return new Surroundings(System.in, out, System.err, terminalBehindErr());
    }

    private static boolean terminalBehindErr() {
        try {
            Path target = Files.readSymbolicLink(Path.of("/proc/self/fd/2"));
            return target.startsWith("/dev/pts") || target.toString().startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            // No such folder on this system. A console means that nothing is redirected.
            return System.console() != null;
        }
    }
}
