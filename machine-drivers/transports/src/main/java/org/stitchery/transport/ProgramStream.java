package org.stitchery.transport;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One standard stream of a program, as a named pipe that we hold open at both ends. So opening it never waits for the
 * program, and the system tells how many bytes lie in it: we read no more than that and write no more than fits for
 * certain, and no call blocks. The name is gone as soon as the program has been started.
 *
 * <p>That a pipe can be opened for reading and writing at once is documented for Linux and works on macOS.
 */
final class ProgramStream implements Closeable {

    private final Path file;
    private final RandomAccessFile pipe;

    /** The same pipe; only this class tells how many bytes wait in it. */
    private final FileInputStream counter;

    private ProgramStream(Path file, RandomAccessFile pipe) throws IOException {
        this.file = file;
        this.pipe = pipe;
        this.counter = new FileInputStream(pipe.getFD());
    }

    /** Makes so many, in a folder that only this user can enter. Runs a program for it. */
    static List<ProgramStream> make(int count, Duration deadline) throws IOException {
        Path folder = Files.createTempDirectory("stitchery-pipe");
        List<ProgramStream> streams = new ArrayList<>();
        try {
            List<String> command = new ArrayList<>(List.of("mkfifo", "-m", "600"));
            for (int i = 0; i < count; i++) {
                command.add(folder.resolve("stream" + i).toString());
            }
            run(command, deadline);
            for (int i = 0; i < count; i++) {
                Path file = folder.resolve("stream" + i);
                streams.add(new ProgramStream(file, new RandomAccessFile(file.toFile(), "rw")));
            }
            return streams;
        } catch (IOException | RuntimeException e) {
            streams.forEach(ProgramStream::close);
            unname(folder, count);
            throw e;
        }
    }

    private static void run(List<String> command, Duration deadline) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("mkfifo does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for mkfifo", e);
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException("mkfifo failed with exit value " + process.exitValue());
        }
    }

    /** Takes the names away, and the folder in which they were. */
    static void unname(List<ProgramStream> streams) {
        Path folder = streams.get(0).file.getParent();
        if (folder != null) {
            unname(folder, streams.size());
        }
    }

    private static void unname(Path folder, int count) {
        try {
            for (int i = 0; i < count; i++) {
                Files.deleteIfExists(folder.resolve("stream" + i));
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            System.getLogger(ProgramStream.class.getName())
                    .log(System.Logger.Level.DEBUG, "names of pipes stay behind in " + folder, e);
        }
    }

    /** For the program to open. */
    Path file() {
        return file;
    }

    /** Bytes that lie in the pipe. */
    int unread() throws IOException {
        return counter.available();
    }

    /** The caller knows that there is room: a pipe holds 4096 bytes at least, on any system. */
    void write(byte[] bytes) throws IOException {
        pipe.write(bytes);
    }

    /** Takes what lies in the pipe; we are its only reader. @return bytes read */
    int read(ByteBuffer into) throws IOException {
        int count = Math.min(unread(), into.remaining());
        if (count == 0) {
            return 0;
        }
        byte[] bytes = new byte[count];
        int got = pipe.read(bytes);
        into.put(bytes, 0, got);
        return got;
    }

    @Override
    public void close() {
        try {
            pipe.close();
        } catch (IOException e) {
            System.getLogger(ProgramStream.class.getName()).log(System.Logger.Level.DEBUG, "closing a pipe", e);
        }
    }
}
