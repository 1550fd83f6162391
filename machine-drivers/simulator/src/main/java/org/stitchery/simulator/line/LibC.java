package org.stitchery.simulator.line;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;

/**
 * The few functions of the C library that make a pty. Constants are those of 64-bit Linux (x86-64, arm64, riscv64); a
 * simulated machine on another system listens on TCP.
 */
final class LibC {

    static final int O_RDWR = 0x2;
    static final int O_NOCTTY = 0x100;
    static final int O_NONBLOCK = 0x800;
    static final int O_CLOEXEC = 0x80000;
    static final int TCSANOW = 0;
    static final short POLLIN = 0x1;
    static final short POLLHUP = 0x10;
    static final int EINTR = 4;
    static final int EIO = 5;
    static final int EAGAIN = 11;

    /** Room for a {@code struct termios} of any system, which has 60 bytes on Linux. */
    static final int TERMIOS_ROOM = 256;

    static {
        if (!Platform.isLinux() || !Platform.is64Bit()) {
            throw new UnsupportedOperationException(
                    "Simulated serial lines need 64-bit Linux; let the machine listen on tcp://127.0.0.1:0 instead");
        }
        Native.register(LibC.class, Platform.C_LIBRARY_NAME);
    }

    private LibC() {}

    static native int posix_openpt(int flags);

    static native int grantpt(int fd);

    static native int unlockpt(int fd);

    static native int ptsname_r(int fd, byte[] name, long room);

    static native int tcgetattr(int fd, byte[] termios);

    static native void cfmakeraw(byte[] termios);

    static native int tcsetattr(int fd, int when, byte[] termios);

    static native int open(String path, int flags);

    static native long read(int fd, byte[] into, long most);

    static native long write(int fd, byte[] from, long length);

    static native int poll(Pointer pollFds, long count, int timeoutMillis);

    static native int close(int fd);
}
