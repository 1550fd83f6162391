package org.stitchery.simulator.scenario;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.stitchery.simulator.Simulator;

/** What can happen to a machine. */
public enum Action {
    STOP("stop") {
        @Override
        public void happenTo(Simulator simulator, int machine) {
            simulator.atPanel(machine, (m, now) -> m.stop(now));
        }
    },
    GO("go") {
        @Override
        public void happenTo(Simulator simulator, int machine) {
            simulator.atPanel(machine, (m, now) -> m.go(now));
        }
    },
    RESET("reset") {
        @Override
        public void happenTo(Simulator simulator, int machine) {
            simulator.atPanel(machine, (m, now) -> m.reset(now));
        }
    },
    BREAK("break") {
        @Override
        public void happenTo(Simulator simulator, int machine) {
            simulator.atPanel(machine, (m, now) -> m.breakThread());
        }
    },
    POWER_OFF("power-off") {
        @Override
        public void happenTo(Simulator simulator, int machine) {
            simulator.powerOff(machine);
        }
    },
    POWER_ON("power-on") {
        @Override
        public void happenTo(Simulator simulator, int machine) {
            simulator.powerOn(machine);
        }
    };

    private final String text;

    Action(String text) {
        this.text = text;
    }

    /** Lets it happen; any thread. */
    public abstract void happenTo(Simulator simulator, int machine);

    /** All of them, for people: {@code stop, go}. */
    public static String names() {
        return Arrays.stream(values()).map(a -> a.text).collect(Collectors.joining(", "));
    }

    /**
     * The action people call so.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static Action named(String text) {
        return Arrays.stream(values())
                .filter(a -> a.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Nothing called \"" + text + "\" can happen; there are " + names()));
    }
}
