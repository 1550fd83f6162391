package org.stitchery.service.machine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.Capabilities.Control;
import org.stitchery.driver.api.Capabilities.Flow;
import org.stitchery.driver.api.Capabilities.Progress;
import org.stitchery.driver.api.Capabilities.Telemetry;

/** What a driver can truly do, in the words of those who buy and use machines. */
final class CapabilityWords {

    /**
     * One answer.
     *
     * @param question what people ask
     * @param answer in a few words
     */
    record Line(String question, String answer) {}

    private CapabilityWords() {}

    static List<Line> of(Capabilities can) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("How a design gets there", delivery(can)));
        lines.add(new Line("Who says wait", flow(can)));
        lines.add(new Line("Tells which stitch it is on", progress(can.progress())));
        lines.add(new Line("Tells which design it holds", can.identityReadback() ? "Yes" : "No"));
        lines.add(new Line("Tells by itself", telemetry(can)));
        lines.add(new Line("Can pause", who(can.pause())));
        lines.add(new Line("Can go on after a pause", who(can.resume())));
        lines.add(new Line("Can be ended", who(can.abort())));
        lines.add(new Line("Can begin in the middle of a design", who(can.restartAtStitch())));
        return lines;
    }

    /** What "delivered" means for this machine, and who says "sewn". */
    static String evidence(Capabilities can) {
        String sewn = can.progress() == Progress.STITCH
                ? "Sewn is what the machine reports."
                : "Sewn is what the operator says.";
        return "Delivered means: " + delivered(can) + ". " + sewn;
    }

    private static String delivered(Capabilities can) {
        if (can.identityReadback()) {
            return "the machine has the whole design and has said itself which one it holds";
        }
        if (answers(can.flow())) {
            return "the machine has answered for every part of the design";
        }
        return switch (can.delivery()) {
            case PUSH_FILE ->
                "the whole file lies where the machine looks for it; whether it was loaded nobody can see";
            case PULL_FILE -> "the whole file was fetched, or lies where the machine fetches it";
            case STREAM -> "every byte has left at the pace of the line; the machine confirms nothing";
        };
    }

    private static boolean answers(Flow flow) {
        return switch (flow) {
            case LINE_ACK, CHARACTER_COUNT, ECHO -> true;
            case NONE, XON_XOFF, RTS_CTS -> false;
        };
    }

    private static String delivery(Capabilities can) {
        return switch (can.delivery()) {
            case PUSH_FILE -> "As a file that we put there";
            case PULL_FILE -> "As a file that the machine fetches";
            case STREAM -> "Along its line, while it sews or into its memory";
        };
    }

    private static String flow(Capabilities can) {
        return switch (can.flow()) {
            case NONE -> "Nobody; a file is taken as a whole";
            case XON_XOFF -> "The machine, by XON and XOFF";
            case RTS_CTS -> "The machine, by its RTS and CTS wires";
            case LINE_ACK -> "The machine, which answers each line";
            case CHARACTER_COUNT ->
                "The machine, which answers each line; up to " + can.mostInFlightBytes() + " bytes are under way";
            case ECHO -> "The machine, which echoes what it took";
        };
    }

    private static String progress(Progress progress) {
        return switch (progress) {
            case NONE -> "No";
            case DELIVERED -> "No; only how much of the design has left is known";
            case LINE -> "Nearly: which line of the design it has taken";
            case STITCH -> "Yes";
        };
    }

    private static String telemetry(Capabilities can) {
        if (can.telemetry().isEmpty()) {
            return "Nothing";
        }
        String all = EnumSet.copyOf(can.telemetry()).stream()
                .map(CapabilityWords::word)
                .collect(Collectors.joining(", "));
        return all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1);
    }

    private static String word(Telemetry telemetry) {
        return switch (telemetry) {
            case NEEDLE -> "needle in use";
            case COLOR -> "colour in use";
            case THREAD_BREAK -> "broken thread";
            case BOBBIN -> "empty bobbin";
            case STOPPED -> "stop";
            case HOOP -> "hoop";
            case COUNTER -> "stitch counter";
        };
    }

    private static String who(Control control) {
        return switch (control) {
            case BY_HOST -> "Yes, from here";
            case BY_OPERATOR -> "By the operator, at the machine's panel";
            case NO -> "No";
        };
    }
}
