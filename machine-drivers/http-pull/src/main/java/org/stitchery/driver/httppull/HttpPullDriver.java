package org.stitchery.driver.httppull;

import java.util.List;
import java.util.Set;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.Capabilities.Control;
import org.stitchery.driver.api.Capabilities.Progress;
import org.stitchery.driver.api.Capabilities.Telemetry;
import org.stitchery.driver.api.ContractVersion;
import org.stitchery.driver.api.DeskDriver;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.RequestDesk;
import org.stitchery.driver.httppull.HttpPullSettings.Reports;

/**
 * Hands designs to machines that come and ask.
 *
 * <pre>
 * GET /next           204, or 200 with label, length, SHA-256, format and a claim
 * GET /design?claim=  the bytes, to the one claim that came first, until it says that it has them
 * POST /taken         claim, label, SHA-256 as computed by the machine; only the answer 200 lets it sew
 * POST /events        sewing, stitches, thread-break, stopped, done, refused, gave-up
 * </pre>
 *
 * <p>A claim stands for what one asker remembers. It is given out anew with every {@code /next}, and from the first byte
 * of the design on only the one that fetched it counts: an agent that has lost its memory has lost the claim, cannot
 * fetch again, and a person decides. So the design of one delivery comes into the hands of one memory, and the
 * permission to sew is given to nobody else. {@code PROTOCOL.md} says it at length.
 */
public final class HttpPullDriver implements DeskDriver {

    /** A million records of three bytes, more than the stitch counter of a DST header can show. */
    static final long LARGEST_BYTES = 512 + 3 * 1_000_000 + 1;

    private static final int LONGEST_LABEL = 16;
    static final String FORMAT = "dst";

    private static final DriverDescription DESCRIPTION = new DriverDescription(
            "http-pull",
            "Machine that asks over HTTP",
            List.of(
                    "Machines with a small computer beside them that fetches work and feeds it on",
                    "Machines and emulated memory sticks that fetch a file from a web address"),
            ContractVersion.CURRENT,
            HttpPullSettings.KNOWN,
            List.of(FORMAT),
            new DriverDescription.FileNaming(LONGEST_LABEL, true, FORMAT),
            LARGEST_BYTES);

    @Override
    public DriverDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Capabilities capabilities(DriverSettings settings) {
        Reports reports = HttpPullSettings.of(settings).reports();
        return new Capabilities(
                Capabilities.Delivery.PULL_FILE,
                reports == Reports.NOTHING ? Capabilities.Flow.NONE : Capabilities.Flow.LINE_ACK,
                0,
                reports == Reports.SEWING ? Progress.STITCH : Progress.DELIVERED,
                reports != Reports.NOTHING,
                reports == Reports.SEWING
                        ? Set.of(Telemetry.THREAD_BREAK, Telemetry.STOPPED, Telemetry.COUNTER)
                        : Set.of(),
                Control.BY_OPERATOR,
                Control.BY_OPERATOR,
                Control.BY_HOST,
                Control.BY_OPERATOR);
    }

    @Override
    public MachineConnection open(DriverSettings settings, RequestDesk desk, Host host) {
        return new HttpPullConnection(HttpPullSettings.of(settings), desk, host);
    }
}
