package org.stitchery.driver.marlin;

import java.util.List;
import java.util.Set;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.Capabilities.Control;
import org.stitchery.driver.api.Capabilities.Telemetry;
import org.stitchery.driver.api.ContractVersion;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.Transport;

/**
 * Streams G-code to Marlin, one numbered line at a time.
 *
 * <pre>
 * host -> controller   N3 G0 X12.5 Y-3*47          number, words, XOR of all bytes before the star
 * controller -> host   ok                          taken; asked for the next
 *                      Error:checksum mismatch, Last Line: 2
 *                      Resend: 3                   say line 3 again; mostly followed by an ok of its own
 *                      echo:busy: processing       still at it
 *                      wait                        it has nothing to do
 * </pre>
 *
 * <p>After Marlin's documentation and what hosts for it are known to meet. A line is taken only when its number is the
 * next, so saying one again never sews twice. {@code ok} means taken, up to twenty moves may still be ahead; the end is
 * asked for with {@code M400}, which waits for all of them, and {@code M114}, whose answer cannot be mistaken for another.
 * That is {@code Delivered(EXECUTED)} and not sewn: Marlin counts steps and knows nothing of needle and thread.
 *
 * <p>A pause stops the feeding; the controller finishes the moves it has, some stitches. An abort sends {@code M108} and
 * {@code M410}, which stop its moves at once when it is built with the emergency parser, else after those it has taken.
 */
public final class MarlinDriver implements LineDriver {

    /** A million stitches at up to 30 characters each. */
    static final long LARGEST_BYTES = 32_000_000;

    private static final int LONGEST_LABEL = 16;

    /** The longest line it takes, its end included. */
    static final int LONGEST_LINE = 96;

    private static final DriverDescription DESCRIPTION = new DriverDescription(
            "marlin",
            "Marlin over serial line or TCP",
            List.of(
                    "Embroidery machines built around Marlin",
                    "Controllers that speak as Marlin does: Repetier, RepRap"),
            ContractVersion.CURRENT,
            MarlinSettings.KNOWN,
            List.of(MarlinSettings.SHAFT, MarlinSettings.SERVO),
            new DriverDescription.FileNaming(LONGEST_LABEL, true, "gcode"),
            LARGEST_BYTES);

    @Override
    public DriverDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<String> formats(DriverSettings settings) {
        return List.of(MarlinSettings.of(settings).format());
    }

    @Override
    public Capabilities capabilities(DriverSettings settings) {
        return new Capabilities(
                Capabilities.Delivery.STREAM,
                Capabilities.Flow.LINE_ACK,
                LONGEST_LINE,
                Capabilities.Progress.LINE,
                false,
                Set.of(Telemetry.STOPPED),
                Control.BY_HOST,
                Control.BY_HOST,
                Control.BY_HOST,
                Control.NO);
    }

    @Override
    public MachineConnection open(DriverSettings settings, Transport transport, Host host) {
        return new MarlinConnection(MarlinSettings.of(settings), transport, host);
    }
}
