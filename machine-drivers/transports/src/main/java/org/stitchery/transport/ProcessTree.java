package org.stitchery.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A program and everything it has started. The system forgets whose child a process was as soon as the parent is gone, so
 * each carries a mark in its environment, which children inherit; on Linux that is read from {@code /proc}. A process that
 * throws its environment away and outlives its parent is beyond reach.
 */
final class ProcessTree {

    /** Variable of the environment that carries the mark. */
    static final String MARK = "STITCHERY_PIPE";

    /** A process may start another one while we look; after so many looks it is up to something. */
    private static final int MOST_LOOKS = 5;

    /** Killing takes effect in a millisecond or two; longer only in a system call that cannot be interrupted. */
    private static final Duration END_WAIT = Duration.ofMillis(100);

    private static final long LOOK_NANOS = 500_000;

    /**
     * Who closes a line waits no longer than this. One look at all processes takes 70 ms (median) on two cores with a load
     * of 12, and 260 at worst; up to five are taken.
     */
    private static final Duration CLOSE_WAIT = Duration.ofMillis(250);

    private static final Path PROCESSES = Path.of("/proc");

    private final ProcessHandle program;
    private final String mark;

    ProcessTree(ProcessHandle program, String mark) {
        this.program = program;
        this.mark = mark;
    }

    /**
     * Kills the program, and everything it has started as far as that can be found in time; the rest is killed a little
     * later by a thread that ends with that. Any thread.
     */
    void kill() {
        Thread hunt = new Thread(this::killAll, "stitchery-pipe-end");
        hunt.setDaemon(true);
        hunt.start();
        try {
            hunt.join(CLOSE_WAIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Mostly dead by now. Only last, because with it its children lose their parent, and some their mark.
        program.destroyForcibly();
    }

    /** Kills all of them and waits a moment for the program's end. */
    private void killAll() {
        Set<ProcessHandle> killed = new HashSet<>();
        for (int look = 0; look < MOST_LOOKS; look++) {
            Set<ProcessHandle> family = program.descendants().collect(Collectors.toCollection(HashSet::new));
            family.addAll(marked());
            family.add(program);
            family.removeAll(killed);
            if (family.isEmpty()) {
                break;
            }
            family.forEach(ProcessHandle::destroyForcibly);
            killed.addAll(family);
            if (family.size() == 1) {
                // Alone, so nobody is left who could have started another meanwhile.
                break;
            }
        }
        long endNanos = System.nanoTime() + END_WAIT.toNanos();
        while (program.isAlive() && System.nanoTime() - endNanos < 0) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private Set<ProcessHandle> marked() {
        Set<ProcessHandle> found = new HashSet<>();
        String wanted = MARK + "=" + mark;
        if (!Files.isDirectory(PROCESSES)) {
            return found;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : processes) {
                String environment = environment(process);
                if (environment != null && environment.contains(wanted)) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                            .ifPresent(found::add);
                }
            }
        } catch (IOException | UncheckedIOException | DirectoryIteratorException e) {
            System.getLogger(ProcessTree.class.getName())
                    .log(System.Logger.Level.DEBUG, "processes cannot be listed", e);
        }
        return found;
    }

    /** Null for a process of somebody else, or one that is gone by now. */
    private static @Nullable String environment(Path process) {
        try {
            return new String(Files.readAllBytes(process.resolve("environ")), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return null;
        }
    }
}
