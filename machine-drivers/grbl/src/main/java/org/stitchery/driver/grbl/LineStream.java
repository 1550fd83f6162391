package org.stitchery.driver.grbl;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.stitchery.driver.api.Transport;

/**
 * Feeds a program and counts what is under way: a line counts from its first byte until its answer. After a line at which
 * the controller halts for a person nothing follows until it is answered, so that nothing lies in its buffer meanwhile.
 */
final class LineStream {

    private final GcodeProgram program;
    private final Transport transport;
    private final int most;
    private final boolean oneAtATime;
    private final ByteBuffer wire;
    private int begun;
    private int answered;

    LineStream(GcodeProgram program, Transport transport, int most, boolean oneAtATime) {
        this.program = program;
        this.transport = transport;
        this.most = most;
        this.oneAtATime = oneAtATime;
        this.wire = ByteBuffer.wrap(program.wire()).asReadOnlyBuffer();
    }

    /** Hands over what may leave now; true when the line may take more soon. */
    boolean feed() throws IOException {
        int next = begun;
        while (next < program.lines() && mayFollow(next)) {
            next++;
        }
        int allowed = next == 0 ? 0 : program.end(next - 1);
        if (wire.position() == allowed) {
            return false;
        }
        wire.limit(allowed);
        transport.write(wire);
        wire.limit(wire.capacity());
        while (begun < next && wire.position() > program.start(begun)) {
            begun++;
        }
        return true;
    }

    private boolean mayFollow(int line) {
        if (line == answered) {
            return true;
        }
        return !oneAtATime && !program.halts(line - 1) && program.end(line) - program.start(answered) <= most;
    }

    /** One more line is answered; false when none was owed an answer. */
    boolean answer() {
        if (answered == begun) {
            return false;
        }
        answered++;
        return true;
    }

    int begun() {
        return begun;
    }

    int answered() {
        return answered;
    }

    boolean owed() {
        return answered < begun;
    }

    boolean over() {
        return answered == program.lines();
    }

    /** The oldest line without an answer is one at which the controller halts for a person. */
    boolean atHalt() {
        return owed() && program.halts(answered);
    }

    /** Bytes of the program the transport has accepted. */
    int accepted() {
        return wire.position();
    }
}
