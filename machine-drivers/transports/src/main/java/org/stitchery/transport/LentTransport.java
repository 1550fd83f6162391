package org.stitchery.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.Transport;

/** A line, lent. */
final class LentTransport extends Lent implements Transport {

    /** A line is visited about once for this many bytes, so that slow lines cost little. */
    private static final int BYTES_PER_VISIT = 8;

    private final OpenTransport line;
    private boolean otherSideEnded;

    LentTransport(OpenTransport line, LongSupplier nanoClock) {
        super(line, nanoClock);
        this.line = line;
    }

    @Override
    MachineConnection open(MachineDriver driver, DriverSettings settings, Host host) {
        if (driver instanceof LineDriver speaks) {
            return speaks.open(settings, this, host);
        }
        throw notFor(driver);
    }

    @Override
    long visitNanos() {
        return BYTES_PER_VISIT * 1_000_000_000L / line.bytesPerSecond();
    }

    @Override
    void visitedEvery(long nanos) {
        line.visitedEvery(nanos);
    }

    @Override
    boolean otherSideEnded() {
        return otherSideEnded;
    }

    @Override
    void recallUnsent() throws IOException {
        line.discardUnsent();
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        maySpeak();
        int accepted = line.write(from);
        if (accepted > 0) {
            accepted(accepted);
        }
        return accepted;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        stillLent();
        int count = line.read(into);
        if (count < 0) {
            otherSideEnded = true;
        }
        return count;
    }

    @Override
    public int unsent() throws IOException {
        stillLent();
        return line.unsent();
    }

    @Override
    public boolean clearToSend() throws IOException {
        stillLent();
        return line.clearToSend();
    }

    @Override
    public int discardUnsent() throws IOException {
        stillLent();
        return line.discardUnsent();
    }
}
