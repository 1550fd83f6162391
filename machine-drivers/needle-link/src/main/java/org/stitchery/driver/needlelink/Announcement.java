package org.stitchery.driver.needlelink;

import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;

/**
 * What is said of a design before its first byte.
 *
 * @param label at most 16 characters
 * @param fence the right under which it comes
 * @param attempt names the attempt, 0 for none
 * @param format 1 DST, 2 EXP
 * @param length bytes of the encoded design
 * @param crc32 of them
 * @param stitches needle penetrations, 0 when we do not count them
 * @param fromStitch where the needle begins, from 0
 */
record Announcement(
        String label, long fence, long attempt, int format, int length, long crc32, int stitches, long fromStitch) {

    private static final int DST = 1;
    private static final int EXP = 2;

    /** Of an order whose format is one of {@link NeedleLinkDriver#FORMATS}. */
    static Announcement of(DeliveryOrder order, byte[] design) {
        boolean dst = order.format().equals("dst");
        return new Announcement(
                order.label(),
                order.fence(),
                order.attempt(),
                dst ? DST : EXP,
                design.length,
                Frame.crc(design, design.length),
                dst ? DstStitches.count(design) : 0,
                order.fromStitch());
    }

    /** Why this order cannot be announced, null when it can. */
    static @Nullable String objection(DeliveryOrder order, byte[] design) {
        if (!NeedleLinkDriver.FORMATS.contains(order.format())) {
            return "A needle link takes " + NeedleLinkDriver.FORMATS + ", found " + order.format() + ".";
        }
        if (design.length > NeedleLinkDriver.LARGEST_BYTES) {
            return "The design has " + design.length + " bytes, the most is " + NeedleLinkDriver.LARGEST_BYTES + ".";
        }
        if (order.fromStitch() > 0xFFFF_FFFFL) {
            return "No design has a stitch " + order.fromStitch() + ".";
        }
        return null;
    }

    /** Whether this is the design the machine speaks of. */
    boolean is(String otherLabel, int otherFormat, long otherLength, long otherCrc32) {
        return label.equals(otherLabel) && format == otherFormat && length == otherLength && crc32 == otherCrc32;
    }
}
