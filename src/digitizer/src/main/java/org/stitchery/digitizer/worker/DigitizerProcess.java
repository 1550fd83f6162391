package org.stitchery.digitizer.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.worker.WorkerResult.Failed;
import org.stitchery.digitizer.worker.WorkerResult.Failed.Reason;

/**
 * The parent's side of one child: starts it, asks it one thing at a time, kills it when it takes too long or talks
 * nonsense. Used by one thread.
 */
final class DigitizerProcess implements Closeable {

    /** For starting on a machine that is busy with everything else. */
    private static final Duration START_DEADLINE = Duration.ofSeconds(60);

    /** Exit code of {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int LAST_WORDS = 4_000;

    private final WorkerSettings settings;
    private final ScheduledExecutorService clock;
    private final Path folder;
    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;
    private final Thread errorReader;
    private final StringBuilder lastWords = new StringBuilder();
    private volatile boolean late;
    private boolean broken;
    private int files;

    /**
     * Starts a child and waits until it is ready.
     *
     * @throws IOException when it cannot be started or does not get ready in time
     */
    DigitizerProcess(WorkerSettings settings, ScheduledExecutorService clock) throws IOException {
        this.settings = settings;
        this.clock = clock;
        this.folder = Files.createTempDirectory("stitchery-worker");
        try {
            this.process = start();
        } catch (IOException e) {
            deleteFolder();
            throw e;
        }
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
        this.errorReader = new Thread(() -> drain(process.getErrorStream()), "worker-" + process.pid() + "-stderr");
        errorReader.setDaemon(true);
        errorReader.start();
        awaitHello();
    }

    private Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                java,
                "-Xmx" + settings.heapMb() + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                settings.classPath(),
                DigitizerWorker.class.getName()));
        builder.directory(folder.toFile());
        // What the service knows of passwords and places is nothing a stranger's drawing should be near.
        builder.environment().clear();
        return builder.start();
    }

    private void awaitHello() throws IOException {
        ScheduledFuture<?> alarm = killAfter(START_DEADLINE);
        try {
            Frame hello = Frame.read(in);
            if (hello == null || hello.kind() != Frame.Kind.HELLO) {
                throw new IOException("Worker did not say that it is ready");
            }
        } catch (IOException e) {
            close();
            throw new IOException(e.getMessage() + "; " + lastWords(), e);
        } finally {
            alarm.cancel(false);
        }
    }

    long pid() {
        return process.pid();
    }

    /** True while it may be asked again. */
    boolean isUsable() {
        return !broken && process.isAlive() && files < settings.filesPerWorker();
    }

    /** Asks and waits for the answer, at most as long as the settings' deadlines. */
    WorkerResult ask(WorkerRequest request) {
        files++;
        late = false;
        ScheduledFuture<?> alarm = killAfter(settings.intakeDeadline());
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(request.svg().length + 256);
            RecordCodec.write(new DataOutputStream(bytes), WorkerTask.of(request, settings));
            new Frame(Frame.Kind.REQUEST, bytes.toByteArray()).write(out);
            Frame answer = Frame.read(in);
            if (answer != null && answer.kind() == Frame.Kind.READ) {
                alarm.cancel(false);
                alarm = killAfter(settings.digitizeDeadline());
                answer = Frame.read(in);
            }
            if (answer == null) {
                return ended("it ended without an answer");
            }
            return decoded(answer);
        } catch (IOException e) {
            return ended(String.valueOf(e.getMessage()));
        } finally {
            alarm.cancel(false);
            // An answer may have come in the very moment in which the child was killed for being late.
            broken |= late;
        }
    }

    private WorkerResult decoded(Frame answer) throws IOException {
        DataInputStream payload = new DataInputStream(new ByteArrayInputStream(answer.payload()));
        return switch (answer.kind()) {
            case DONE -> RecordCodec.read(payload, WorkerResult.Done.class);
            case INSPECTED -> RecordCodec.read(payload, WorkerResult.Inspected.class);
            case REFUSED -> RecordCodec.read(payload, WorkerResult.Refused.class);
            case ERROR -> {
                broken = true;
                DigitizerWorker.ErrorReport report = RecordCodec.read(payload, DigitizerWorker.ErrorReport.class);
                yield new Failed(
                        Reason.ERROR,
                        "This drawing could not be worked on because of a fault on our side.",
                        report.error() + ": " + report.message());
            }
            case HELLO, REQUEST, READ -> throw new IOException("Worker answered with " + answer.kind());
        };
    }

    /** Kills what is left of the child and finds words for it. */
    private Failed ended(String how) {
        broken = true;
        process.destroyForcibly();
        String detail = "Worker " + process.pid() + ": " + how + "; exit code " + exitCode() + "; " + lastWords();
        if (late) {
            return new Failed(
                    Reason.TIMEOUT,
                    "This drawing takes too long to be worked on. Simplify it or split it into several files.",
                    detail);
        }
        if (exitCode() == OUT_OF_MEMORY) {
            return new Failed(
                    Reason.ERROR,
                    "This drawing needs too much memory. Simplify it or split it into several files.",
                    detail);
        }
        return new Failed(
                Reason.CRASHED, "This drawing could not be worked on because of a fault on our side.", detail);
    }

    private int exitCode() {
        try {
            return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private ScheduledFuture<?> killAfter(Duration deadline) {
        return clock.schedule(
                () -> {
                    late = true;
                    process.destroyForcibly();
                },
                deadline.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    private void drain(InputStream errors) {
        byte[] buffer = new byte[4096];
        try (errors) {
            for (int n = errors.read(buffer); n >= 0; n = errors.read(buffer)) {
                synchronized (lastWords) {
                    lastWords.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                    if (lastWords.length() > LAST_WORDS) {
                        lastWords.delete(0, lastWords.length() - LAST_WORDS);
                    }
                }
            }
        } catch (IOException e) {
            // The child is gone, and with it what it had to say.
        }
    }

    private String lastWords() {
        try {
            errorReader.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (lastWords) {
            return lastWords.length() == 0 ? "it said nothing" : "it said: " + lastWords;
        }
    }

    /** Kills the child and deletes its folder. */
    @Override
    public void close() {
        process.destroyForcibly();
        exitCode();
        deleteFolder();
    }

    @Nullable
    private static Void delete(Path path) {
        try {
            Files.deleteIfExists(path);
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteFolder() {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(DigitizerProcess::delete);
        } catch (IOException | UncheckedIOException e) {
            // A folder left behind in the temporary directory harms nobody.
        }
    }
}
