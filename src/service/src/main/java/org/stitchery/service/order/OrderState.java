package org.stitchery.service.order;

/** How far an order has come. What is before an approved proof is the proof's own state. */
public enum OrderState {
    /** Ordered; nothing is sewn before a planner or the house's rule releases it. */
    PROOF_APPROVED("ordered"),
    /** The floor has it. */
    RELEASED("in production"),
    /** Every garment is sewn. */
    FULFILLED("finished"),
    /** Called off. */
    CANCELLED("cancelled");

    private final String words;

    OrderState(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
