package org.stitchery.service.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder in which one service keeps everything it must not lose. Claimed for the life of the process, so that two
 * services never share one.
 */
public final class DataFolder {

    private final Path path;
    private final FileLock lock;

    private DataFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the folder where it is missing and claims it. The operating system ends the claim with the process, however
     * it ends.
     *
     * @throws IOException when it cannot be made, or another process has claimed it
     */
    public static DataFolder claim(Path wanted) throws IOException {
        Path folder = wanted.toAbsolutePath().normalize();
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve("service.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IOException("Another Stitchery is using the data folder " + folder
                    + ". Stop it first, or choose another folder with STITCHERY_DATA.");
        }
        return new DataFolder(folder.toRealPath(), lock);
    }

    /** The folder, absolute. */
    public Path path() {
        return path;
    }

    /** True while it is ours. */
    public boolean isClaimed() {
        return lock.isValid();
    }
}
