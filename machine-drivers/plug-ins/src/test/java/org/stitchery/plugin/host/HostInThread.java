package org.stitchery.plugin.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ThreadFactory;
import org.stitchery.driver.api.MachineDriver;

/** The child's program without the process, for tests that open thousands of connections. */
public final class HostInThread {

    private HostInThread() {}

    /** Runs until its input ends. */
    public static void start(MachineDriver driver, InputStream in, OutputStream out, ThreadFactory threads) {
        threads.newThread(() -> {
                    try (in;
                            out) {
                        new HostLoop(() -> driver, new ParentWire(in, out, threads, () -> {})).run();
                    } catch (IOException | InterruptedException e) {
                        // The parent is gone.
                        return;
                    }
                })
                .start();
    }
}
