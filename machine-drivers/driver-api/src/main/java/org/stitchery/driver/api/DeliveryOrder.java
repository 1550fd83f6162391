package org.stitchery.driver.api;

/**
 * One attempt to bring one encoded design to one machine.
 *
 * @param label how machine and people name it: 1 to 16 of {@code A-Z 0-9 _ -}; the only text that reaches a machine
 * @param format id of the encoding, one of {@link DriverDescription#formats()}
 * @param content the encoded design; the record copies it
 * @param fence the right to the port under which it was ordered, 0 or more; the host that owns the port refuses orders
 *     with a lower one than it has seen, so a driver need not look at it
 */
public record DeliveryOrder(String label, String format, byte[] content, long fence) {

    public DeliveryOrder {
        if (!label.matches("[A-Z0-9_-]{1,16}")) {
            throw new IllegalArgumentException("Label must be 1 to 16 of A-Z 0-9 _ -, got \"" + label + "\"");
        }
        if (content.length == 0) {
            throw new IllegalArgumentException("Nothing to deliver for " + label);
        }
        if (fence < 0) {
            throw new IllegalArgumentException("A fence is 0 or more, found " + fence);
        }
        content = content.clone();
    }

    /** A copy of the bytes. */
    @Override
    public byte[] content() {
        return content.clone();
    }
}
