package org.stitchery.service.machine;

import java.util.UUID;

/**
 * News: this node has become the owner of a machine, and its port has stored the new fence, so that no earlier owner can
 * send anything any more. Fired synchronously before anything can be sent under the new fence; an observer that throws
 * keeps the machine closed, and is asked again.
 *
 * @param machineId the machine
 * @param fence higher than every earlier one
 */
public record MachineTakenOver(UUID machineId, long fence) {}
