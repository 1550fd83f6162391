package org.stitchery.service.artwork;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * The needle's way through a design for the live picture in a browser: little-endian 16-bit x and y of every
 * penetration in tenths of a millimetre, y downwards, in the order they are sewn. Where the thread does not run from the
 * penetration before (after a jump, a trim or a colour change), the pair ({@value #BREAK}, {@value #BREAK}) comes first.
 */
final class DesignPath {

    static final short BREAK = Short.MIN_VALUE;

    private DesignPath() {}

    static byte[] of(StitchPattern pattern) {
        ByteBuffer out = ByteBuffer.allocate(8 * pattern.size()).order(ByteOrder.LITTLE_ENDIAN);
        boolean broken = true;
        for (int i = 0; i < pattern.size(); i++) {
            if (pattern.command(i) == StitchCommand.STITCH) {
                if (broken) {
                    out.putShort(BREAK).putShort(BREAK);
                }
                out.putShort(clamped(pattern.x(i))).putShort(clamped(pattern.y(i)));
                broken = false;
            } else if (pattern.command(i) != StitchCommand.STOP) {
                broken = true;
            }
        }
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    /** No design reaches 3.2 m from its start, but a picture must not break on one that did. */
    private static short clamped(int tenths) {
        return (short) Math.max(-32_000, Math.min(32_000, tenths));
    }
}
