package org.stitchery.plugin.host;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;

/**
 * The program {@code stitchery-driver-host}: one driver, one machine, one process. Speaks {@link Frame}s on standard input
 * and output; what the driver prints becomes lines of the log. Ends with the parent, also while the driver hangs.
 */
public final class DriverHost {

    /** Exit codes the parent understands, besides those of the JVM ({@link #OUT_OF_MEMORY}). */
    public static final int OUT_OF_MEMORY = 3;

    public static final int TOO_MANY_THREADS = 41;
    public static final int WIRE_BROKEN = 42;

    /** A driver owns no thread; a few belong to us and to the JVM. */
    public static final int MOST_THREADS = 32;

    private static final long WATCH_NANOS = 500_000_000;
    private static final int LONGEST_LINE = 4096;

    private DriverHost() {}

    /** @param arguments the JAR */
    public static void main(String[] arguments) {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        ThreadFactory threads = task -> daemon(task, "parent");
        ParentWire wire = new ParentWire(new FileInputStream(FileDescriptor.in), out, threads, () -> halt(0));
        PrintStream toLog = new PrintStream(new LogLines(wire), true, StandardCharsets.UTF_8);
        System.setOut(toLog);
        System.setErr(toLog);
        daemon(DriverHost::watchThreads, "watch").start();
        try (DriverJar jar = DriverJar.open(Path.of(arguments[0]))) {
            new HostLoop(jar::driver, wire).run();
        } catch (IOException | InterruptedException | RuntimeException e) {
            halt(WIRE_BROKEN);
        }
        // Threads and hooks of the driver have no say in when this process ends.
        halt(0);
    }

    private static void watchThreads() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        while (root.activeCount() <= MOST_THREADS) {
            LockSupport.parkNanos(WATCH_NANOS);
        }
        halt(TOO_MANY_THREADS);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, "driver-host-" + name);
        thread.setDaemon(true);
        return thread;
    }

    private static void halt(int status) {
        Runtime.getRuntime().halt(status);
    }

    /** Cuts what is printed into lines. */
    private static final class LogLines extends OutputStream {

        private final ParentWire wire;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        LogLines(ParentWire wire) {
            this.wire = wire;
        }

        @Override
        public synchronized void write(int value) throws IOException {
            if (value == '\n' || line.size() == LONGEST_LINE) {
                String text = line.toString(StandardCharsets.UTF_8);
                line.reset();
                wire.send(new Pack().text(text).frame(Frame.Kind.LOG));
            }
            if (value != '\n' && value != '\r') {
                line.write(value);
            }
        }
    }
}
