package org.stitchery.simulator.gcode;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.stitchery.simulator.machine.Mechanism;
import org.stitchery.simulator.machine.Move;

/**
 * What lies between the reader of lines and the motors: a queue of 15 moves, and where frame and shaft will be when they
 * are done. Places are millimetres as written, y upwards; the shaft counts in turns.
 */
final class Planner {

    static final int BLOCKS = 15;

    private static final double MM_PER_TURN = 5;

    /** Rounding of single precision must not lose a turn. */
    private static final double HAIR = 1e-3;

    private final Mechanism mechanism;
    private final ArrayDeque<Move.Kind> kinds = new ArrayDeque<>();
    private final ArrayDeque<int[]> places = new ArrayDeque<>();
    private double x;
    private double y;
    private double shaft;
    private double shaftZero;
    private boolean standing = true;

    Planner(Mechanism mechanism) {
        this.mechanism = mechanism;
    }

    boolean full() {
        return kinds.size() >= BLOCKS - 1;
    }

    int free() {
        return Math.max(0, BLOCKS - kinds.size() - (standing ? 0 : 1));
    }

    /** Nothing waits and nothing moves. */
    boolean done() {
        return kinds.isEmpty() && standing;
    }

    /** The needle is free and nothing is left to do. */
    void stands() {
        standing = true;
    }

    /** Moves frame and shaft as the words say; a turn of the shaft is a stitch. */
    void move(Words words, NeedleDrive drive) {
        if (words.has("X") || words.has("Y")) {
            x = words.value("X", x);
            y = words.value("Y", y);
            add(Move.Kind.JUMP);
        }
        if (words.has("Z")) {
            double before = shaft;
            shaft = shaftZero + words.value("Z", 0);
            long turns = (long) (Math.floor(shaft / MM_PER_TURN + HAIR) - Math.floor(before / MM_PER_TURN + HAIR));
            for (long turn = 0; turn < turns && drive == NeedleDrive.SHAFT; turn++) {
                add(Move.Kind.STITCH);
            }
        }
    }

    /** From here on the shaft is said to be there. */
    void countShaftFrom(double z) {
        shaftZero = shaft - z;
    }

    /** At the end of all that waits, where the frame then is. */
    void add(Move.Kind kind) {
        kinds.add(kind);
        places.add(place());
    }

    /** At once, wherever the frame happens to be; what waits comes after it. */
    void addFirst(Move.Kind kind) {
        kinds.addFirst(kind);
        places.addFirst(new int[] {mechanism.x(), mechanism.y()});
    }

    private int[] place() {
        return new int[] {(int) Math.round(x * 10), (int) Math.round(-y * 10)};
    }

    /** The next for the needle, null for none. */
    @Nullable
    Move next() {
        Move.Kind kind = kinds.poll();
        int[] place = places.poll();
        if (kind == null || place == null) {
            return null;
        }
        standing = false;
        return new Move(kind, place[0], place[1]);
    }

    /** Forgets what waits; the frame is where it is. */
    void clear() {
        kinds.clear();
        places.clear();
        x = mechanism.x() / 10.0;
        y = -mechanism.y() / 10.0;
        shaft = 0;
        shaftZero = 0;
    }
}
