package org.stitchery.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.stitchery.transport.TransportException.Reason;

/**
 * The exclusive right to a port on this computer, and the memory of the highest fence under which it was used.
 *
 * <p>One small file per port. The right is a lock of the operating system on a byte far behind its content, so it ends
 * with the process however that ends, while others may still read who holds it. The system's own exclusive open is not
 * enough: it does not bind the administrator, and a socket has none.
 *
 * <p>Safe for use from any thread.
 */
public final class PortLock implements AutoCloseable {

    private static final long LOCKED_BYTE = 1L << 40;
    private static final int LINE_LENGTH = 64;

    /** With hash and ending below the 255 bytes that Linux file systems take. */
    private static final int LONGEST_NAME = 150;

    /**
     * Lock files held by this process. They must not even be opened a second time: on POSIX, closing any handle of a file
     * ends all locks the process has on it.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final String port;
    private final Path file;
    private final FileChannel channel;
    private long fence;
    private boolean closed;

    private PortLock(String port, Path file, FileChannel channel, long fence) {
        this.port = port;
        this.file = file;
        this.channel = channel;
        this.fence = fence;
    }

    /**
     * Takes the port without claiming a fence; the stored one stays.
     *
     * @param folder where locks live; made if missing
     * @param port name of the port; other names are other ports
     * @throws TransportException when another process or another part of this one has it, or the folder cannot be used
     */
    public static PortLock take(Path folder, String port) throws TransportException {
        Path file = folder.toAbsolutePath().normalize().resolve(fileName(port));
        if (!HELD_HERE.add(file)) {
            throw busy(port, "this program itself");
        }
        try {
            FileChannel channel = open(folder, file, port);
            try {
                if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                    throw busy(port, "process " + read(channel).holder());
                }
                PortLock lock = new PortLock(port, file, channel, read(channel).fence());
                lock.write();
                return lock;
            } catch (IOException e) {
                closeQuietly(channel);
                throw e instanceof TransportException known ? known : unusable(port, file, e);
            }
        } catch (TransportException e) {
            HELD_HERE.remove(file);
            throw e;
        }
    }

    /**
     * Takes the port under a fence.
     *
     * @throws StaleFenceException when a higher one is stored
     */
    public static PortLock take(Path folder, String port, long fence) throws TransportException {
        PortLock lock = take(folder, port);
        try {
            lock.raiseFence(fence);
            return lock;
        } catch (TransportException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Stores the fence, on disk before this returns.
     *
     * @throws StaleFenceException when a higher one is stored
     */
    public synchronized void raiseFence(long offered) throws TransportException {
        if (offered < fence) {
            throw new StaleFenceException(port, offered, fence);
        }
        if (offered == fence) {
            return;
        }
        long before = fence;
        fence = offered;
        try {
            write();
        } catch (IOException e) {
            fence = before;
            throw new TransportException(
                    Reason.REFUSED, port, "the fence could not be stored: " + e.getMessage(), "Check the disk.", e);
        }
    }

    /** The highest fence this port was ever used under, 0 for none. */
    public synchronized long fence() {
        return fence;
    }

    /** Gives the port back. The fence stays stored. Idempotent. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            closeQuietly(channel);
            HELD_HERE.remove(file);
        }
    }

    private static FileChannel open(Path folder, Path file, String port) throws TransportException {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                shareWithAll(folder, "rwxrwxrwx");
            }
            boolean fresh = !Files.exists(file);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (fresh) {
                shareWithAll(file, "rw-rw-rw-");
            }
            return channel;
        } catch (IOException e) {
            throw unusable(port, file, e);
        }
    }

    /** Service and command line may run as different users and still must exclude each other. */
    private static void shareWithAll(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private record Content(long fence, String holder) {}

    private static Content read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LINE_LENGTH);
        channel.read(bytes, 0);
        String[] words = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII)
                .trim()
                .split(" ");
        if (words.length == 4 && words[1].matches("[0-9]{1,19}")) {
            return new Content(Long.parseLong(words[1]), words[3]);
        }
        if (bytes.position() == 0) {
            return new Content(0, "unknown");
        }
        throw new IOException("the lock file does not read \"fence N process M\"");
    }

    /** One write of one fixed length within one disk sector: it is there whole or not at all. */
    private void write() throws IOException {
        String text = String.format(
                "fence %019d process %d", fence, ProcessHandle.current().pid());
        byte[] line = String.format("%-" + (LINE_LENGTH - 1) + "s\n", text).getBytes(StandardCharsets.US_ASCII);
        channel.write(ByteBuffer.wrap(line), 0);
        channel.force(true);
    }

    /** No file system takes names of any length; a long one is cut and told apart by a hash nobody finds a second text to. */
    private static String fileName(String port) {
        String plain = port.replaceAll("[^A-Za-z0-9.-]+", "_");
        if (plain.length() <= LONGEST_NAME) {
            return plain + "-" + Integer.toHexString(port.hashCode()) + ".lock";
        }
        return plain.substring(0, LONGEST_NAME) + "-" + sha256(port) + ".lock";
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static TransportException busy(String port, String holder) {
        return new TransportException(
                Reason.BUSY,
                port,
                "the port is in use by " + holder,
                "Wait until it is given back, or end what holds it.");
    }

    private static TransportException unusable(String port, Path file, IOException e) {
        return new TransportException(
                Reason.REFUSED,
                port,
                "the lock file " + file + " cannot be used: " + e.getMessage(),
                "Check who may write there, or name another folder for locks.",
                e);
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing is lost: the operating system ends the lock with the file handle in any case.
            System.getLogger(PortLock.class.getName()).log(System.Logger.Level.DEBUG, "closing a lock file", e);
        }
    }
}
