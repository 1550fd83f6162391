package org.stitchery.service.machine;

import java.util.UUID;

/** This node's time-limited right to a machine, with the fence it came with. */
record Lease(UUID machineId, long fence) {}
