package org.stitchery.service.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The server's programs, unpacked from the archive on our class path into a folder named by the archive's hash, once.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresPrograms(Path folder) {

    /** Unpacks what is missing. Safe against a crash in the middle: the folder appears whole or not at all. */
    static PostgresPrograms unpackedIn(Path parent) throws IOException {
        String archive = archiveName();
        Path folder = parent.resolve("programs-" + hash(archive).substring(0, 12));
        if (!Files.isDirectory(folder)) {
            Path unfinished = Files.createTempDirectory(parent, "unpacking-");
            unpack(archive, unfinished);
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresPrograms(folder);
    }

    /** Path of one program: {@code initdb}, {@code pg_ctl} or {@code postgres}. */
    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static String archiveName() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String os = system.contains("linux") ? "linux" : system.contains("mac") ? "darwin" : system;
        String cpu = switch (machine) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> machine;
        };
        return "postgres-" + os + "-" + cpu + ".txz";
    }

    private static InputStream open(String archive) {
        InputStream in = PostgresPrograms.class.getResourceAsStream("/" + archive);
        if (in == null) {
            throw new DatabaseException("We bring no PostgreSQL for this system (looked for " + archive
                    + "). Install one and give its address in QUARKUS_DATASOURCE_JDBC_URL"
                    + " (jdbc:postgresql://host:5432/name), with QUARKUS_DATASOURCE_USERNAME and _PASSWORD.");
        }
        return in;
    }

    private static String hash(String archive) throws IOException {
        try (InputStream in = open(archive)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(open(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException(
                            "Archive " + archive + " wants to write outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(path.getParent());
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
                    boolean executable = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }
}
