package org.stitchery.service.order;

import java.util.UUID;

/**
 * An order line may be sewn. Fired inside the transaction that releases the order, once per line.
 *
 * @param orderId the order
 * @param orderLineId the line, the key of the job that sews it
 * @param designSha256 the design the customer approved
 * @param quantity garments to sew, at least 1
 * @param title the line's title for people
 * @param customerName who ordered, for people
 */
public record OrderReleased(
        UUID orderId, UUID orderLineId, String designSha256, int quantity, String title, String customerName) {}
