package org.stitchery.driver.needlelink;

import java.time.Duration;

/**
 * Hands a design over in chunks: never more under way than the machine has room for, back to where it wants to go on when
 * something was lost. The machine takes chunks in their order only and says which byte it wants next, so it needs no
 * memory for anything out of order, and a chunk that comes twice does no harm.
 */
final class ChunkFeed {

    private static final long ANSWER_NANOS = Duration.ofSeconds(1).toNanos();

    private final byte[] design;
    private final int chunk;
    private final int window;
    /** Which offset the chunk of each tag had, to tell an answer that is late from one that reports a loss. */
    private final int[] offsetOfTag = new int[256];

    private int acknowledged;
    private int sent;
    private int startedOver;
    private int tagOfLastStartOver;

    /** @param from the byte the machine wants first */
    ChunkFeed(byte[] design, int chunk, int window, int from) {
        this.design = design;
        this.chunk = chunk;
        this.window = window;
        this.acknowledged = from;
        this.sent = from;
    }

    /** Design bytes the machine has. */
    int acknowledged() {
        return acknowledged;
    }

    /** How often the machine wanted the whole design again, because its checksum was not the announced one. */
    int startedOver() {
        return startedOver;
    }

    /** Sends what the window allows. */
    void feed(Line line, Question tags, long run) {
        while (sent < design.length && sent - acknowledged < (long) window * chunk) {
            int length = Math.min(chunk, design.length - sent);
            int tag = tags.newTag();
            offsetOfTag[tag] = sent;
            line.send(Ask.chunk(tag, run, sent, design, length));
            sent += length;
        }
    }

    /** The machine wants this byte next. */
    void got(int tag, long next) {
        if (next < 0 || next > design.length) {
            return;
        }
        if (next > acknowledged) {
            acknowledged = (int) next;
            sent = Math.max(sent, acknowledged);
        } else if (next == acknowledged && offsetOfTag[tag] > acknowledged && offsetOfTag[tag] < sent) {
            sent = acknowledged;
        }
    }

    /** The whole had another checksum than announced: all of it again, once for each answer that says so. */
    void startOver(int tag) {
        if (tag != tagOfLastStartOver) {
            tagOfLastStartOver = tag;
            startedOver++;
            acknowledged = 0;
            sent = 0;
        }
    }

    /** Nothing was answered for long: what is under way is taken for lost. */
    void again(Line line, long nowNanos, long lastMovedNanos) {
        if (line.idle() && nowNanos - lastMovedNanos >= ANSWER_NANOS) {
            sent = acknowledged;
        }
    }
}
