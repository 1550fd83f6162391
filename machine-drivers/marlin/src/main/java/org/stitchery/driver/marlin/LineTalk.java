package org.stitchery.driver.marlin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Transport;

/**
 * Says a program line by line, one at a time, and sorts out answers that are lost, doubled or out of place. It can afford
 * to say a line again whenever in doubt, because the controller takes a line only when its number is the next.
 *
 * <ul>
 *   <li>A request for the line that is owed an answer is waited over for a moment: a burst of them counts once, an
 *       {@code ok} that belongs to the request is not the line's, and two of them mean that the line was taken after all.
 *       Firmware that leaves that {@code ok} out loses nothing but the moment.
 *   <li>A request for the line after it says that this one was taken: it was said twice. Nothing is said again.
 *   <li>An older line is said again with all after it, when it is among those kept; else the controller has lost count.
 *       One that asks for line 1 in the middle has restarted.
 * </ul>
 */
final class LineTalk {

    /** What belongs to one request comes in this time, at 9,600 baud too. Taste. */
    private static final long MOMENT_NANOS = Duration.ofMillis(100).toNanos();

    /** A controller that says "wait" has read its line long before. Taste. */
    private static final long WAITED_NANOS = Duration.ofSeconds(1).toNanos();

    private static final byte[] POKE = "M105\n".getBytes(StandardCharsets.US_ASCII);

    private final NumberedProgram program;
    private final MarlinSettings settings;
    private final Transport transport;
    private ByteBuffer wire = ByteBuffer.allocate(0);
    private ByteBuffer poke = ByteBuffer.allocate(0);
    private int current;
    private int furthest;
    private boolean saying;
    private boolean owed;
    private boolean again;
    private boolean asked;
    private boolean settled;
    private int oks;
    private long askedNanos;
    private boolean poked;
    private boolean positionHeard;
    private long saidNanos;
    private long quietSinceNanos;
    private long accepted;
    private int repeats;

    LineTalk(NumberedProgram program, MarlinSettings settings, Transport transport) {
        this.program = program;
        this.settings = settings;
        this.transport = transport;
    }

    /** The line being said or answered; 0 is the one that sets the numbers. */
    int current() {
        return current;
    }

    /** The highest number of which a byte has left. */
    int furthest() {
        return furthest;
    }

    /** Bytes the transport has taken. */
    long accepted() {
        return accepted;
    }

    /** How often a line was said again. */
    int repeats() {
        return repeats;
    }

    boolean owed() {
        return owed;
    }

    /** Half a line has left. */
    boolean withinLine() {
        return wire.hasRemaining() && wire.position() > 0;
    }

    /** The line that is owed an answer is one at which it halts for a person; that may take as long as it takes. */
    boolean waitsForPerson() {
        return owed && program.halts(current);
    }

    boolean over() {
        return current > program.lines();
    }

    /** Since when the current line has been out whole. */
    long saidNanos() {
        return saidNanos;
    }

    /** Something of the lines was heard: it is not silent. */
    void heard(long nowNanos) {
        quietSinceNanos = nowNanos;
    }

    // ---- saying

    /** Says what may be said now; true when the line may take more soon. */
    boolean speak(long nowNanos) throws IOException {
        settle(nowNanos);
        if (!wire.hasRemaining() && !poke.hasRemaining()) {
            choose(nowNanos);
        }
        return write(wire, nowNanos) || write(poke, nowNanos);
    }

    private void choose(long nowNanos) {
        if (asked || over()) {
            return;
        }
        if (again || !owed) {
            repeats += again ? 1 : 0;
            again = false;
            owed = true;
            saying = true;
            wire = ByteBuffer.wrap(program.wire(current));
        } else if (nowNanos - quietSinceNanos >= patience().toNanos() && !(poked && waitsForPerson())) {
            poked = true;
            quietSinceNanos = nowNanos;
            poke = ByteBuffer.wrap(POKE);
            // Of the line that sets the numbers nothing depends; it may simply be said again.
            again = current == 0;
        }
    }

    /** A halt is asked about once and late: the question lies in its buffer until a person was there. */
    private Duration patience() {
        return waitsForPerson() ? settings.silence() : settings.poke();
    }

    private boolean write(ByteBuffer bytes, long nowNanos) throws IOException {
        if (!bytes.hasRemaining()) {
            return false;
        }
        int taken = transport.write(bytes);
        accepted += taken;
        if (taken > 0) {
            furthest = Math.max(furthest, current);
        }
        if (!bytes.hasRemaining() && saying && bytes == wire) {
            saying = false;
            saidNanos = nowNanos;
            quietSinceNanos = nowNanos;
        }
        return true;
    }

    // ---- answers

    /** Taken, said the controller. */
    void ok(MarlinAnswer.Ok ok) {
        if (ok.temperatures() && poked) {
            poked = false;
            // The question came after the line and is answered; so the line's answer, or the line, was lost.
            again |= owed && !asked;
            return;
        }
        if (ok.line() >= 0 && ok.line() != current) {
            return;
        }
        if (asked) {
            oks++;
        } else if (owed && !saying) {
            taken();
        }
    }

    private void taken() {
        if (program.isLast(current) && !positionHeard) {
            return;
        }
        owed = false;
        again = false;
        current++;
    }

    void position() {
        positionHeard |= program.isLast(current) && owed && !saying;
    }

    /**
     * The controller asks for a line.
     *
     * @return why it cannot have it; null when all is well
     */
    @Nullable
    String resend(int line, long nowNanos) {
        if (current == 0) {
            ask(nowNanos, false);
            return null;
        }
        if (line == current) {
            if (owed) {
                ask(nowNanos, false);
            }
            return null;
        }
        if (line == current + 1) {
            ask(nowNanos, true);
            return null;
        }
        if (line > current) {
            return "The controller asks for line " + line + ", which was never said";
        }
        if (line <= 1) {
            return "The controller asks for line " + line + " after taking " + (current - 1) + ", so it has restarted";
        }
        if (current - line > settings.history()) {
            return "The controller asks for line " + line + ", and only the last " + settings.history()
                    + " before line " + current + " are kept";
        }
        current = line;
        owed = true;
        ask(nowNanos, false);
        return null;
    }

    private void ask(long nowNanos, boolean currentIsTaken) {
        if (!asked) {
            asked = true;
            oks = 0;
            settled = false;
        }
        settled |= currentIsTaken;
        askedNanos = nowNanos;
    }

    /** The moment after a request is over: was the line taken, or is it to be said again? */
    private void settle(long nowNanos) {
        if (!asked || nowNanos - askedNanos < MOMENT_NANOS || wire.hasRemaining()) {
            return;
        }
        asked = false;
        if (!owed) {
            return;
        }
        if (settled || oks >= 2) {
            positionHeard |= program.isLast(current) && settled;
            taken();
        } else {
            again = true;
        }
    }

    /** It says that it has nothing to do; so it does not have the line it owes an answer to, or the answer was lost. */
    void waits(long nowNanos) {
        if (owed && !saying && !asked && nowNanos - saidNanos >= WAITED_NANOS) {
            again = true;
            saidNanos = nowNanos;
        }
    }
}
