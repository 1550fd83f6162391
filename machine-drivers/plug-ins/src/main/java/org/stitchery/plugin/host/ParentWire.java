package org.stitchery.plugin.host;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * The child's end of the two streams. A thread of its own reads, so that the end of the parent is noticed even while a
 * driver hangs.
 */
final class ParentWire {

    private final OutputStream out;

    /** Empty for the end of the stream. */
    private final BlockingQueue<Optional<Frame>> incoming = new LinkedBlockingQueue<>();

    /** @param parentGone run when the parent's stream ends, on the reading thread */
    ParentWire(InputStream in, OutputStream out, ThreadFactory threads, Runnable parentGone) {
        this.out = out;
        DataInputStream frames = new DataInputStream(new BufferedInputStream(in));
        threads.newThread(() -> {
                    try {
                        while (true) {
                            incoming.add(Optional.of(Frame.read(frames)));
                        }
                    } catch (IOException e) {
                        incoming.add(Optional.empty());
                        parentGone.run();
                    }
                })
                .start();
    }

    /** The next message, null when there will be none. Waits. */
    @Nullable
    Frame next() throws InterruptedException {
        return incoming.take().orElse(null);
    }

    /** Any thread: what a driver prints goes this way too. */
    synchronized void send(Frame frame) throws IOException {
        frame.write(out);
    }
}
