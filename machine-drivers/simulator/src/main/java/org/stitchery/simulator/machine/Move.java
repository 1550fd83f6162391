package org.stitchery.simulator.machine;

/**
 * What a controller tells the needle to do next.
 *
 * @param x where the frame is afterwards, in tenths of a millimetre from the start of the design
 * @param y likewise, y down
 */
public record Move(Kind kind, int x, int y) {

    /** What is done after the frame has moved. */
    public enum Kind {
        /** The needle goes down. */
        STITCH,
        /** Nothing, the needle stays up. */
        JUMP,
        /** The thread is cut. */
        TRIM,
        /** The next needle is taken. */
        COLOR_CHANGE,
        /** The machine waits until its operator has looked after the cloth and started it again. */
        STOP,
        /** The machine waits for its operator's yes; nothing of it is in the ledger. */
        CONFIRM,
        /** The design is done and the operator puts in the next cloth. */
        END
    }

    /** The needle goes down there. */
    public static Move stitch(int x, int y) {
        return new Move(Kind.STITCH, x, y);
    }

    /** The frame goes there with the needle up. */
    public static Move jump(int x, int y) {
        return new Move(Kind.JUMP, x, y);
    }

    /** This, with the frame staying where it is. */
    public static Move inPlace(Kind kind, Mechanism mechanism) {
        return new Move(kind, mechanism.x(), mechanism.y());
    }
}
