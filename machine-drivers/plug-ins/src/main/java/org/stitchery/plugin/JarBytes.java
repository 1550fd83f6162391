package org.stitchery.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.stitchery.plugin.Refusal.Reason;

/**
 * A file of the folder, read once: what was hashed here is what is loaded later, whatever happens to the file.
 *
 * @param content all of it
 * @param sha256 in lower case
 */
record JarBytes(byte[] content, String sha256) {

    /** Ours have 10 to 100 KiB; a driver that brings a large library still fits. */
    static final long LARGEST_BYTES = 16L << 20;

    /** A copy under way pauses for less. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    /** How a file looked, to notice that it changed. */
    record Look(long bytes, long modifiedMillis, @Nullable Object key) {

        static Look at(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Look(now.size(), now.lastModifiedTime().toMillis(), now.fileKey());
        }
    }

    /** @param look as it was found in the folder */
    static JarBytes read(Path file, Look look, long nowMillis) throws RefusedException {
        try {
            if (Files.isSymbolicLink(file)) {
                throw new RefusedException(
                        Reason.OUTSIDE_THE_FOLDER,
                        "It is a link to " + Files.readSymbolicLink(file) + ". Copy the JAR itself into the folder.");
            }
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new RefusedException(Reason.NOT_A_JAR, "It is no file.");
            }
            if (look.bytes() > LARGEST_BYTES) {
                throw new RefusedException(
                        Reason.TOO_LARGE,
                        "It has " + look.bytes() + " bytes; a driver has at most " + LARGEST_BYTES + ".");
            }
            long age = nowMillis - look.modifiedMillis();
            if (age >= 0 && age < QUIET.toMillis()) {
                throw unfinished();
            }
            byte[] content = readAll(file);
            if (content.length != look.bytes() || !Look.at(file).equals(look)) {
                throw unfinished();
            }
            return new JarBytes(content, hash(content));
        } catch (IOException e) {
            throw new RefusedException(Reason.UNREADABLE, "It cannot be read: " + e + ".", null, e);
        }
    }

    private static byte[] readAll(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes((int) LARGEST_BYTES + 1);
        }
    }

    private static RefusedException unfinished() {
        return new RefusedException(
                Reason.STILL_BEING_WRITTEN, "It is just being written. It is looked at again when that is over.");
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** @throws RefusedException for what is no archive at all */
    void requireArchive() throws RefusedException {
        boolean archive = content.length > 4
                && content[0] == 'P'
                && content[1] == 'K'
                && (content[2] == 3 && content[3] == 4 || content[2] == 5 && content[3] == 6);
        if (!archive) {
            throw new RefusedException(
                    Reason.NOT_A_JAR,
                    content.length == 0
                            ? "It is empty."
                            : "It is no JAR: it begins with "
                                    + HexFormat.of()
                                            .withUpperCase()
                                            .withDelimiter(" ")
                                            .formatHex(content, 0, Math.min(4, content.length))
                                    + ", a JAR with 50 4B 03 04.");
        }
    }
}
