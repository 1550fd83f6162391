package org.stitchery.simulator.gcode;

import java.util.Locale;
import java.util.Set;
import org.stitchery.simulator.machine.Mechanism;
import org.stitchery.simulator.machine.Move;

/**
 * A grbl 1.1: answers each line with ok or an error, hears {@code ? ! ~} and reset past its buffer, halts at M0 until its
 * operator has done what was to be done, and says the end of the program when the motors stand.
 */
public class GrblController extends GcodeController {

    private static final Set<String> KNOWN = Set.of(
            "G0", "G1", "G4", "G17", "G21", "G54", "G90", "G92", "G94", "M0", "M1", "M2", "M30", "M3", "M4", "M5", "M8",
            "M9");

    private static final int LONGEST_LINE = 80;
    private static final double SERVO_IS_DOWN = 45;

    private boolean checking;
    private boolean locked;
    private boolean needleDown;
    private boolean coolant;
    private boolean halted;

    public GrblController(Mechanism mechanism, NeedleDrive drive) {
        super(mechanism, drive);
    }

    @Override
    void greet(long nowNanos) {
        checking = false;
        halted = false;
        coolant = false;
        needleDown = false;
        say("");
        say(hello());
        if (locked) {
            say("[MSG:'$H'|'$X' to unlock]");
        }
    }

    String hello() {
        return "Grbl 1.1h ['$' for help]";
    }

    @Override
    final boolean heardAtOnce(byte b, long nowNanos) {
        switch (b) {
            case '?' -> say(status());
            case '!' -> hold();
            case '~' -> goOn();
            case 0x18 -> restart(nowNanos);
            default -> {
                return b < 0; // overrides, which this machine has none of
            }
        }
        return true;
    }

    private void restart(long nowNanos) {
        if (moving() && !halted) {
            locked = true;
            say("ALARM:3");
        }
        forgetAll(nowNanos);
        greet(nowNanos);
    }

    final boolean locked() {
        return locked;
    }

    /** What it is doing, unless it is locked. */
    String state() {
        if (checking) {
            return "Check";
        }
        if (halted || attended() || waits() && rehooping()) {
            return "Hold:0";
        }
        return held() ? (moving() ? "Hold:1" : "Hold:0") : planner.done() ? "Idle" : "Run";
    }

    private String status() {
        return String.format(
                Locale.ROOT,
                "<%s|MPos:%.3f,%.3f,0.000|Bf:%d,%d|FS:0,0>",
                locked ? "Alarm" : state(),
                mechanism.x() / 10.0,
                -mechanism.y() / 10.0,
                planner.free(),
                buffer.free());
    }

    @Override
    boolean execute(String line, long nowNanos) {
        if (line.startsWith("$")) {
            command(line, nowNanos);
            return true;
        }
        if (line.length() >= LONGEST_LINE) {
            return answer("error:11");
        }
        Words words = Words.of(line);
        if (words.empty() && !words.broken()) {
            return answer("ok");
        }
        if (locked || words.broken() || words.codeOutside(KNOWN) != null) {
            return answer(locked ? "error:9" : words.broken() ? "error:2" : "error:20");
        }
        return checking ? answer("ok") : perform(words, nowNanos);
    }

    /** Whoever resets it at the panel has looked at it. */
    @Override
    public void reset(long nowNanos) {
        locked = false;
        super.reset(nowNanos);
    }

    final boolean answer(String what) {
        say(what);
        return true;
    }

    /** A line that begins with a dollar sign. */
    void command(String line, long nowNanos) {
        switch (line) {
            case "$I" -> {
                say("[VER:1.1h.20190830:]");
                say("[OPT:V," + Planner.BLOCKS + "," + LineBuffer.BYTES + "]");
                say("ok");
            }
            case "$X", "$H" -> {
                locked = false;
                say("ok");
            }
            case "$C" -> check(nowNanos);
            default -> say("error:3");
        }
    }

    private void check(long nowNanos) {
        if (checking) {
            say("[MSG:Disabled]");
            say("ok");
            forgetAll(nowNanos);
            greet(nowNanos);
        } else if (planner.done() && !locked) {
            checking = true;
            say("[MSG:Enabled]");
            say("ok");
        } else {
            say("error:8");
        }
    }

    /** Everything but a plain move waits until the motors stand. */
    private boolean perform(Words words, long nowNanos) {
        boolean halts = words.has("M0");
        boolean ends = words.has("M2") || words.has("M30");
        boolean waits = halts || ends || words.has("G4") || output(words);
        boolean moves = halts || ends || output(words) || words.has("X") || words.has("Y") || words.has("Z");
        if (waits && !planner.done() || !waits && planner.full() || moves && !halted && rehooping()) {
            return false;
        }
        if ((halts || ends) && !halted) {
            beginDesign(nowNanos);
            halted = true;
            planner.add(ends ? Move.Kind.END : words.has("T") ? Move.Kind.COLOR_CHANGE : Move.Kind.STOP);
            return false;
        }
        halted = false;
        if (words.has("G92")) {
            planner.countShaftFrom(words.value("Z", 0));
        } else if (!waits && (words.has("X") || words.has("Y") || words.has("Z"))) {
            beginDesign(nowNanos);
            planner.move(words, drive);
        }
        outputs(words);
        if (ends) {
            say("[MSG:Pgm End]");
        }
        return answer("ok");
    }

    private static boolean output(Words words) {
        return words.has("M3") || words.has("M4") || words.has("M5") || words.has("M8") || words.has("M9");
    }

    private void outputs(Words words) {
        boolean down = words.has("M3") && words.value("S", 0) >= SERVO_IS_DOWN || needleDown && !words.has("M3");
        if (down && !needleDown && drive == NeedleDrive.SERVO) {
            planner.add(Move.Kind.STITCH);
        }
        needleDown = down && !words.has("M5");
        if (words.has("M8") && !coolant) {
            planner.add(drive == NeedleDrive.TRIGGER ? Move.Kind.STITCH : Move.Kind.TRIM);
        }
        coolant = (coolant || words.has("M8")) && !words.has("M9");
    }
}
