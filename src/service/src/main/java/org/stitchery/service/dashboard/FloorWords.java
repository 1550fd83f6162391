package org.stitchery.service.dashboard;

import io.quarkus.qute.TemplateExtension;
import java.util.Locale;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.service.machine.MachineState;
import org.stitchery.service.production.RunState;
import org.stitchery.service.production.RunView;

/** The words the floor uses for states; honest about what is known and by whom. */
@TemplateExtension
final class FloorWords {

    private FloorWords() {}

    /** A machine's state in the operator's words. */
    static String words(MachineState state) {
        return switch (state) {
            case UNKNOWN -> "Not tried yet";
            case OFFLINE -> "Offline";
            case CONNECTING -> "Opening the line";
            case IDLE -> "Idle";
            case RESERVED -> "Hooped, ready to start";
            case BUSY -> "At work";
            case ATTENTION -> "Needs a person";
            case OUT_OF_SERVICE -> "Out of service";
            case CONFLICT -> "Line held by somebody else";
        };
    }

    /** A mark beside the words, so that colour is never the only sign. */
    static String mark(MachineState state) {
        return switch (state) {
            case UNKNOWN, OFFLINE -> "○";
            case CONNECTING -> "◌";
            case IDLE -> "●";
            case RESERVED -> "◆";
            case BUSY -> "▶";
            case ATTENTION -> "▲";
            case OUT_OF_SERVICE -> "✕";
            case CONFLICT -> "‼";
        };
    }

    /** A class name for the style sheet. */
    static String tone(MachineState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A run's state in the operator's words. */
    static String words(RunState state) {
        return switch (state) {
            case WAITING -> "waiting for a machine";
            case HELD -> "held";
            case ASSIGNED -> "in the queue";
            case ARMED -> "hooped";
            case INTENT -> "about to start";
            case SENDING -> "on the wire";
            case SEWING -> "whole design on the wire, sewing";
            case PAUSED -> "paused";
            case SUSPECT -> "suspect";
            case SPOILED -> "spoiled";
            case DONE -> "sewn";
            case CANCELLED -> "cancelled";
        };
    }

    /** The same for the person who ordered it. */
    static String customerWords(RunState state) {
        return switch (state) {
            case WAITING, HELD, ASSIGNED -> "waiting its turn";
            case ARMED, INTENT -> "in the hoop";
            case SENDING, SEWING -> "under the needle";
            case PAUSED -> "paused";
            case SUSPECT -> "being checked by a person";
            case SPOILED -> "spoiled, replaced at our cost";
            case DONE -> "sewn";
            case CANCELLED -> "cancelled";
        };
    }

    /** A class name for the style sheet. */
    static String tone(RunState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** A tag to suggest for the garment when it carries none: the run's own short name. */
    static String suggestedTag(RunView run) {
        return run.runId().toString().substring(0, 8).toUpperCase(Locale.ROOT) + "-" + run.numberInJob();
    }

    /** Maker, number and name as on the cone. */
    static String cone(ThreadColor thread) {
        String text = (thread.brand() + " " + thread.code() + " " + thread.name()).strip();
        return text.isEmpty() ? thread.hex() : text.replaceAll(" +", " ");
    }
}
