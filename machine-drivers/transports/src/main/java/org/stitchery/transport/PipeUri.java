package org.stitchery.transport;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of this computer that stands for the machine: what goes out it reads from its standard input, what it writes
 * to its standard output comes in.
 *
 * @param program absolute path
 * @param arguments as the program gets them; in the text each is {@code arg=}, with %XX for what an address cannot hold
 * @param bytesPerSecond what the program takes at most; the host paces itself to it
 */
public record PipeUri(String program, List<String> arguments, int bytesPerSecond) implements LineUri {

    private static final String UNCHANGED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/:,=@+";

    private static final int MOST_ARGUMENTS = 64;

    public PipeUri {
        arguments = List.copyOf(arguments);
        if (!program.startsWith("/") || program.length() < 2 || program.endsWith("/")) {
            throw new IllegalArgumentException(
                    "A program is an absolute path, pipe:/usr/local/bin/machine, found \"" + program + "\"");
        }
        for (String part : program.split("/", -1)) {
            if (part.equals("..") || part.equals(".")) {
                throw new IllegalArgumentException("A program's path has no . and .. in it, found \"" + program + "\"");
            }
        }
        if (program.indexOf('\0') >= 0 || arguments.stream().anyMatch(argument -> argument.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException("Neither a program nor an argument can hold a NUL");
        }
        if (arguments.size() > MOST_ARGUMENTS) {
            throw new IllegalArgumentException(
                    "A program gets at most " + MOST_ARGUMENTS + " arguments, found " + arguments.size());
        }
        if (bytesPerSecond < 1 || bytesPerSecond > 10_000_000) {
            throw new IllegalArgumentException(
                    "rate is a number of bytes per second from 1 to 10000000, found " + bytesPerSecond);
        }
    }

    /** @param query what stands behind the question mark; here a name may come more than once */
    static PipeUri of(String place, String query) {
        List<String> arguments = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String part : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            if (part.startsWith("arg=")) {
                arguments.add(decoded(part.substring(4)));
            } else {
                others.add(part);
            }
        }
        var known = UriQuery.parse(String.join("&", others));
        for (String key : known.keySet()) {
            if (!key.equals("rate")) {
                throw new IllegalArgumentException("No parameter \"" + key + "\"; known are arg, rate");
            }
        }
        return new PipeUri(
                decoded(place), arguments, UriQuery.integer(known, "rate", TcpUri.DEFAULT_RATE, 1, 10_000_000));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("A % is followed by two hex digits, found \"" + text + "\"", e);
        }
    }

    private static String encoded(String text) {
        StringBuilder safe = new StringBuilder();
        for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
            if (UNCHANGED.indexOf(value) >= 0) {
                safe.append((char) value);
            } else {
                safe.append(String.format("%%%02X", value));
            }
        }
        return safe.toString();
    }

    /** With the arguments: one program may stand for several machines. */
    @Override
    public String place() {
        StringBuilder text = new StringBuilder("pipe:" + encoded(program));
        char before = '?';
        for (String argument : arguments) {
            text.append(before).append("arg=").append(encoded(argument));
            before = '&';
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return place() + (arguments.isEmpty() ? "?" : "&") + "rate=" + bytesPerSecond;
    }
}
