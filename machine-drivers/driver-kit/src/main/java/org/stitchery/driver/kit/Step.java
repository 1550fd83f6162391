package org.stitchery.driver.kit;

import java.time.Duration;

/** One line of a {@link Transcript}. */
sealed interface Step {

    /** Where it stands in the file, from 1. */
    int line();

    /** {@code > 00*32 @design}: the host sends exactly this. */
    record HostSends(int line, byte[] bytes) implements Step {}

    /** {@code < 11}: the machine says this. */
    record MachineSends(int line, byte[] bytes) implements Step {}

    /** {@code wait 20ms}: time passes and the line takes nothing. */
    record Wait(int line, Duration time) implements Step {}

    /** {@code silence 200ms}: time passes, the line would take bytes, and the host must offer none. */
    record Silence(int line, Duration time) implements Step {}

    /** {@code hang-up}: the machine's side ends the line. */
    record HangUp(int line) implements Step {}

    /** {@code report HeldByMachine}: the driver has reported an event of this name since the last such line. */
    record Reports(int line, String event) implements Step {}

    /** {@code do pause}: the host asks the driver for this. */
    record Does(int line, Command command) implements Step {}

    /** {@code at-once 3F "<Idle>" 0A}: from here on this byte of the host is no part of its lines, and answered so. */
    record AtOnce(int line, byte value, byte[] answer) implements Step {}

    /** {@code outcome Delivered}: how the exchange ends. */
    record EndsWith(int line, String outcome) implements Step {}

    enum Command {
        PAUSE,
        RESUME,
        ABORT
    }
}
