package org.stitchery.driver.needlelink;

import java.time.Duration;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** At most one question at a time, asked again until it is answered. Asking again is harmless in this protocol. */
final class Question {

    /** A machine answers within half of it; the rest is for the way. From PROTOCOL.md, Timing. */
    private static final long ANSWER_NANOS = Duration.ofSeconds(1).toNanos();

    private final Line line;
    private @Nullable Frame open;
    private int nextTag = 1;
    private long askedNanos;

    Question(Line line) {
        this.line = line;
    }

    /** Tags rise with every question; 0 means that nobody asked. */
    int newTag() {
        int tag = nextTag;
        nextTag = tag == 255 ? 1 : tag + 1;
        return tag;
    }

    void ask(IntFunction<Frame> question, long nowNanos) {
        Frame frame = question.apply(newTag());
        open = frame;
        askedNanos = nowNanos;
        line.send(frame);
    }

    boolean isOpen() {
        return open != null;
    }

    /** True when this frame answers the open question, which is closed by it. */
    boolean closedBy(Frame frame) {
        Frame asked = open;
        if (asked == null || frame.tag() != asked.tag()) {
            return false;
        }
        boolean answers = frame.kind() == (asked.kind() | Answer.BIT) || frame.kind() == Answer.REFUSED;
        if (answers) {
            open = null;
        }
        return answers;
    }

    /** Asks again when it is time; the question has been on its way at least since the line last took a byte. */
    void again(long nowNanos, long lastWriteNanos) {
        Frame asked = open;
        long since = lastWriteNanos - askedNanos > 0 ? lastWriteNanos : askedNanos;
        if (asked != null && line.idle() && nowNanos - since >= ANSWER_NANOS) {
            askedNanos = nowNanos;
            line.send(asked);
        }
    }

    void forget() {
        open = null;
    }
}
