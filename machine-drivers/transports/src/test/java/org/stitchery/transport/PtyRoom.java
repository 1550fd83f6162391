package org.stitchery.transport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@link PtyMachines} as a child process, seen from the host's side. */
final class PtyRoom implements AutoCloseable {

    final List<String> devices = new ArrayList<>();
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream questions;

    private PtyRoom(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    static PtyRoom start(int machines, int bytesPerSecond) throws IOException {
        PtyRoom room = new PtyRoom(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PtyMachines.class.getName(),
                        Integer.toString(machines),
                        Integer.toString(bytesPerSecond))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        for (int i = 0; i < machines; i++) {
            room.devices.add(room.line());
        }
        return room;
    }

    private String line() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the machines' process ended");
        }
        return line;
    }

    /** Tells the machines something. @return the numbers they answer, none for a plain yes */
    long[] tell(String what) throws IOException {
        questions.println(what);
        String answer = line();
        if (answer.equals("yes")) {
            return new long[0];
        }
        String[] words = answer.split(" ");
        long[] numbers = new long[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Long.parseLong(words[i]);
        }
        return numbers;
    }

    LineUri uri(int machine, int baud) {
        return LineUri.parse("serial:" + devices.get(machine) + "?baud=" + baud);
    }

    @Override
    public void close() {
        questions.close();
        process.destroyForcibly();
    }
}
