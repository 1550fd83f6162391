package org.stitchery.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file to read, whole and of bounded size.
 *
 * @param path as the person wrote it
 * @param bytes all of it
 */
record InputFile(Path path, byte[] bytes) {

    /** A stitch is 2 to 10 bytes in all formats: this is far beyond any design, and fits in memory. */
    private static final int LARGEST = 64_000_000;

    private static final int GZIP_FIRST = 0x1F;
    private static final int GZIP_SECOND = 0x8B;

    /** @throws Complaint when it is not there, no file, not ours to read or too large */
    static InputFile read(Path path) {
        if (Files.isDirectory(path)) {
            throw Complaint.badFile(path, "is a folder. Name a file in it.", null);
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw Complaint.badFile(
                        path, "is larger than " + LARGEST / 1_000_000 + " MB, no drawing or design is.", null);
            }
            return new InputFile(path, bytes);
        } catch (NoSuchFileException e) {
            throw Complaint.badFile(path, "there is no such file. Check the name and the folder you are in.", e);
        } catch (AccessDeniedException e) {
            throw Complaint.badFile(path, "may not be read by you. Check its permissions.", e);
        } catch (IOException e) {
            throw Complaint.badFile(path, "cannot be read: " + e.getMessage(), e);
        }
    }

    /** True when it is to be read as a drawing: by its ending, or because it is XML or gzip. */
    boolean isDrawing() {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".svg") || name.endsWith(".svgz")) {
            return true;
        }
        boolean gzip = bytes.length > 1 && (bytes[0] & 0xFF) == GZIP_FIRST && (bytes[1] & 0xFF) == GZIP_SECOND;
        return gzip || (bytes.length > 0 && bytes[0] == '<');
    }

    /** The name without folder and ending. */
    String baseName() {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
