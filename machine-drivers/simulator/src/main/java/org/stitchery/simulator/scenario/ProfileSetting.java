package org.stitchery.simulator.scenario;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.stitchery.embroidery.sewing.MachineProfile;
import org.stitchery.simulator.machine.BufferTraits;
import org.stitchery.simulator.machine.Counter;
import org.stitchery.simulator.machine.NeedleTraits;
import org.stitchery.simulator.machine.OperatorTraits;

/** What can be said of machines in a scenario: a name and a value. */
enum ProfileSetting {
    RATE("rate", "bytes per second the line brings", (p, v) -> new Profile(p.traits(), Words.whole(v), p.fifoBytes())),
    FIFO(
            "fifo",
            "bytes still under way when the machine asks its host to wait",
            (p, v) -> new Profile(p.traits(), p.lineBytesPerSecond(), Words.whole(v))),
    BUFFER(
            "buffer",
            "bytes between line and needle",
            (p, v) -> p.with(p.traits().withBufferBytes(Words.whole(v)))),
    STOP_AT("stop-at", "percent of the buffer at which the host is to wait", (p, v) -> {
        BufferTraits b = p.traits().buffer();
        int stop = Words.percent(v);
        // A lower stop takes the other mark with it, so that the order of the two words does not matter.
        return p.with(p.traits().with(new BufferTraits(b.bytes(), stop, Math.min(b.restartPercent(), stop - 1))));
    }),
    RESTART_AT("restart-at", "percent of the buffer at which it may go on", (p, v) -> {
        BufferTraits b = p.traits().buffer();
        return p.with(p.traits().with(new BufferTraits(b.bytes(), b.stopPercent(), Words.percent(v))));
    }),
    SPEED("speed", "stitches a minute for short stitches; long ones at half of it", (p, v) -> {
        double full = Words.number(v);
        MachineProfile s = p.traits().needle().speed();
        return speed(
                p,
                new MachineProfile(
                        full,
                        s.fullUpToTenths(),
                        full / 2,
                        s.slowestFromTenths(),
                        s.trim(),
                        s.colorChange(),
                        s.stop()));
    }),
    TRIM("trim", "how long cutting the thread takes", (p, v) -> {
        MachineProfile s = p.traits().needle().speed();
        return speed(p, times(s, Words.duration(v), s.colorChange()));
    }),
    COLOR_CHANGE("color-change", "how long taking the next needle takes", (p, v) -> {
        MachineProfile s = p.traits().needle().speed();
        return speed(p, times(s, s.trim(), Words.duration(v)));
    }),
    RAMP_UP("ramp-up", "stitches to full speed after a start, trim or colour change", (p, v) -> {
        NeedleTraits n = p.traits().needle();
        return needle(p, n, Words.whole(v), n.leastBackUp(), n.mostBackUp(), n.stitchesPerBobbin());
    }),
    BREAKS(
            "breaks",
            "thread breaks per 1000 stitches",
            (p, v) -> p.with(p.traits().with(p.traits().needle().withBreaksPerThousand(Words.number(v))))),
    BACK_UP("back-up", "stitches the operator goes back after a break, as 5-20", (p, v) -> {
        NeedleTraits n = p.traits().needle();
        int[] range = Words.range(v);
        return needle(p, n, n.rampStitches(), range[0], range[1], n.stitchesPerBobbin());
    }),
    BOBBIN("bobbin", "stitches in a bobbin, 0 for one that never ends", (p, v) -> {
        NeedleTraits n = p.traits().needle();
        return needle(p, n, n.rampStitches(), n.leastBackUp(), n.mostBackUp(), Words.whole(v));
    }),
    RETHREAD("rethread", "how long the operator takes after a thread break", (p, v) -> {
        OperatorTraits o = p.traits().operator();
        return operator(p, new OperatorTraits(Words.duration(v), o.bobbin(), o.rehoop(), o.attend(), o.spread()));
    }),
    BOBBIN_CHANGE("bobbin-change", "how long for a full bobbin", (p, v) -> {
        OperatorTraits o = p.traits().operator();
        return operator(p, new OperatorTraits(o.rethread(), Words.duration(v), o.rehoop(), o.attend(), o.spread()));
    }),
    REHOOP("rehoop", "how long for the next cloth", (p, v) -> {
        OperatorTraits o = p.traits().operator();
        return operator(p, new OperatorTraits(o.rethread(), o.bobbin(), Words.duration(v), o.attend(), o.spread()));
    }),
    ATTEND("attend", "how long until somebody says yes to a machine that asks", (p, v) -> {
        OperatorTraits o = p.traits().operator();
        return operator(p, new OperatorTraits(o.rethread(), o.bobbin(), o.rehoop(), Words.duration(v), o.spread()));
    }),
    SPREAD("spread", "percent by which people are faster or slower than that", (p, v) -> {
        OperatorTraits o = p.traits().operator();
        double spread = Words.percent(v) / 100.0;
        return operator(p, new OperatorTraits(o.rethread(), o.bobbin(), o.rehoop(), o.attend(), spread));
    }),
    POWER_LOSS(
            "power-loss",
            "forgets or remembers: all, or its place",
            (p, v) -> p.with(p.traits().withRemembersPlace(Words.either(v, "remembers", "forgets")))),
    COUNTER(
            "counter",
            "honest, stuck, jumps or counts-trims",
            (p, v) -> p.with(p.traits().with(counter(v)))),
    AUTO_RESET(
            "auto-reset",
            "yes or no: takes a new design after an interruption",
            (p, v) -> p.with(p.traits().withAutoReset(Words.either(v, "yes", "no")))),
    AUTO_REPEAT(
            "auto-repeat",
            "yes or no: sews a design it keeps again",
            (p, v) -> p.with(p.traits().withAutoRepeat(Words.either(v, "yes", "no"))));

    private final String text;
    private final String help;
    private final Change change;

    @FunctionalInterface
    private interface Change {
        Profile apply(Profile before, String value);
    }

    ProfileSetting(String text, String help, Change change) {
        this.text = text;
        this.help = help;
        this.change = change;
    }

    /**
     * The profile with this value.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    Profile apply(Profile before, String value) {
        return change.apply(before, value);
    }

    static ProfileSetting named(String text) {
        return Arrays.stream(values())
                .filter(s -> s.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no setting \"" + text + "\"; there are " + names()));
    }

    /** One line for each, for people. */
    static String help() {
        return Arrays.stream(values())
                .map(s -> "  %-14s %s%n".formatted(s.text, s.help))
                .collect(Collectors.joining());
    }

    private static String names() {
        return Arrays.stream(values()).map(s -> s.text).collect(Collectors.joining(", "));
    }

    private static Counter counter(String text) {
        for (Counter counter : Counter.values()) {
            if (Words.of(counter).equals(text)) {
                return counter;
            }
        }
        throw new IllegalArgumentException("expected honest, stuck, jumps or counts-trims, found \"" + text + "\"");
    }

    private static MachineProfile times(MachineProfile s, Duration trim, Duration colorChange) {
        return new MachineProfile(
                s.fullPerMinute(),
                s.fullUpToTenths(),
                s.slowestPerMinute(),
                s.slowestFromTenths(),
                trim,
                colorChange,
                s.stop());
    }

    private static Profile speed(Profile p, MachineProfile speed) {
        NeedleTraits n = p.traits().needle();
        return p.with(p.traits()
                .with(new NeedleTraits(
                        speed,
                        n.rampStitches(),
                        n.breaksPerThousand(),
                        n.leastBackUp(),
                        n.mostBackUp(),
                        n.stitchesPerBobbin())));
    }

    private static Profile needle(Profile p, NeedleTraits n, int ramp, int leastBack, int mostBack, int bobbin) {
        return p.with(
                p.traits().with(new NeedleTraits(n.speed(), ramp, n.breaksPerThousand(), leastBack, mostBack, bobbin)));
    }

    private static Profile operator(Profile p, OperatorTraits operator) {
        return p.with(p.traits().with(operator));
    }
}
