package org.stitchery.transport;

import com.sun.jna.Native;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * A machine at the end of a line of real speed: it gets no more bytes than the line has brought by now, whatever the
 * system has ready. When told to, it says XOFF every few thousand bytes, counts what still comes, and says XON.
 */
final class PtyMachine {

    private static final byte[] XON = {0x11};
    private static final byte[] XOFF = {0x13};

    /** A line that has been silent so long brings nothing more. */
    private static final long SILENT_NANOS = 30_000_000;

    /** A hand's breadth of line: what a receiver that is late finds waiting. Never lets a burst pass as a fast line. */
    private static final double MOST_SECONDS_LATE = 0.02;

    private static final byte[] PIECE = new byte[4096];

    private final int fd;
    private final String slave;
    private final double bytesPerNano;
    private final double mostCredit;
    private final Random random;
    private double credit;
    private long creditedNanos;
    private long received;
    private long lastByteNanos;
    private int untilXoff;
    private boolean held;
    private int afterXoff;

    PtyMachine(int bytesPerSecond, long seed) throws IOException {
        this.bytesPerNano = bytesPerSecond / 1e9;
        this.mostCredit = bytesPerSecond * MOST_SECONDS_LATE;
        this.random = new Random(seed);
        this.creditedNanos = System.nanoTime();
        this.fd = check(
                "posix_openpt",
                PtyLibC.posix_openpt(PtyLibC.O_RDWR | PtyLibC.O_NOCTTY | PtyLibC.O_NONBLOCK | PtyLibC.O_CLOEXEC));
        check("grantpt", PtyLibC.grantpt(fd));
        check("unlockpt", PtyLibC.unlockpt(fd));
        byte[] name = new byte[256];
        check("ptsname_r", -PtyLibC.ptsname_r(fd, name, name.length));
        this.slave = Native.toString(name, StandardCharsets.UTF_8);
        byte[] termios = new byte[256];
        check("tcgetattr", PtyLibC.tcgetattr(fd, termios));
        PtyLibC.cfmakeraw(termios);
        check("tcsetattr", PtyLibC.tcsetattr(fd, 0, termios));
    }

    private static int check(String what, int result) throws IOException {
        if (result < 0) {
            throw new IOException(what + " failed: " + result);
        }
        return result;
    }

    /** The device a host opens. */
    String slave() {
        return slave;
    }

    long received() {
        return received;
    }

    long lastByteNanos() {
        return lastByteNanos;
    }

    void forget() {
        received = 0;
        lastByteNanos = 0;
    }

    /** @param afterXoffs takes one count for each XOFF that was said */
    void turn(long nowNanos, boolean holds, XoffCounts afterXoffs) {
        credit = Math.min(mostCredit, credit + (nowNanos - creditedNanos) * bytesPerNano);
        creditedNanos = nowNanos;
        int most = (int) credit;
        long got = most < 1 ? 0 : Math.max(0, PtyLibC.read(fd, PIECE, Math.min(most, PIECE.length)));
        if (got > 0) {
            credit -= got;
            received += got;
            lastByteNanos = nowNanos;
        }
        if (held) {
            afterXoff += (int) got;
            if (nowNanos - lastByteNanos > SILENT_NANOS) {
                afterXoffs.add(afterXoff);
                held = false;
                PtyLibC.write(fd, XON, 1);
            }
        } else if (holds && got > 0) {
            untilXoff -= (int) got;
            if (untilXoff <= 0) {
                untilXoff = 2000 + random.nextInt(4000);
                held = true;
                afterXoff = 0;
                PtyLibC.write(fd, XOFF, 1);
            }
        }
    }

    void say(boolean on) {
        PtyLibC.write(fd, on ? XON : XOFF, 1);
    }
}
