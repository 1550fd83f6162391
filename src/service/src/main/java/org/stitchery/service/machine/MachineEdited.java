package org.stitchery.service.machine;

import java.util.UUID;

/** News: somebody added or changed a machine, its threads included. Fired asynchronously after the commit. */
public record MachineEdited(UUID machineId) {}
