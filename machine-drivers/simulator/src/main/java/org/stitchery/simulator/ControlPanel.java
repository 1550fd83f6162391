package org.stitchery.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The buttons of the machines, as lines of text: {@code stop}, {@code go}, {@code reset}, {@code break},
 * {@code power-off}, {@code power-on} and {@code quit}; behind each but the last
 * may stand the number of a machine, counted from 1, else all are meant.
 */
public final class ControlPanel {

    private static final String BUTTONS =
            "stop, go, reset, break, power-off, power-on (each for all machines," + " or with a number), quit";

    private final Simulator simulator;
    private final PrintStream answers;

    /** @param answers where it says what it did not understand */
    public ControlPanel(Simulator simulator, PrintStream answers) {
        this.simulator = simulator;
        this.answers = answers;
    }

    /**
     * Reads lines on a thread of its own, which does not keep the JVM alive.
     *
     * @param quitAtEnd true when the end of the input means {@code quit}
     */
    public void listenTo(InputStream input, boolean quitAtEnd) {
        Thread reader = new Thread(() -> read(input, quitAtEnd), "control-panel");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream input, boolean quitAtEnd) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                press(line);
            }
        } catch (IOException e) {
            answers.println("The panel's input broke: " + e.getMessage());
        }
        if (quitAtEnd) {
            simulator.close();
        }
    }

    /** Does what one line says. */
    void press(String line) {
        String[] words = line.strip().toLowerCase(Locale.ROOT).split("\\s+");
        int from = 0;
        int to = simulator.size();
        if (words.length > 1) {
            try {
                from = Integer.parseInt(words[1]) - 1;
                to = from + 1;
            } catch (NumberFormatException e) {
                from = -1;
            }
        }
        if (words.length > 2 || from < 0 || to > simulator.size()) {
            answers.println("No machine \"" + line.strip() + "\"; machines are numbered 1 to " + simulator.size());
            return;
        }
        for (int machine = from; machine < to; machine++) {
            switch (words[0]) {
                case "" -> {}
                case "stop" -> simulator.atPanel(machine, (m, now) -> m.stop(now));
                case "go" -> simulator.atPanel(machine, (m, now) -> m.go(now));
                case "reset" -> simulator.atPanel(machine, (m, now) -> m.reset(now));
                case "break" -> simulator.atPanel(machine, (m, now) -> m.breakThread());
                case "power-off" -> simulator.powerOff(machine);
                case "power-on" -> simulator.powerOn(machine);
                case "quit" -> simulator.close();
                default -> {
                    answers.println("No button \"" + words[0] + "\"; there are " + BUTTONS);
                    return;
                }
            }
        }
    }
}
