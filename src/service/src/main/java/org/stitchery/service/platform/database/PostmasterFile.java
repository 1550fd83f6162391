package org.stitchery.service.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a running server says about itself in {@code postmaster.pid}: process id in line 1, port in line 4 (as
 * PostgreSQL's own documentation of the file has it).
 *
 * @param pid the server's process
 * @param port where it listens, 0 when it has not said yet
 */
record PostmasterFile(long pid, int port) {

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    /** Reads the file; empty when there is none or it says nothing. */
    static Optional<PostmasterFile> in(Path cluster) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(lines.get(PID_LINE).trim());
            int port = lines.size() > PORT_LINE
                    ? Integer.parseInt(lines.get(PORT_LINE).trim())
                    : 0;
            return Optional.of(new PostmasterFile(pid, port));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /**
     * The server's process, when it still lives and is that server: after a reboot the number may belong to somebody
     * else.
     */
    Optional<ProcessHandle> process(Path cluster) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> serves(process, cluster));
    }

    /**
     * Removes the file when nobody works in the cluster any more. A killed server leaves it behind, and where nobody
     * collects ended processes (a container without an init), its number lives on and would keep every successor from
     * starting.
     *
     * @return false while somebody still works there
     */
    static boolean removedWhenAbandoned(Path cluster) throws IOException {
        Path processes = Path.of("/proc");
        if (!Files.isDirectory(processes)) {
            return false;
        }
        try (Stream<Path> all = Files.list(processes)) {
            if (all.anyMatch(process -> worksIn(process, cluster))) {
                return false;
            }
        }
        return Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }

    /** Every process of a server has its cluster as working folder. */
    private static boolean worksIn(Path process, Path cluster) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(cluster);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean serves(ProcessHandle process, Path cluster) {
        String command = process.info().commandLine().orElse("");
        return command.contains("postgres") && command.contains(cluster.toString());
    }
}
