package org.stitchery.simulator.gcode;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stitchery.simulator.machine.Mechanism;
import org.stitchery.simulator.machine.Move;

/**
 * A Marlin: takes a numbered line only when its checksum fits and its number is the next, asks for it again otherwise and
 * then throws away what waits; says that it is busy every two seconds; a servo does not wait for the frame.
 *
 * <p>Its line may be a bad one: of so many lines in a thousand one arrives with a flipped bit, and one ok in so many gets
 * lost. Chance is seeded.
 */
public final class MarlinController extends GcodeController {

    private static final Set<String> KNOWN = Set.of(
            "G0", "G1", "G4", "G21", "G90", "G92", "M0", "M1", "M105", "M106", "M107", "M108", "M110", "M114", "M211",
            "M280", "M400", "M410");

    /** Hosts begin at -1, too. */
    private static final Pattern NUMBER = Pattern.compile("^N(-?[0-9]{1,9})");

    private static final long BUSY_NANOS = 2_000_000_000L;
    private static final double SERVO_IS_DOWN = 45;

    private final Random chance;
    private final double damagedPerThousand;
    private final double lostPerThousand;
    private final StringBuilder atOnce = new StringBuilder();
    private long last;
    private boolean needleDown = true;
    private boolean fan;
    private boolean halted;
    private boolean damaged;
    private boolean looked;
    private long busyNanos = Long.MAX_VALUE;

    /**
     * @param damagedPerThousand lines that arrive with a flipped bit
     * @param lostPerThousand oks that get lost
     */
    public MarlinController(Mechanism mechanism, NeedleDrive drive, double damagedPerThousand, double lostPerThousand) {
        super(mechanism, drive);
        this.damagedPerThousand = damagedPerThousand;
        this.lostPerThousand = lostPerThousand;
        this.chance = new Random(mechanism.traits().seed());
    }

    @Override
    void greet(long nowNanos) {
        last = 0;
        halted = false;
        needleDown = false;
        fan = false;
        looked = false;
        atOnce.setLength(0);
        say("start");
        say("echo:Marlin 2.1.2");
        say("echo: Free Memory: 5000  PlannerBufferBytes: 1200");
    }

    /** The emergency parser reads along, and takes nothing out of the line. */
    @Override
    boolean heardAtOnce(byte b, long nowNanos) {
        if (b != '\n') {
            if (atOnce.length() < 96) {
                atOnce.append((char) (b & 0xFF));
            }
            return false;
        }
        String line = atOnce.toString().strip();
        atOnce.setLength(0);
        if (line.equals("M410")) {
            planner.clear();
        }
        return false;
    }

    @Override
    boolean execute(String line, long nowNanos) {
        String text = line.strip();
        if (text.isEmpty()) {
            return true;
        }
        if (!looked) {
            looked = true;
            damaged = chance.nextDouble() * 1000 < damagedPerThousand;
        }
        String body = text;
        if (text.startsWith("N")) {
            if (!accepted(damaged ? flipped(text) : text) || text.lastIndexOf('*') < 0) {
                looked = false;
                return true;
            }
            body = NUMBER.matcher(text.substring(0, text.lastIndexOf('*')))
                    .replaceFirst("")
                    .strip();
        }
        if (!perform(body, nowNanos)) {
            return false;
        }
        looked = false;
        busyNanos = Long.MAX_VALUE;
        if (text.startsWith("N")) {
            boolean named = body.startsWith("M110") && body.indexOf('N') >= 0;
            last = number(named ? body.substring(body.indexOf('N')) : text);
        }
        return true;
    }

    private String flipped(String text) {
        char[] chars = text.toCharArray();
        chars[chance.nextInt(chars.length - 1) + 1] ^= 1;
        return new String(chars);
    }

    private boolean accepted(String text) {
        int star = text.lastIndexOf('*');
        if (star < 0) {
            return again("No Checksum with line number");
        }
        int sum = 0;
        for (byte b : text.substring(0, star).getBytes(StandardCharsets.ISO_8859_1)) {
            sum ^= b;
        }
        if (!text.substring(star + 1).equals(Integer.toString(sum))) {
            return again("checksum mismatch");
        }
        boolean numbering = text.contains(" M110");
        return numbering || number(text) == last + 1 || again("Line Number is not Last Line Number+1");
    }

    private boolean again(String why) {
        say("Error:" + why + ", Last Line: " + last);
        forgetLines();
        say("Resend: " + (last + 1));
        say("ok");
        return false;
    }

    private static long number(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.find() ? Long.parseLong(number.group(1)) : -1;
    }

    /** @return false when it has to wait */
    private boolean perform(String body, long nowNanos) {
        if (body.startsWith("M110")) {
            return ok();
        }
        Words words = Words.of(body);
        if (words.broken() || words.codeOutside(KNOWN) != null) {
            say("echo:Unknown command: \"" + body.replaceAll("[^ -~]", "?") + "\"");
            return ok();
        }
        if (words.has("M105")) {
            say("ok T:21.0 /0.0 B:20.0 /0.0 @:0 B@:0");
            return true;
        }
        boolean halts = words.has("M0") || words.has("M1");
        boolean waits = halts || words.has("M400") || words.has("G4") || words.has("M106");
        boolean moves = halts || words.has("X") || words.has("Y") || words.has("Z");
        if (waits && !planner.done() || !waits && planner.full() || moves && !halted && rehooping()) {
            return busy(nowNanos);
        }
        if (halts && !halted) {
            beginDesign(nowNanos);
            halted = true;
            planner.add(words.has("T") ? Move.Kind.COLOR_CHANGE : Move.Kind.STOP);
            say("echo:busy: paused for user");
            return busy(nowNanos);
        }
        halted = false;
        if (words.has("G92")) {
            planner.countShaftFrom(words.value("Z", 0));
        } else if (moves) {
            beginDesign(nowNanos);
            planner.move(words, drive);
        }
        return outputs(words);
    }

    private boolean outputs(Words words) {
        if (words.has("M280")) {
            boolean down = words.value("S", 90) < SERVO_IS_DOWN;
            if (down && !needleDown && drive == NeedleDrive.SERVO) {
                planner.addFirst(Move.Kind.STITCH);
            }
            needleDown = down;
        }
        if (words.has("M106") && !fan) {
            planner.add(Move.Kind.TRIM);
        }
        fan = (fan || words.has("M106")) && !words.has("M107");
        if (words.has("M114")) {
            say(String.format(
                    Locale.ROOT,
                    "X:%.2f Y:%.2f Z:0.00 E:0.00 Count X:0 Y:0 Z:0",
                    mechanism.x() / 10.0,
                    -mechanism.y() / 10.0));
            end();
        }
        return ok();
    }

    /** It cannot know the end of a design; hosts ask where the frame is when all has moved. */
    private void end() {
        if (mechanism.state() == Mechanism.State.SEWING && planner.done()) {
            planner.add(Move.Kind.END);
        }
    }

    private boolean ok() {
        if (chance.nextDouble() * 1000 >= lostPerThousand) {
            say("ok");
        }
        return true;
    }

    private boolean busy(long nowNanos) {
        if (busyNanos == Long.MAX_VALUE) {
            busyNanos = nowNanos + BUSY_NANOS;
        }
        return false;
    }

    @Override
    public long turn(long nowNanos) {
        super.turn(nowNanos);
        if (waits() && nowNanos >= busyNanos) {
            say(halted ? "echo:busy: paused for user" : "echo:busy: processing");
            busyNanos = nowNanos + BUSY_NANOS;
        }
        return waits() ? busyNanos : Long.MAX_VALUE;
    }
}
