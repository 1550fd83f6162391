package org.stitchery.driver.needlelink;

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
 * Machines that speak the needle link, version 1: the design is announced with its checksum, handed over in chunks that are
 * answered for, read back, released, and started by a person at the machine, which then tells how far the needle is, what
 * stops it, and at the end what it sewed. The protocol is ours and open: {@code machine-drivers/needle-link/PROTOCOL.md}.
 */
public final class NeedleLinkDriver implements LineDriver {

    /** Encodings the protocol has a number for, best first; which of them a machine reads it says itself. */
    static final List<String> FORMATS = List.of("dst", "exp");

    /** Far more than any design; keeps a host from being filled by mistake. */
    static final int LARGEST_BYTES = 16 * 1024 * 1024;

    private static final int LONGEST_NAME = 16;

    /** What a machine may have asked for at most: 15 chunks of 236 bytes. */
    private static final int MOST_IN_FLIGHT = 15 * 236;

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "needle-link",
                "Needle link, full telemetry",
                List.of("Machines and controllers that speak the needle link, version 1"),
                ContractVersion.CURRENT,
                NeedleLinkSettings.KNOWN,
                FORMATS,
                new DriverDescription.FileNaming(LONGEST_NAME, true, ""),
                LARGEST_BYTES);
    }

    /** Of the protocol; a machine that permits less refuses, and its refusal is told. */
    @Override
    public Capabilities capabilities(DriverSettings settings) {
        return new Capabilities(
                Capabilities.Delivery.PUSH_FILE,
                Capabilities.Flow.LINE_ACK,
                MOST_IN_FLIGHT,
                Capabilities.Progress.STITCH,
                true,
                Set.of(
                        Capabilities.Telemetry.NEEDLE,
                        Capabilities.Telemetry.COLOR,
                        Capabilities.Telemetry.THREAD_BREAK,
                        Capabilities.Telemetry.BOBBIN,
                        Capabilities.Telemetry.STOPPED,
                        Capabilities.Telemetry.COUNTER),
                Control.BY_HOST,
                Control.BY_HOST,
                Control.BY_HOST,
                Control.BY_HOST);
    }

    @Override
    public MachineConnection open(DriverSettings settings, Transport transport, Host host) {
        return new NeedleConnection(NeedleLinkSettings.of(settings), transport, host);
    }
}
