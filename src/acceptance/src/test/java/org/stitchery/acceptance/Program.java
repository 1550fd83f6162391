package org.stitchery.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of a program to its end. */
record Program(int exitCode, String out, String err) {

    /** For processes that live for seconds: the second compiler would cost more than it gains, and its threads too. */
    static final List<String> STARTS_QUICKLY = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** Runs the packaged command line with this JDK. */
    static Program stitchery(Path workFolder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(STARTS_QUICKLY);
        command.addAll(List.of("-jar", Checkout.cliJar().toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(workFolder, "out", ".txt");
        Path err = Files.createTempFile(workFolder, "err", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    "stitchery " + String.join(" ", arguments) + " did not end within " + LONGEST.toSeconds() + " s");
        }
        return new Program(process.exitValue(), read(out), read(err));
    }

    /** The java launcher these tests run on. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
