package org.stitchery.driver.needlelink;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineEvent;

/** The design on its way to the machine, chunk by chunk, and how far it has got by the machine's own word. */
final class Sending {

    /** Progress oftener than this is more than anybody can read. Taste. */
    private static final long REPORT_NANOS = Duration.ofMillis(100).toNanos();

    private static final int MOST_TRIES = 3;

    private final byte[] design;
    private final Line line;
    private final Host host;
    private @Nullable ChunkFeed feed;
    private long movedNanos;
    private long progressNanos;

    Sending(byte[] design, Line line, Host host) {
        this.design = design;
        this.line = line;
        this.host = host;
    }

    /**
     * @param machine what it said of chunks and window
     * @param next the first byte it has not got
     */
    void begin(Answer.Welcome machine, long next) {
        int from = (int) Math.min(design.length, next);
        feed = new ChunkFeed(design, machine.chunk(), machine.window(), from);
    }

    /**
     * The machine could not read a chunk.
     *
     * @return false when that has happened too often
     */
    boolean startOver(int tag) {
        ChunkFeed feeding = feed;
        if (feeding == null) {
            return true;
        }
        feeding.startOver(tag);
        return feeding.startedOver() <= MOST_TRIES;
    }

    /** @param next the first byte the machine has not got */
    void got(int tag, long next, long nowNanos) {
        ChunkFeed feeding = feed;
        if (feeding == null) {
            return;
        }
        int before = feeding.acknowledged();
        feeding.got(tag, next);
        if (feeding.acknowledged() != before) {
            movedNanos = nowNanos;
            report(nowNanos);
        }
    }

    private void report(long nowNanos) {
        if (isWhole() || nowNanos - progressNanos >= REPORT_NANOS) {
            progressNanos = nowNanos;
            host.report(new MachineEvent.Progressed(Evidence.ACKNOWLEDGED, acknowledged()));
        }
    }

    boolean isWhole() {
        return acknowledged() == design.length;
    }

    /** Bytes the machine says it has; 0 before it was sent any. */
    int acknowledged() {
        ChunkFeed feeding = feed;
        return feeding == null ? 0 : feeding.acknowledged();
    }

    /**
     * Repeats what got no answer and goes on as far as window and line allow.
     *
     * @param wroteNanos when the line last took a byte
     */
    void goOn(Question question, long run, long nowNanos, long wroteNanos) {
        ChunkFeed feeding = feed;
        if (feeding != null) {
            feeding.again(line, nowNanos, wroteNanos - movedNanos > 0 ? wroteNanos : movedNanos);
            feeding.feed(line, question, run);
        }
    }
}
