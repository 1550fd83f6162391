package org.stitchery.embroidery.format.dst;

/**
 * One record of three bytes, for those who meet a DST record by record, such as a machine at the other end of a line.
 *
 * @param kind what the machine does after the move
 * @param dx tenths of a millimetre to the right, -121 to 121
 * @param dy tenths of a millimetre downwards, -121 to 121
 */
public record DstRecord(Kind kind, int dx, int dy) {

    /** The size of a record. */
    public static final int BYTES = 3;

    /** The furthest a record moves on each axis, in tenths of a millimetre. */
    public static final int LONGEST_MOVE = DstTables.REACH;

    /** What the machine does after the move. */
    public enum Kind {
        /** The needle goes down. */
        STITCH(0x03),
        /** Nothing, the needle stays up; in sequin mode a sequin drops. */
        JUMP(0x83),
        /** The next needle in the machine's list, or a stop. */
        COLOR_CHANGE(0xC3),
        /** Switches sequin mode on or off. */
        SEQUIN_MODE(0x43),
        /** The design ends. */
        END(0xF3);

        private final int bits;

        Kind(int bits) {
            this.bits = bits;
        }

        /** The third byte of a record of this kind that does not move. */
        int bits() {
            return bits;
        }
    }

    public DstRecord {
        if (Math.abs((long) dx) > LONGEST_MOVE || Math.abs((long) dy) > LONGEST_MOVE) {
            throw new IllegalArgumentException(
                    "A DST record moves up to " + LONGEST_MOVE + " tenths, got (" + dx + ", " + dy + ")");
        }
    }

    /** Reads the three bytes from the offset on; any bytes are a record. */
    public static DstRecord decode(byte[] bytes, int offset) {
        return decode(bytes[offset], bytes[offset + 1], bytes[offset + 2]);
    }

    /** Reads the three bytes; any bytes are a record. */
    public static DstRecord decode(byte first, byte second, byte third) {
        Kind kind = DstTables.kind(third);
        if (kind == Kind.END) {
            return new DstRecord(kind, 0, 0);
        }
        int move = DstTables.move(first, second, third);
        return new DstRecord(kind, DstTables.dx(move), DstTables.dy(move));
    }

    /** Writes the three bytes from the offset on. */
    public void encode(byte[] bytes, int offset) {
        int bits = (kind == Kind.END ? 0 : DstTables.moveBits(dx, dy)) | kind.bits();
        bytes[offset] = (byte) (bits >> 16);
        bytes[offset + 1] = (byte) (bits >> 8);
        bytes[offset + 2] = (byte) bits;
    }

    /** The three bytes. */
    public byte[] encode() {
        byte[] bytes = new byte[BYTES];
        encode(bytes, 0);
        return bytes;
    }
}
