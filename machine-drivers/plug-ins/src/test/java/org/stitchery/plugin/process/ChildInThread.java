package org.stitchery.plugin.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.plugin.host.HostInThread;
import org.stitchery.plugin.host.UnfitDriverException;

/** A child on two pipes of this process: the whole protocol, no start-up time. */
final class ChildInThread implements Child {

    /** Kits keep a time of their own, so each turn waits for the child's. */
    static final Limits WAITING = new Limits(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20), 0);

    /** Benches of a kit are forgotten, not closed; more than a few are never in use at a time. */
    private static final int MOST_OPEN = 8;

    private static final Queue<MachineConnection> OPEN = new ArrayDeque<>();

    private final InputStream says;
    private final OutputStream told;

    private ChildInThread(MachineDriver driver) throws IOException {
        Pipe down = Pipe.open();
        Pipe up = Pipe.open();
        this.says = Channels.newInputStream(up.source());
        this.told = Channels.newOutputStream(down.sink());
        HostInThread.start(
                driver, Channels.newInputStream(down.source()), Channels.newOutputStream(up.sink()), task -> {
                    Thread thread = new Thread(task, "junit-child");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    static MachineDriver apart(MachineDriver driver) {
        try {
            return ProcessDriver.of(
                            new Launcher() {
                                @Override
                                public Child launch() throws IOException {
                                    return new ChildInThread(driver);
                                }

                                @Override
                                public String threads() {
                                    return "junit-parent";
                                }
                            },
                            WAITING)
                    .driver();
        } catch (UnfitDriverException e) {
            throw new AssertionError(e);
        }
    }

    static synchronized MachineConnection opened(MachineConnection connection) {
        OPEN.add(connection);
        if (OPEN.size() > MOST_OPEN) {
            OPEN.remove().closed();
        }
        return connection;
    }

    @Override
    public InputStream says() {
        return says;
    }

    @Override
    public OutputStream told() {
        return told;
    }

    @Override
    public void kill() {
        try (says;
                told) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String ending() {
        return "ended";
    }
}
