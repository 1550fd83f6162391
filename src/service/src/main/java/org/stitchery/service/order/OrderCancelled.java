package org.stitchery.service.order;

import java.util.UUID;

/**
 * A released order was cancelled. Fired inside the cancelling transaction; an observer that finds a garment already
 * begun throws, and the order stays as it is.
 *
 * @param orderId the order
 * @param orderLineId the line of which nothing more is to be sewn
 */
public record OrderCancelled(UUID orderId, UUID orderLineId) {}
