package org.stitchery.driver.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link Transcript} being played: which line it is at, and what that line allows. */
final class Script {

    private final Transcript transcript;
    private final FakeClock clock;
    private int at;
    private int sentOfStep;
    private long since;
    private boolean waiting;
    private boolean hungUp;
    private final Map<Byte, byte[]> atOnce = new HashMap<>();
    private final List<String> expectedReports = new ArrayList<>();
    private @Nullable String expectedOutcome;

    Script(Transcript transcript, FakeClock clock) {
        this.transcript = transcript;
        this.clock = clock;
    }

    String name() {
        return transcript.name();
    }

    boolean hungUp() {
        return hungUp;
    }

    /** Names of events the driver ought to have reported by now; taken by the caller. */
    List<String> takeExpectedReports() {
        List<String> taken = List.copyOf(expectedReports);
        expectedReports.clear();
        return taken;
    }

    @Nullable
    String expectedOutcome() {
        return expectedOutcome;
    }

    boolean played() {
        return at == transcript.steps().size();
    }

    /** Where it is, for a failure. */
    String place() {
        return played()
                ? name() + " after its last line"
                : name() + " line " + transcript.steps().get(at).line();
    }

    /**
     * Plays all that needs nothing from the host.
     *
     * @param hostHeardAll whether the host has taken in all the machine said so far
     * @return bytes the machine says now, null when it has nothing to say
     */
    byte @Nullable [] advance(boolean hostHeardAll) {
        while (!played()) {
            Step step = transcript.steps().get(at);
            if (step instanceof Step.MachineSends says) {
                next();
                return says.bytes();
            }
            if (!passed(step, hostHeardAll)) {
                return null;
            }
            next();
        }
        return null;
    }

    private boolean passed(Step step, boolean hostHeardAll) {
        if (step instanceof Step.HostSends sends) {
            return sentOfStep == sends.bytes().length;
        } else if (step instanceof Step.Wait wait) {
            return timePassed(wait.time().toNanos(), true);
        } else if (step instanceof Step.Silence silence) {
            return timePassed(silence.time().toNanos(), hostHeardAll);
        } else if (step instanceof Step.Reports reports) {
            expectedReports.add(reports.event());
            return true;
        } else if (step instanceof Step.EndsWith ends) {
            expectedOutcome = ends.outcome();
            return true;
        } else if (step instanceof Step.AtOnce now) {
            atOnce.put(now.value(), now.answer());
            return true;
        } else if (step instanceof Step.HangUp) {
            hungUp = true;
            return true;
        }
        return false; // Does: passed when the host takes the command
    }

    /** The clock of a step starts with its first look; silence may be asked for only once the host has heard why. */
    private boolean timePassed(long nanos, boolean mayStart) {
        if (!waiting) {
            waiting = mayStart;
            since = clock.nanos();
        }
        return waiting && clock.nanos() - since >= nanos;
    }

    private void next() {
        at++;
        sentOfStep = 0;
        waiting = false;
    }

    /** What the host has to ask the driver for now, null for nothing. Taking it goes on with the script. */
    Step.@Nullable Command takeCommand() {
        if (!played() && transcript.steps().get(at) instanceof Step.Does does) {
            next();
            return does.command();
        }
        return null;
    }

    /** How many bytes the machine's side takes now. */
    int wants(boolean strict) {
        if (!played()) {
            return transcript.steps().get(at) instanceof Step.HostSends sends ? sends.bytes().length - sentOfStep : 0;
        }
        return strict && expectedOutcome == null ? 0 : Integer.MAX_VALUE;
    }

    /** What the machine says to this byte wherever it comes; null when it is a byte like any other. */
    byte @Nullable [] answerAtOnce(byte value) {
        return atOnce.get(value);
    }

    /** The line takes nothing at all now. */
    boolean waits() {
        return !played() && transcript.steps().get(at) instanceof Step.Wait;
    }

    /** The host would like to send. */
    void hostOffers() {
        if (!played() && waiting && transcript.steps().get(at) instanceof Step.Silence) {
            throw new AssertionError(place() + ": the host sends although it has to be silent");
        }
    }

    void hostSends(byte value, int offset, boolean strict) {
        if (played()) {
            if (strict) {
                throw new AssertionError(place() + ": the host sends more than expected, "
                        + String.format("byte %d is %02X", offset, value));
            }
            return;
        }
        Step.HostSends sends = (Step.HostSends) transcript.steps().get(at);
        byte expected = sends.bytes()[sentOfStep++];
        if (strict && expected != value) {
            throw new AssertionError(String.format(
                    "%s: byte %d of the host, expected %02X, found %02X", place(), offset, expected, value));
        }
    }
}
