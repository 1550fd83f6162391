package org.stitchery.driver.marlin;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line the controller says. */
sealed interface MarlinAnswer {

    /**
     * Taken.
     *
     * @param line which, -1 when it does not say
     * @param temperatures it carries temperatures: the answer to M105
     */
    record Ok(int line, boolean temperatures) implements MarlinAnswer {}

    /** Say this line again. */
    record Resend(int line) implements MarlinAnswer {}

    /** Part of what leads to a {@link Resend}. */
    record Damaged(String text) implements MarlinAnswer {}

    /** Something is wrong that another try does not mend. */
    record Fatal(String text) implements MarlinAnswer {}

    /** It has started, or restarted. */
    record Started() implements MarlinAnswer {}

    /** Still at it. */
    record Busy(boolean person) implements MarlinAnswer {}

    /** It has nothing to do. */
    record Waits() implements MarlinAnswer {}

    /** Where the frame is: the answer to M114. */
    record Position(String text) implements MarlinAnswer {}

    /** It does not know a command, and says ok to it all the same. */
    record UnknownCommand(String text) implements MarlinAnswer {}

    /** {@code //action:paused}: for the host's panel. */
    record Action(String text) implements MarlinAnswer {}

    /** Something for people. */
    record Remark(String text) implements MarlinAnswer {}

    /** Not of this protocol. */
    record Strange(String text) implements MarlinAnswer {}

    Pattern RESEND = Pattern.compile("(?i)(?:resend|rs)\\s*:?\\s*N?\\s*:?\\s*(\\d{1,9})\\b.*");
    Pattern OK = Pattern.compile("ok(?:\\s.*)?");
    Pattern OK_LINE = Pattern.compile("\\bN(\\d{1,9})\\b");
    Pattern TEMPERATURE = Pattern.compile("\\b[TB]\\d?:\\s*-?\\d");
    Pattern POSITION = Pattern.compile("X:\\s*-?\\d.*Y:\\s*-?\\d.*");

    /**
     * Says something of the lines it was sent. Temperatures reported by themselves and remarks for people go on coming when
     * a line or its answer is lost.
     */
    default boolean concernsLines() {
        return !(this instanceof Remark || this instanceof Strange);
    }

    static MarlinAnswer of(String line) {
        Matcher resend = RESEND.matcher(line);
        if (resend.matches()) {
            return new Resend(Integer.parseInt(resend.group(1)));
        }
        if (OK.matcher(line).matches()) {
            Matcher number = OK_LINE.matcher(line);
            return new Ok(
                    number.find() ? Integer.parseInt(number.group(1)) : -1,
                    TEMPERATURE.matcher(line).find());
        }
        String small = line.toLowerCase(Locale.ROOT);
        if (small.equals("start")) {
            return new Started();
        }
        if (small.equals("wait")) {
            return new Waits();
        }
        if (small.contains("busy:")) {
            return new Busy(small.contains("paused"));
        }
        if (small.contains("unknown command")) {
            return new UnknownCommand(line);
        }
        if (small.startsWith("error:") || small.startsWith("!!")) {
            return isAboutLine(small) ? new Damaged(line) : new Fatal(line);
        }
        if (POSITION.matcher(line).matches()) {
            return new Position(line);
        }
        if (small.startsWith("//action:")) {
            return new Action(small.substring(9).strip());
        }
        return small.startsWith("echo:")
                        || small.startsWith("//")
                        || TEMPERATURE.matcher(line).find()
                ? new Remark(line)
                : new Strange(line);
    }

    /** Numbers, checksums and broken lines: the line is asked for again. */
    private static boolean isAboutLine(String small) {
        return small.contains("last line")
                || small.contains("checksum")
                || small.contains("line number")
                || small.contains("expected line")
                || small.contains("format error");
    }
}
