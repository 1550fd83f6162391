package org.stitchery.simulator.ledger;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends events to a ledger file, one tab-separated line each:
 * {@code seq, milliseconds since power on, event, label, numbers...}. Goes on counting where an existing file ends and
 * holds a lock on it, so that two machines never share one. Events wait in memory until {@link #flush()}.
 *
 * <p>Confined to one thread.
 */
public final class LedgerWriter implements LedgerSink, Closeable {

    private static final int TAIL_BYTES = 4096;
    private static final String FIRST_LINE = "1\t0\tPOWER_ON\t";

    private final FileChannel file;
    private long powerOnNanos;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private long nextSeq;

    private LedgerWriter(FileChannel file, long nextSeq, long powerOnNanos) {
        this.file = file;
        this.nextSeq = nextSeq;
        this.powerOnNanos = powerOnNanos;
    }

    /**
     * Opens or creates the file. A last line that was cut off by a crash is no event and is cut away.
     *
     * @param powerOnNanos what milliseconds count from
     * @throws IOException when the file cannot be written, is in use by another machine or is not a ledger
     */
    public static LedgerWriter open(Path path, long powerOnNanos) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        try {
            lock(file, path);
            long nextSeq = endOfHistory(file, path) + 1;
            file.position(file.size());
            return new LedgerWriter(file, nextSeq, powerOnNanos);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public void record(long atNanos, LedgerEvent.Kind kind, String label, long... numbers) {
        if (numbers.length != kind.numbers()) {
            throw new IllegalArgumentException(kind + " takes " + kind.numbers() + " numbers, got " + numbers.length);
        }
        if (kind == LedgerEvent.Kind.POWER_ON) {
            powerOnNanos = atNanos;
        }
        StringBuilder line = new StringBuilder(48);
        line.append(nextSeq++).append('\t').append(Math.max(0, atNanos - powerOnNanos) / 1_000_000);
        line.append('\t').append(kind).append('\t').append(label);
        for (long number : numbers) {
            line.append('\t').append(number);
        }
        waiting.writeBytes(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    /** True when something is not yet with the operating system. */
    public boolean waits() {
        return waiting.size() > 0;
    }

    /** Hands everything so far to the operating system. */
    public void flush() throws IOException {
        if (waiting.size() > 0) {
            ByteBuffer bytes = ByteBuffer.wrap(waiting.toByteArray());
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            waiting.reset();
        }
    }

    @Override
    public void close() throws IOException {
        try (file) {
            flush();
        }
    }

    private static void lock(FileChannel file, Path path) throws IOException {
        try {
            if (file.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException("Ledger " + path + " is in use by another machine of this process", e);
        }
        throw new IOException("Ledger " + path + " is in use by another simulator; give each machine its own file");
    }

    /** The last sequence number, 0 for an empty file; leaves the file ending with a whole line. */
    private static long endOfHistory(FileChannel file, Path path) throws IOException {
        long from = Math.max(0, file.size() - TAIL_BYTES);
        ByteBuffer tail = ByteBuffer.allocate((int) (file.size() - from));
        while (tail.hasRemaining() && file.read(tail, from + tail.position()) > 0) {}
        String text = new String(tail.array(), 0, tail.position(), StandardCharsets.ISO_8859_1);
        int end = text.lastIndexOf('\n');
        if (end < 0 && from > 0) {
            throw new IOException(path + " is not a ledger: its last line is longer than " + TAIL_BYTES + " bytes");
        }
        if (end < 0) {
            if (!text.isEmpty() && !FIRST_LINE.startsWith(text)) {
                throw new IOException(path + " is not a ledger, it begins with \"" + text + "\"");
            }
            file.truncate(0);
            return 0;
        }
        String last = text.substring(text.lastIndexOf('\n', end - 1) + 1, end);
        try {
            long seq = LedgerEvent.parse(last).seq();
            file.truncate(from + end + 1);
            return seq;
        } catch (IllegalArgumentException e) {
            throw new IOException(path + " is not a ledger, its last line is \"" + last + "\"", e);
        }
    }
}
