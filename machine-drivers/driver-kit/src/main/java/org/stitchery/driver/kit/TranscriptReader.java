package org.stitchery.driver.kit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;

/** Reads the text of a {@link Transcript}. */
final class TranscriptReader {

    private static final Pattern PIECE = Pattern.compile(
            "\"([^\"]*)\"|@design(?:\\[(\\d+)\\.\\.(\\d*)])?|([0-9A-Fa-f]{2})(?:\\*(\\d+))?|\\{([^}]*)}");
    private static final String ECHOED = "><";
    private static final Pattern TIME = Pattern.compile("(\\d+)(ms|s)");
    private static final Set<String> EVENTS = names(MachineEvent.class);
    private static final Set<String> OUTCOMES = names(Outcome.class);

    private final String name;
    private final byte[] design;
    private final UnaryOperator<byte[]> framing;

    TranscriptReader(String name, byte[] design, UnaryOperator<byte[]> framing) {
        this.name = name;
        this.design = design;
        this.framing = framing;
    }

    private static Set<String> names(Class<?> sealed) {
        Set<String> names = new TreeSet<>();
        for (Class<?> member : sealed.getPermittedSubclasses()) {
            names.add(member.getSimpleName());
        }
        return names;
    }

    List<Step> read(String text) {
        List<Step> steps = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith(ECHOED)) {
                addEchoed(i + 1, line.substring(ECHOED.length()).strip(), steps);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                steps.add(step(i + 1, line));
            }
        }
        return List.copyOf(steps);
    }

    private void addEchoed(int number, String text, List<Step> steps) {
        for (byte value : bytes(number, text)) {
            steps.add(new Step.HostSends(number, new byte[] {value}));
            steps.add(new Step.MachineSends(number, new byte[] {value}));
        }
    }

    private Step step(int number, String line) {
        int blank = line.indexOf(' ');
        String word = blank < 0 ? line : line.substring(0, blank);
        String rest = blank < 0 ? "" : line.substring(blank).strip();
        return switch (word) {
            case ">" -> new Step.HostSends(number, bytes(number, rest));
            case "<" -> new Step.MachineSends(number, bytes(number, rest));
            case "wait" -> new Step.Wait(number, time(number, rest));
            case "silence" -> new Step.Silence(number, time(number, rest));
            case "at-once" -> atOnce(number, rest);
            case "hang-up" -> new Step.HangUp(number);
            case "report" -> new Step.Reports(number, oneOf(number, EVENTS, rest));
            case "outcome" -> new Step.EndsWith(number, oneOf(number, OUTCOMES, rest));
            case "do" -> new Step.Does(number, command(number, rest));
            default ->
                throw wrong(
                        number,
                        ">, <, ><, wait, silence, at-once, hang-up, report, do or outcome at the beginning",
                        word);
        };
    }

    private Step atOnce(int number, String text) {
        byte[] all = bytes(number, text);
        return new Step.AtOnce(number, all[0], Arrays.copyOfRange(all, 1, all.length));
    }

    private byte[] bytes(int number, String text) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Matcher piece = PIECE.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == ' ') {
                at++;
                continue;
            }
            if (!piece.find(at) || piece.start() != at) {
                throw wrong(number, "hexadecimal bytes, \"text\", @design or {a frame of these}", text.substring(at));
            }
            all.writeBytes(bytes(number, piece));
            at = piece.end();
        }
        if (all.size() == 0) {
            throw wrong(number, "at least one byte", "nothing");
        }
        return all.toByteArray();
    }

    private byte[] bytes(int number, Matcher piece) {
        String quoted = piece.group(1);
        String hex = piece.group(4);
        String frame = piece.group(6);
        if (frame != null) {
            return framing.apply(bytes(number, frame.strip()));
        }
        if (quoted != null) {
            return quoted.getBytes(StandardCharsets.US_ASCII);
        }
        if (hex != null) {
            byte[] run = new byte[piece.group(5) == null ? 1 : Integer.parseInt(piece.group(5))];
            Arrays.fill(run, (byte) Integer.parseInt(hex, 16));
            return run;
        }
        int from = piece.group(2) == null ? 0 : Integer.parseInt(piece.group(2));
        String last = piece.group(3);
        int to = last == null || last.isEmpty() ? design.length : Integer.parseInt(last) + 1;
        if (from >= to || to > design.length) {
            throw wrong(number, "a part of the design, which has " + design.length + " bytes", piece.group());
        }
        return Arrays.copyOfRange(design, from, to);
    }

    private Duration time(int number, String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw wrong(number, "a time such as 20ms or 3s", text);
        }
        long count = Long.parseLong(time.group(1));
        return time.group(2).equals("s") ? Duration.ofSeconds(count) : Duration.ofMillis(count);
    }

    private Step.Command command(int number, String text) {
        for (Step.Command command : Step.Command.values()) {
            if (command.name().toLowerCase(Locale.ROOT).equals(text)) {
                return command;
            }
        }
        throw wrong(number, "pause, resume or abort", text);
    }

    private String oneOf(int number, Set<String> known, String text) {
        if (!known.contains(text)) {
            throw wrong(number, "one of " + known, text);
        }
        return text;
    }

    private IllegalArgumentException wrong(int number, String expected, String found) {
        return new IllegalArgumentException(
                name + " line " + number + ": expected " + expected + ", found \"" + found + "\"");
    }
}
