package org.stitchery.simulator.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.stitchery.simulator.MachinePlan;

/**
 * Machines and what happens to them. As text, one statement a line; what follows a {@code #} is for people.
 *
 * <pre>
 *   seed 7                                        decides all that chance decides; machines differ by their number
 *   speed-up 20                                   needles and operators 20 times faster, lines as they are
 *   ledgers FOLDER                                one file per machine: 1.ledger, 2.ledger, ...
 *   cards FOLDER                                  one folder per machine plays its card: 1, 2, ...; for the machines below
 *   profile worn like usual breaks 4 back-up 5-20 settings in pairs; "like" takes over those of another profile
 *   machines 500 tape on tcp from 127.0.0.1:40000 machines 1 to 500, on ports 40000 to 40499; port 0 for free ones
 *   machines 20 tape on pty from /tmp/line profile worn rate 960   /tmp/line1 to /tmp/line20
 *   at 12s machine 7 power-off                    also machines 3-9, and all
 * </pre>
 *
 * <p>{@link ProfileSetting} lists the settings, {@link Action} what can happen. Times count from the moment the machines
 * are on and are not sped up.
 *
 * @param machines in the order of the text
 * @param events in the order of their times
 */
public record Scenario(List<MachinePlan> machines, List<Event> events) {

    /**
     * Something that happens once.
     *
     * @param after counted from when the machines were switched on
     * @param from the first machine it happens to, counted from 0
     * @param to one more than the last
     */
    public record Event(Duration after, int from, int to, Action action) {}

    public Scenario {
        machines = List.copyOf(machines);
        events = List.copyOf(events);
    }

    /**
     * Reads a file.
     *
     * @param ledgers folder of the ledgers where the text names none; where it does, that counts from the file's folder
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException naming the file, the line and what was expected
     */
    public static Scenario read(Path file, Path ledgers) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        Path folder = file.toAbsolutePath().getParent();
        return new ScenarioReader(file.toString(), folder == null ? file : folder, ledgers).read(lines);
    }

    /**
     * Reads a text.
     *
     * @param ledgers folder of the ledgers where the text names none, and from which a relative one counts
     * @throws IllegalArgumentException naming the line and what was expected
     */
    public static Scenario parse(String text, Path ledgers) {
        return new ScenarioReader("scenario", ledgers, ledgers)
                .read(text.lines().toList());
    }
}
