package org.stitchery.simulator.line;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A serial line: a pty with a symbolic link to its host end, where hosts find it under a name that stays.
 *
 * <p>When a host leaves, the pty is replaced by a fresh one. A used one would keep what the last host left behind: its
 * line settings, bytes of ours it never read, and an exclusive claim (TIOCEXCL) that a killed host cannot give back and
 * that keeps every later host out unless it is root.
 */
final class PtyPort implements Port {

    private static final int CHUNK = 4096;
    /** More than a Linux pty holds (20,480 bytes measured), so that reading ends. */
    private static final int MOST_LEFT_BEHIND = 65_536;

    private final Path link;
    private PtyMaster master;
    private boolean hostThere;
    private boolean hostLeft;
    private boolean readable;
    private ByteBuffer leftBehind = ByteBuffer.allocate(0);

    private PtyPort(Path link, PtyMaster master) {
        this.link = link;
        this.master = master;
    }

    static PtyPort open(Path link) throws IOException {
        Path absolute = link.toAbsolutePath();
        if (Files.exists(absolute, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(absolute)) {
            throw new IOException(absolute + " exists and is no symbolic link; choose another name for the line");
        }
        Path folder = absolute.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        PtyPort port = new PtyPort(absolute, PtyMaster.open());
        port.pointLink();
        return port;
    }

    /** The descriptor to poll; changes when a host leaves. */
    int fd() {
        return master.fd();
    }

    /** True when poll has news: not while bytes wait to be read anyway. */
    boolean wantsPoll() {
        return !readable && !hostLeft;
    }

    /** Takes what poll said of {@link #fd()}. */
    void polled(int events) throws IOException {
        boolean hungUp = (events & LibC.POLLHUP) != 0;
        boolean bytes = (events & LibC.POLLIN) != 0;
        // Hung up with bytes: a host that came, wrote and left between two looks.
        hostThere |= !hungUp || bytes;
        if (hungUp && hostThere) {
            hostLeft = true;
            keepWhatIsLeft();
            master.close();
            master = PtyMaster.open();
            pointLink();
        }
        readable = bytes || hostLeft;
    }

    @Override
    public String address() {
        return "pty:" + link + " -> " + master.slave();
    }

    @Override
    public boolean hostThere() {
        return hostThere;
    }

    @Override
    public boolean readable() {
        return readable;
    }

    @Override
    public int read(byte[] into, int most) throws IOException {
        if (!hostLeft) {
            int got = Math.max(0, master.read(into, most));
            readable = got == most;
            return got;
        }
        if (leftBehind.hasRemaining()) {
            int got = Math.min(most, leftBehind.remaining());
            leftBehind.get(into, 0, got);
            return got;
        }
        hostThere = false;
        hostLeft = false;
        readable = false;
        return -1;
    }

    @Override
    public void write(byte[] bytes, int length) {
        if (hostThere && !hostLeft) {
            master.write(bytes, length);
        }
    }

    @Override
    public boolean resetLine() {
        return false;
    }

    @Override
    public void close() throws IOException {
        master.close();
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(master.slave())) {
            Files.delete(link);
        }
    }

    private void keepWhatIsLeft() throws IOException {
        ByteArrayOutputStream left = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        int got = master.read(chunk, CHUNK);
        while (got > 0 && left.size() < MOST_LEFT_BEHIND) {
            left.write(chunk, 0, got);
            got = master.read(chunk, CHUNK);
        }
        leftBehind = ByteBuffer.wrap(left.toByteArray());
    }

    private void pointLink() throws IOException {
        Path fresh = link.resolveSibling(
                "." + link.getFileName() + "." + ProcessHandle.current().pid());
        Files.deleteIfExists(fresh);
        Files.createSymbolicLink(fresh, master.slave());
        Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
