package org.stitchery.service.machine;

/** News: a machine's status is another. Fired asynchronously; thinned to two a second per machine while it is the same state. */
public record MachineStatusChanged(MachineStatus status) {}
