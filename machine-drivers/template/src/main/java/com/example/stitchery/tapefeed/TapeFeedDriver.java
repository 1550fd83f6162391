package com.example.stitchery.tapefeed;

import java.util.List;
import java.util.Set;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.Capabilities.Control;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.Setting;
import org.stitchery.driver.api.Transport;

/**
 * A machine that reads a DST file as if it came from a paper tape.
 *
 * <pre>
 *   machine                          host
 *   XON (11)   "I take a design"  -->
 *              <-- blank tape: NUL bytes, then the file, byte by byte
 *   XOFF (13)  "wait"             -->
 *   XON (11)   "go on"            -->
 * </pre>
 *
 * The machine never says that it has everything, so all we can claim at the end is that every byte has left.
 *
 * <p>CHANGE: draw your machine's conversation here, and say where you know it from.
 */
public final class TapeFeedDriver implements LineDriver {

    static final String FORMAT = "dst";
    static final String LEADER = "leader-bytes";

    /** What the setting "leader-bytes" may be at most, and is without anybody's wish. */
    private static final int MOST_LEADER = 1024;

    private static final int USUAL_LEADER = 32;
    private static final long LARGEST_BYTES = 4_000_000;
    private static final int CONTRACT = 1;

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "example-tape-feed",
                "Example: feeds a tape reader",
                List.of("Tape readers with XON/XOFF"),
                CONTRACT,
                List.of(Setting.integer(
                        LEADER,
                        "Blank tape",
                        "bytes",
                        USUAL_LEADER,
                        0,
                        MOST_LEADER,
                        "Blank tape before the design. Raise it when the machine misses the beginning.")),
                List.of(FORMAT),
                new DriverDescription.FileNaming(16, true, "dst"),
                LARGEST_BYTES);
    }

    /** Only what the machine can show: bytes that left, nothing of the needle. */
    @Override
    public Capabilities capabilities(DriverSettings settings) {
        return new Capabilities(
                Capabilities.Delivery.STREAM,
                Capabilities.Flow.XON_XOFF,
                0,
                Capabilities.Progress.DELIVERED,
                false,
                Set.of(),
                Control.BY_HOST,
                Control.BY_HOST,
                Control.BY_HOST,
                Control.NO);
    }

    @Override
    public MachineConnection open(DriverSettings settings, Transport transport, Host host) {
        return new TapeFeedConnection(settings.integer(LEADER), transport, host);
    }
}
