package org.stitchery.transport;

import com.sun.jna.Native;
import com.sun.jna.Platform;

/** What it takes to play a machine at a pseudo terminal's other end without a process for each. 64-bit Linux. */
final class PtyLibC {

    static final int O_RDWR = 0x2;
    static final int O_NOCTTY = 0x100;
    static final int O_NONBLOCK = 0x800;
    static final int O_CLOEXEC = 0x80000;

    static {
        Native.register(PtyLibC.class, Platform.C_LIBRARY_NAME);
    }

    private PtyLibC() {}

    static native int posix_openpt(int flags);

    static native int grantpt(int fd);

    static native int unlockpt(int fd);

    static native int ptsname_r(int fd, byte[] name, long room);

    static native int tcgetattr(int fd, byte[] termios);

    static native void cfmakeraw(byte[] termios);

    static native int tcsetattr(int fd, int when, byte[] termios);

    static native long read(int fd, byte[] into, long most);

    static native long write(int fd, byte[] from, long length);
}
