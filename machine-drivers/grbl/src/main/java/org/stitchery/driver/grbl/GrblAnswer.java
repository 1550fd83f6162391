package org.stitchery.driver.grbl;

/** One line the controller says. */
sealed interface GrblAnswer {

    /** The line is read and queued. */
    record Ok() implements GrblAnswer {}

    /** The line is refused. */
    record Refused(int code) implements GrblAnswer {}

    /** It has locked itself. */
    record Alarm(int code) implements GrblAnswer {}

    /** It has started, or restarted. */
    record Hello(String text) implements GrblAnswer {}

    /** How it is. */
    record Status(GrblStatus status) implements GrblAnswer {}

    /** {@code [OPT:V,15,128]}: moves it can queue and bytes it can hold. */
    record Room(int moves, int bytes) implements GrblAnswer {}

    /** {@code [FILE:/ROSE.DST|SIZE:4711]}: on its card. */
    record CardFile(String name, long bytes) implements GrblAnswer {}

    /** {@code [MSG:...]}: for people. */
    record Message(String text) implements GrblAnswer {}

    /** Something else in brackets, or the echo of a start-up line: answers nothing. */
    record Remark(String text) implements GrblAnswer {}

    /** Not of this protocol. */
    record Strange(String text) implements GrblAnswer {}

    static GrblAnswer of(String line) {
        if (line.equals("ok")) {
            return new Ok();
        }
        if (line.startsWith("error:")) {
            return new Refused(number(line.substring(6)));
        }
        if (line.startsWith("ALARM:")) {
            return new Alarm(number(line.substring(6)));
        }
        if (line.startsWith("Grbl") && line.contains("help]")) {
            return new Hello(line);
        }
        if (line.startsWith("<") && line.endsWith(">")) {
            return new Status(GrblStatus.of(line.substring(1, line.length() - 1)));
        }
        if (line.startsWith("[") && line.endsWith("]")) {
            return bracket(line.substring(1, line.length() - 1));
        }
        return line.startsWith(">") ? new Remark(line) : new Strange(line);
    }

    private static GrblAnswer bracket(String text) {
        if (text.startsWith("MSG:")) {
            return new Message(text.substring(4).strip());
        }
        if (text.startsWith("OPT:")) {
            String[] parts = text.substring(4).split(",");
            return parts.length >= 3 ? new Room(number(parts[1]), number(parts[2])) : new Remark(text);
        }
        if (text.startsWith("FILE:")) {
            String[] parts = text.substring(5).split("\\|");
            String size = parts.length > 1 && parts[1].startsWith("SIZE:") ? parts[1].substring(5) : "";
            return new CardFile(parts[0], number(size));
        }
        return new Remark(text);
    }

    /** -1 for what is no number. */
    static int number(String text) {
        String digits = text.strip();
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
    }
}
