package org.stitchery.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file to write: there it is whole or not at all, and never in place of what was read. */
final class OutputFile {

    private final Path path;

    private OutputFile(Path path) {
        this.path = path;
    }

    /**
     * Checks before the work begins that there is a place for its result.
     *
     * @throws Complaint when it would replace the input or has no folder
     */
    static OutputFile at(Path path, Path input) {
        if (Files.isDirectory(path)) {
            throw Complaint.badFile(path, "is a folder. Name a file in it.", null);
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw Complaint.badFile(path, "there is no folder " + folder + ". Make it first.", null);
        }
        try {
            if (Files.exists(path) && Files.exists(input) && Files.isSameFile(path, input)) {
                throw Complaint.badFile(path, "is the input itself. Choose another name for the result.", null);
            }
        } catch (IOException e) {
            throw Complaint.badFile(path, "cannot be looked at: " + e.getMessage(), e);
        }
        return new OutputFile(path);
    }

    Path path() {
        return path;
    }

    /**
     * Writes all bytes under another name beside it and gives them the name when they are on disk.
     *
     * @throws Complaint when that is not possible
     */
    void write(byte[] bytes) {
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                // A pipe or device cannot be replaced, and nobody sees half of it.
                Files.write(path, bytes);
            } else {
                replace(bytes);
            }
        } catch (AccessDeniedException | NoSuchFileException e) {
            throw Complaint.badFile(path, "may not be written by you. Check the permissions of its folder.", e);
        } catch (IOException e) {
            throw Complaint.badFile(path, "cannot be written: " + e.getMessage(), e);
        }
    }

    private void replace(byte[] bytes) throws IOException {
        Path unfinished = path.resolveSibling(
                "." + path.getFileName() + "." + ProcessHandle.current().pid() + ".unfinished");
        try {
            try (FileChannel file = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                ByteBuffer from = ByteBuffer.wrap(bytes);
                while (from.hasRemaining()) {
                    file.write(from);
                }
                file.force(true);
            }
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
