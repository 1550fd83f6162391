package org.stitchery.service.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.Capabilities.Control;
import org.stitchery.service.machine.MachineView;
import org.stitchery.service.production.MachineQueueView;
import org.stitchery.service.production.NeedlePlan;
import org.stitchery.service.production.RunView;

/**
 * One machine as its card on the floor shows it.
 *
 * @param queue the machine and its runs
 * @param subject the run the card is about: the suspect one, the one under way, or the next; null when there is nothing
 * @param needles what has to be on the needles for it, empty without one
 * @param objection why the last wish was refused, null when it was not
 */
public record MachineCard(
        MachineQueueView queue,
        @Nullable RunView subject,
        NeedlePlan needles,
        @Nullable String objection) {

    public MachineView machine() {
        return queue.machine();
    }

    /** The run a person has to decide about, or null. */
    public @Nullable RunView suspect() {
        return queue.suspects().isEmpty() ? null : queue.suspects().get(0);
    }

    /** Runs behind the one the card is about. */
    public List<RunView> behind() {
        RunView about = subject;
        return queue.waiting().stream()
                .filter(run -> about == null || !run.runId().equals(about.runId()))
                .toList();
    }

    /** True when the subject may be started by "hooped and checked, start". */
    public boolean startable() {
        return may("hooped-and-start");
    }

    /** True when the action is open to a person now. */
    public boolean may(String action) {
        RunView about = subject;
        return about != null && about.allowedActions().contains(action);
    }

    /** True when the action is open to a person now and the machine's driver can carry it out by itself. */
    public boolean mayHere(String action) {
        return may(action) && who(action) == Control.BY_HOST;
    }

    /** True when the action is open to a person now, who has to go to the machine's own panel for it. */
    public boolean mayAtPanel(String action) {
        return may(action) && who(action) != Control.BY_HOST;
    }

    private Control who(String action) {
        Capabilities can = machine().capabilities();
        if (can == null) {
            return Control.NO;
        }
        return switch (action) {
            case "pause" -> can.pause();
            case "resume" -> can.resume();
            case "abort" -> can.abort();
            default -> throw new IllegalArgumentException("No driver says who can " + action);
        };
    }

    /** Stitches of the subject that have left for the machine, at least. */
    public int stitches() {
        RunView about = subject;
        return about == null ? 0 : about.stitchesOnTheWire();
    }

    /** Threads of the subject that are not on their needle yet. */
    public long missingThreads() {
        return needles.uses().stream().filter(use -> !use.loaded()).count();
    }

    /**
     * Another one whenever the card asks something else of a person: about another run, or the same one in another state,
     * or with other threads on the machine. Fields named after it keep what was entered until then.
     */
    public String edition() {
        RunView about = subject;
        return about == null
                ? "none"
                : about.runId() + "-" + about.version() + "-" + machine().version();
    }

    /** True when the driver can begin in the middle of a design. */
    public boolean canResumeAtStitch() {
        Capabilities can = machine().capabilities();
        return can != null && can.restartAtStitch() == Control.BY_HOST;
    }

    /** Changes whenever something but the progress of the needle does; pages reload the whole card then. */
    String signature() {
        StringBuilder text = new StringBuilder(machine().status().state().name());
        queue.suspects().forEach(run -> append(text, run));
        RunView current = queue.current();
        if (current != null) {
            append(text, current);
        }
        queue.waiting().forEach(run -> append(text, run));
        return text.append(machine().version()).toString();
    }

    private static void append(StringBuilder text, RunView run) {
        text.append('|').append(run.runId()).append(run.state()).append(run.version());
    }
}
