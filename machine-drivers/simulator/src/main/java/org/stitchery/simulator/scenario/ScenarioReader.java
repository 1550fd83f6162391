package org.stitchery.simulator.scenario;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stitchery.simulator.MachinePlan;
import org.stitchery.simulator.Protocol;
import org.stitchery.simulator.line.ListenAddress;
import org.stitchery.simulator.machine.MachineTraits;

/** Reads one scenario, line by line. Used once. */
final class ScenarioReader {

    private static final int MOST_MACHINES = 10_000;

    private final String name;
    private final Path base;
    private final Map<String, Profile> profiles = new LinkedHashMap<>(Map.of("usual", Profile.USUAL));
    private final List<MachinePlan> machines = new ArrayList<>();
    private final List<Scenario.Event> events = new ArrayList<>();
    private Path ledgers;
    private @Nullable Path cards;
    private long seed = 1;
    private double speedUp = 1;

    /**
     * @param name what to call it when a line is wrong
     * @param base what relative paths of the text count from
     */
    ScenarioReader(String name, Path base, Path ledgers) {
        this.name = name;
        this.base = base;
        this.ledgers = ledgers;
    }

    Scenario read(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int comment = line.indexOf('#');
            String statement = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (!statement.isEmpty()) {
                try {
                    take(new ArrayDeque<>(List.of(statement.split("\\s+"))));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(
                            name + " line " + (i + 1) + " \"" + statement + "\": " + e.getMessage(), e);
                }
            }
        }
        if (machines.isEmpty()) {
            throw new IllegalArgumentException(
                    name + ": no machines; expected a line as \"machines 2 tape on tcp from 127.0.0.1:40000\"");
        }
        events.sort(Comparator.comparing(Scenario.Event::after));
        return new Scenario(machines, events);
    }

    private void take(Deque<String> words) {
        String statement = words.remove();
        switch (statement) {
            case "seed" -> seed = Words.seed(word(words, "a number"));
            case "speed-up" -> speedUp = Words.number(word(words, "a number"));
            case "ledgers" -> ledgers = base.resolve(word(words, "a folder"));
            case "cards" -> cards = base.resolve(word(words, "a folder"));
            case "profile" -> profile(words);
            case "machine", "machines" -> machines(words);
            case "at" -> event(words);
            default ->
                throw new IllegalArgumentException(
                        "expected seed, speed-up, ledgers, cards, profile, machines or at, found \"" + statement
                                + "\"");
        }
        if (!words.isEmpty()) {
            throw new IllegalArgumentException("expected the end of the line, found \"" + words.peek() + "\"");
        }
    }

    private void profile(Deque<String> words) {
        String called = word(words, "the profile's name");
        Profile profile = Profile.USUAL;
        if ("like".equals(words.peek())) {
            words.remove();
            profile = profileNamed(word(words, "a profile's name"));
        }
        profiles.put(called, settings(profile, words));
    }

    private void machines(Deque<String> words) {
        int count = Words.whole(word(words, "how many"));
        if (count < 1 || machines.size() + count > MOST_MACHINES) {
            throw new IllegalArgumentException("expected 1 to " + MOST_MACHINES + " machines in all, found " + count);
        }
        Protocol protocol = Protocol.named(word(words, "a protocol, one of " + Protocol.names()));
        expect(words, "on");
        boolean tcp = Words.either(word(words, "tcp or pty"), "tcp", "pty");
        expect(words, "from");
        String first = word(words, tcp ? "host:port" : "the beginning of a path");
        Profile profile = Profile.USUAL;
        if ("profile".equals(words.peek())) {
            words.remove();
            profile = profileNamed(word(words, "a profile's name"));
        }
        profile = settings(profile, words);
        for (int i = 0; i < count; i++) {
            ListenAddress listen = tcp ? tcp(first, i) : new ListenAddress.Pty(base.resolve(first + (i + 1)));
            int number = machines.size() + 1;
            MachineTraits traits = profile.traits().withSpeedUp(speedUp).withSeed(seed + number - 1);
            machines.add(new MachinePlan(
                    listen,
                    ledgers.resolve(number + ".ledger"),
                    protocol,
                    profile.lineBytesPerSecond(),
                    profile.fifoBytes(),
                    cards == null ? traits : traits.withCard(cards.resolve(Integer.toString(number)))));
        }
    }

    private void event(Deque<String> words) {
        String time = word(words, "a time");
        String who = word(words, "machine, machines or all");
        int from = 0;
        int to = machines.size();
        switch (who) {
            case "all" -> {}
            case "machine", "machines" -> {
                int[] range = Words.range(word(words, "a number or a range as 3-9"));
                from = range[0] - 1;
                to = range[1];
                if (from < 0 || to > machines.size()) {
                    throw new IllegalArgumentException("the lines above have machines 1 to " + machines.size());
                }
            }
            default -> throw new IllegalArgumentException("expected machine, machines or all, found \"" + who + "\"");
        }
        Action action = Action.named(word(words, "what happens, one of " + Action.names()));
        events.add(new Scenario.Event(Words.duration(time), from, to, action));
    }

    private static Profile settings(Profile from, Deque<String> words) {
        Profile profile = from;
        while (!words.isEmpty()) {
            String setting = words.remove();
            try {
                profile = ProfileSetting.named(setting).apply(profile, word(words, "a value"));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(setting + ": " + e.getMessage(), e);
            }
        }
        return profile;
    }

    private Profile profileNamed(String called) {
        Profile profile = profiles.get(called);
        if (profile == null) {
            throw new IllegalArgumentException(
                    "no profile \"" + called + "\" above; there are " + String.join(", ", profiles.keySet()));
        }
        return profile;
    }

    /** The address of machine {@code i} of a row whose first has this one; with port 0 each takes any free one. */
    private static ListenAddress tcp(String first, int i) {
        ListenAddress address = ListenAddress.parse("tcp://" + first);
        if (address instanceof ListenAddress.Tcp tcp && tcp.port() > 0) {
            if (tcp.port() + i > 65_535) {
                throw new IllegalArgumentException("ports end at 65535");
            }
            return new ListenAddress.Tcp(tcp.host(), tcp.port() + i);
        }
        return address;
    }

    private static void expect(Deque<String> words, String expected) {
        String found = word(words, "\"" + expected + "\"");
        if (!found.equals(expected)) {
            throw new IllegalArgumentException("expected \"" + expected + "\", found \"" + found + "\"");
        }
    }

    private static String word(Deque<String> words, String expected) {
        String word = words.poll();
        if (word == null) {
            throw new IllegalArgumentException("the line ends where " + expected + " was expected");
        }
        return word;
    }
}
