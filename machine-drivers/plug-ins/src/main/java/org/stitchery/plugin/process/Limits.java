package org.stitchery.plugin.process;

import java.time.Duration;

/**
 * How long a driver's process is waited for, and how much it may take.
 *
 * @param start until it is there and has opened its connection
 * @param call until it answers one question, once it is there; a driver's turn never blocks, so this is long
 * @param eachTurn how long one turn of the host waits for the child's answer. Zero in every host: the answer is fetched by
 *     a later turn. Only hosts that keep a time of their own wait, as the driver kit does.
 * @param heapMegabytes most memory the driver's objects may take
 */
public record Limits(Duration start, Duration call, Duration eachTurn, int heapMegabytes) {

    /** A start takes half a second on an idle machine; one that builds and tests at the same time took eight. */
    public static final Limits USUAL = new Limits(Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ZERO, 64);
}
