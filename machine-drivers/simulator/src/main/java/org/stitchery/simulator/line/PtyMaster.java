package org.stitchery.simulator.line;

import com.sun.jna.Native;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The machine's end of one pty, raw and non-blocking. The host's end is a device file. */
final class PtyMaster implements Closeable {

    private final int fd;
    private final Path slave;
    private boolean closed;

    private PtyMaster(int fd, Path slave) {
        this.fd = fd;
        this.slave = slave;
    }

    /**
     * Makes a pty. Its host end was opened once and closed again, because only then does the system tell whether
     * somebody has it open.
     */
    static PtyMaster open() throws IOException {
        int fd = check(
                "posix_openpt", LibC.posix_openpt(LibC.O_RDWR | LibC.O_NOCTTY | LibC.O_NONBLOCK | LibC.O_CLOEXEC));
        try {
            check("grantpt", LibC.grantpt(fd));
            check("unlockpt", LibC.unlockpt(fd));
            byte[] name = new byte[256];
            int error = LibC.ptsname_r(fd, name, name.length);
            if (error != 0) {
                throw new IOException("ptsname_r failed with error " + error);
            }
            String slave = Native.toString(name, StandardCharsets.UTF_8);
            byte[] termios = new byte[LibC.TERMIOS_ROOM];
            check("tcgetattr", LibC.tcgetattr(fd, termios));
            LibC.cfmakeraw(termios);
            check("tcsetattr", LibC.tcsetattr(fd, LibC.TCSANOW, termios));
            check("close", LibC.close(check("open " + slave, LibC.open(slave, LibC.O_RDWR | LibC.O_NOCTTY))));
            return new PtyMaster(fd, Path.of(slave));
        } catch (IOException e) {
            LibC.close(fd);
            throw e;
        }
    }

    int fd() {
        return fd;
    }

    /** The device file a host opens. */
    Path slave() {
        return slave;
    }

    /** Bytes read, 0 for none yet, -1 when no host has the other end open and nothing is left. */
    int read(byte[] into, int most) throws IOException {
        long got = LibC.read(fd, into, most);
        if (got >= 0) {
            return Math.toIntExact(got);
        }
        int error = Native.getLastError();
        if (error == LibC.EIO) {
            return -1;
        }
        if (error == LibC.EAGAIN || error == LibC.EINTR) {
            return 0;
        }
        throw new IOException("Reading from " + slave + " failed with error " + error);
    }

    /** True when the system took so many bytes. */
    boolean write(byte[] bytes, int length) {
        return LibC.write(fd, bytes, length) == length;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            LibC.close(fd);
        }
    }

    private static int check(String what, int result) throws IOException {
        if (result < 0) {
            throw new IOException(what + " failed with error " + Native.getLastError());
        }
        return result;
    }
}
