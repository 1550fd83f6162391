package org.stitchery.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stitchery.driver.api.FilePlaceException;
import org.stitchery.driver.api.FilePlaceException.Reason;
import org.stitchery.driver.api.PlacedFile;
import org.stitchery.transport.PlaceUri.Kind;

/**
 * A folder of this computer, or one it has mounted. Links that lead out of it are never followed.
 *
 * <p>A file gets its final name by a second name for the same file, which the system refuses when the name is taken, and
 * the loss of the first. File systems without second names (FAT, most shares) are asked to move instead; there a moment
 * lies between the look and the move.
 */
final class LocalFolder implements BlockingPlace {

    private static final int CHUNK = 64 * 1024;

    private final Path folder;
    private volatile boolean closed;

    private LocalFolder(Path folder) {
        this.folder = folder;
    }

    static LocalFolder open(PlaceUri uri) throws TransportException {
        if (uri.kind() != Kind.FOLDER) {
            throw new IllegalArgumentException("Not a folder of this computer: " + uri.place());
        }
        Path folder = Path.of(uri.path());
        if (!Files.isDirectory(folder)) {
            throw new TransportException(
                    TransportException.Reason.NO_SUCH_PORT,
                    uri.place(),
                    Files.exists(folder) ? "this is no folder" : "there is no such folder",
                    "Make it, or mount the share, and let this program write there.");
        }
        if (!Files.isWritable(folder)) {
            throw new TransportException(
                    TransportException.Reason.REFUSED,
                    uri.place(),
                    "this program may not write there",
                    "Change who may write to the folder.");
        }
        return new LocalFolder(folder);
    }

    @Override
    public String name() {
        return "folder:" + folder;
    }

    @Override
    public Optional<PlacedFile> look(String fileName) throws IOException {
        Path file = stillHere(fileName);
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(new PlacedFile(fileName, Files.size(file)))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw told("looking for " + fileName, e);
        }
    }

    @Override
    public List<PlacedFile> list(int most) throws IOException {
        stillHere("");
        List<PlacedFile> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    found.add(new PlacedFile(String.valueOf(file.getFileName()), Files.size(file)));
                }
            }
        } catch (IOException e) {
            throw told("listing", e);
        }
        found.sort(Comparator.comparing(PlacedFile::name));
        return List.copyOf(found.subList(0, Math.min(most, found.size())));
    }

    @Override
    public PlacedFile write(String fileName, byte[] content, Runnable moved) throws IOException {
        Path file = stillHere(fileName);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                left.limit(Math.min(content.length, left.position() + CHUNK));
                channel.write(left);
                left.limit(content.length);
                moved.run();
            }
            channel.force(true);
        } catch (IOException e) {
            throw told("writing " + fileName, e);
        }
        flushFolder();
        return sized(fileName);
    }

    @Override
    public PlacedFile rename(String fileName, String newName) throws IOException {
        Path from = stillHere(fileName);
        Path to = folder.resolve(newName);
        try {
            if (!Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
                throw new NoSuchFileException(from.toString());
            }
            try {
                Files.createLink(to, from);
                Files.delete(from);
            } catch (UnsupportedOperationException | FileSystemException e) {
                if (e instanceof FileAlreadyExistsException || e instanceof NoSuchFileException) {
                    throw e;
                }
                Files.move(from, to);
            }
        } catch (IOException e) {
            throw told("renaming " + fileName + " to " + newName, e);
        }
        flushFolder();
        return sized(newName);
    }

    @Override
    public boolean remove(String fileName) throws IOException {
        Path file = stillHere(fileName);
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw told("removing " + fileName, e);
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private PlacedFile sized(String fileName) throws IOException {
        return look(fileName)
                .orElseThrow(() -> new FilePlaceException(
                        Reason.UNANSWERED,
                        name() + ": " + fileName
                                + " was there and is gone. Something else takes files from this folder.",
                        null));
    }

    private Path stillHere(String fileName) throws TransportException {
        if (closed) {
            throw TransportException.lost(name(), "the place was closed", null);
        }
        if (!Files.isDirectory(folder)) {
            throw TransportException.lost(name(), "the folder is no longer there", null);
        }
        return folder.resolve(fileName);
    }

    /** A name is on disk only when its folder is. Not every file system lets a folder be opened for that. */
    private void flushFolder() {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            System.getLogger(LocalFolder.class.getName())
                    .log(System.Logger.Level.DEBUG, () -> name() + ": the folder cannot be flushed", e);
        }
    }

    private IOException told(String what, IOException e) {
        if (e instanceof FileAlreadyExistsException) {
            return why(
                    Reason.TAKEN,
                    what,
                    "a file of that name is there already",
                    "Take it away or choose another name.",
                    e);
        }
        if (e instanceof NoSuchFileException) {
            return why(
                    Reason.MISSING, what, "the file is not there", "Something else takes files from this folder.", e);
        }
        if (e instanceof AccessDeniedException) {
            return why(Reason.REFUSED, what, "this program may not do that", "Change who may write to the folder.", e);
        }
        String said = String.valueOf(e.getMessage());
        if (said.toLowerCase(Locale.ROOT).contains("no space left") || said.contains("quota")) {
            return why(Reason.FULL, what, "no room is left", "Make room on that disk.", e);
        }
        return why(Reason.UNANSWERED, what, said, "Check the disk or the share.", e);
    }

    private FilePlaceException why(Reason reason, String what, String found, String wayOut, IOException e) {
        return new FilePlaceException(reason, name() + ": " + what + ": " + found + ". " + wayOut, e);
    }
}
