package org.stitchery.driver.tapereader;

import java.util.List;
import java.util.Set;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.Capabilities.Control;
import org.stitchery.driver.api.ContractVersion;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.Transport;

/**
 * Feeds a DST file to a machine that takes it as from a paper tape.
 *
 * <pre>
 * host    -> machine   leader: NUL ...   512-byte header   3-byte records   end record, 1A   trailer: NUL ...
 * machine -> host      13 (XOFF) wait    11 (XON) go on, or "the operator pressed read"
 * </pre>
 *
 * <p>The machine acknowledges nothing. All that can be said is that bytes have left at the pace of the line, and that is
 * all this driver claims. Pausing and aborting stop the tape; the machine still sews what its buffer holds.
 */
public final class TapeReaderDriver implements LineDriver {

    static final String ID = "tape-reader";
    static final String FORMAT = "dst";

    /** A million records of three bytes, more than the stitch counter of a DST header can show. */
    static final long LARGEST_BYTES = 512 + 3 * 1_000_000 + 1;

    /** Our own rule, the same as for {@code DeliveryOrder.label}: what fits the label field of a DST header. */
    private static final int LONGEST_LABEL = 16;

    private static final DriverDescription DESCRIPTION = new DriverDescription(
            ID,
            "Tape reader over serial line or TCP",
            List.of("Older industrial machines with a tape-reader or DNC port", "Stitchery's simulated machine"),
            ContractVersion.CURRENT,
            TapeReaderSettings.KNOWN,
            List.of(FORMAT),
            new DriverDescription.FileNaming(LONGEST_LABEL, true, FORMAT),
            LARGEST_BYTES);

    @Override
    public DriverDescription description() {
        return DESCRIPTION;
    }

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
        return new TapeConnection(TapeReaderSettings.of(settings), transport, host);
    }
}
