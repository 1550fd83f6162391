package org.stitchery.service.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The file {@code session.key} in the data folder: 256 random bits that only the service's own user may read. */
final class SessionKeyFile {

    private final Path file;
    private @Nullable String key;

    SessionKeyFile(Path dataFolder) {
        this.file = dataFolder.resolve("session.key");
    }

    /** The key as text, made at the first call on a new data folder. */
    synchronized String key() {
        if (key == null) {
            try {
                key = readOrMake();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot keep the session key at " + file.toAbsolutePath(), e);
            }
        }
        return key;
    }

    private String readOrMake() throws IOException {
        if (!Files.exists(file)) {
            make();
        }
        String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (text.length() < 32) {
            throw new IOException("it holds " + text.length() + " characters instead of 43; delete it to make a new one"
                    + " (which ends all sessions)");
        }
        return text;
    }

    /** Written beside and moved into place, so that nobody ever reads half a key. */
    private void make() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "session", ".new", ownerOnly());
        Files.writeString(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException otherProcessWasFaster) {
            // Then its key is the one.
        } catch (UnsupportedOperationException noHardLinks) {
            Files.move(fresh, file);
        }
        Files.deleteIfExists(fresh);
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
