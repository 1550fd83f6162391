package org.stitchery.driver.api;

import java.util.List;

/**
 * One attempt to bring one encoded design to one machine.
 *
 * @param label how machine and people name it: 1 to 16 of {@code A-Z 0-9 _ -}; the only text that reaches a machine
 * @param format id of the encoding, one of {@link DriverDescription#formats()}
 * @param content the encoded design; the record copies it
 * @param fence the right to the port under which it was ordered, 0 or more; the host that owns the port refuses orders
 *     with a lower one than it has seen, so a driver need not look at it
 * @param sideFiles what lies beside the design, one of each {@link DriverDescription#sideFiles() kind}; drivers that ask
 *     for none find none
 * @param fromStitch where the needle begins, counted in the design's stitches from 0. Anything but 0 is a person's
 *     decision and refused by drivers that cannot ({@link Capabilities#restartAtStitch()})
 * @param attempt names this attempt among all others at the machine, so that one that can tell (see
 *     {@link Capabilities#identityReadback()}) knows an order that comes again, after a line was lost, from a new one for
 *     the same design; 0 when it has no name, and then every order is a new one
 */
public record DeliveryOrder(
        String label,
        String format,
        byte[] content,
        long fence,
        List<SideFile> sideFiles,
        long fromStitch,
        long attempt) {

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
        if (fromStitch < 0) {
            throw new IllegalArgumentException("A needle begins at stitch 0 or later, found " + fromStitch);
        }
        content = content.clone();
        sideFiles = List.copyOf(sideFiles);
        long kinds = sideFiles.stream().map(SideFile::extension).distinct().count();
        if (kinds < sideFiles.size()) {
            throw new IllegalArgumentException("Two side files of one kind for " + label);
        }
    }

    /** An attempt without a name. */
    public DeliveryOrder(
            String label, String format, byte[] content, long fence, List<SideFile> sideFiles, long fromStitch) {
        this(label, format, content, fence, sideFiles, fromStitch, 0);
    }

    /** A design from its first stitch, with nothing beside it, an attempt without a name. */
    public DeliveryOrder(String label, String format, byte[] content, long fence) {
        this(label, format, content, fence, List.of(), 0, 0);
    }

    /** A copy of the bytes. */
    @Override
    public byte[] content() {
        return content.clone();
    }
}
