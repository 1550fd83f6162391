package org.stitchery.service.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An order as its customer and the house see it.
 *
 * @param id the order
 * @param number what people call it
 * @param accountId whose it is
 * @param customerName whose it is, for people
 * @param state how far it has come
 * @param version rises with every change
 * @param currency ISO 4217
 * @param totalCents all lines together
 * @param lines what was ordered
 * @param createdAt when
 */
public record OrderView(
        UUID id,
        long number,
        UUID accountId,
        String customerName,
        OrderState state,
        int version,
        String currency,
        long totalCents,
        List<LineView> lines,
        Instant createdAt) {

    public OrderView {
        lines = List.copyOf(lines);
    }

    /** True while it may be called off without asking the floor. */
    public boolean isBeforeRelease() {
        return state == OrderState.PROOF_APPROVED;
    }

    /** True while it can still change. */
    public boolean isOpen() {
        return state == OrderState.PROOF_APPROVED || state == OrderState.RELEASED;
    }

    /** Lines beyond the first. */
    public int others() {
        return lines.size() - 1;
    }

    /** Garments ordered. */
    public int quantity() {
        return lines.stream().mapToInt(LineView::quantity).sum();
    }

    /** Garments sewn. */
    public int sewn() {
        return lines.stream().mapToInt(LineView::sewn).sum();
    }

    /**
     * One line.
     *
     * @param id the line
     * @param proofId the proof that was approved
     * @param designSha256 the design as approved
     * @param title what it is called
     * @param price the whole breakdown as it was shown
     * @param sewn good garments so far
     */
    public record LineView(
            UUID id, UUID proofId, String designSha256, String title, Price price, int quantity, int sewn) {}
}
