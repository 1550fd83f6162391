package org.stitchery.service.order;

import java.util.UUID;

/**
 * Told to the order feature inside the transaction in which a garment became done.
 *
 * @param orderLineId the line
 * @param doneCount good garments of that line so far
 */
public record LineSewn(UUID orderLineId, int doneCount) {}
