package org.stitchery.driver.grbl;

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
 * Streams G-code to grbl 1.1, or has grblHAL run a design from its card.
 *
 * <pre>
 * controller -> host   Grbl 1.1h ['$' for help]          it has (re)started
 * host -> controller   G0X12.5Y-3 LF                     a line, at most 80 characters
 * controller -> host   ok | error:20                     one answer for each line, in their order
 *                      &lt;Run|MPos:12.5,-3,40|Bf:12,100&gt;    pushes: they answer no line
 *                      [MSG:Pgm End]  ALARM:1
 * host -> controller   ? ! ~ 18                          status, hold, go on, reset: not lines, not answered by ok
 * </pre>
 *
 * <p>After grbl's interface documentation and its observed behaviour. {@code ok} means read and queued. The program's last
 * line, M2, is answered only when every queued move is done, and the state is Idle only when nothing is queued: both
 * together are taken for {@code Delivered(EXECUTED)}. It is not called sewn, because grbl counts the pulses it sent to its
 * motors and knows nothing of needle and thread. Where grblHAL's embroidery plug-in runs the design, each move waits for
 * the needle's sensor and a broken thread stops it; there the end of the program is {@code Sewn}.
 */
public final class GrblDriver implements LineDriver {

    /** What the plug-in reads from the card. */
    static final String CARD_FORMAT = "dst";

    /** A million stitches at up to 30 characters each. */
    static final long LARGEST_BYTES = 32_000_000;

    private static final int LONGEST_LABEL = 16;

    private static final DriverDescription DESCRIPTION = new DriverDescription(
            "grbl",
            "grbl and grblHAL over serial line or TCP",
            List.of("Embroidery machines built around grbl 1.1", "grblHAL with its embroidery plug-in"),
            ContractVersion.CURRENT,
            GrblSettings.KNOWN,
            List.of("gcode-grbl", "gcode-grbl-servo", "gcode-grbl-trigger", CARD_FORMAT),
            new DriverDescription.FileNaming(LONGEST_LABEL, true, "nc"),
            LARGEST_BYTES);

    @Override
    public DriverDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<String> formats(DriverSettings settings) {
        return List.of(GrblSettings.of(settings).format());
    }

    @Override
    public Capabilities capabilities(DriverSettings given) {
        GrblSettings settings = GrblSettings.of(given);
        boolean card = settings.fromCard();
        boolean one = card || settings.oneAtATime();
        return new Capabilities(
                card ? Capabilities.Delivery.PULL_FILE : Capabilities.Delivery.STREAM,
                one ? Capabilities.Flow.LINE_ACK : Capabilities.Flow.CHARACTER_COUNT,
                one ? Math.min(settings.mostInFlight(), GrblSettings.LONGEST_LINE) : settings.mostInFlight(),
                card ? Capabilities.Progress.DELIVERED : Capabilities.Progress.LINE,
                false,
                card ? Set.of(Telemetry.THREAD_BREAK, Telemetry.STOPPED) : Set.of(Telemetry.STOPPED),
                Control.BY_HOST,
                Control.BY_HOST,
                Control.BY_HOST,
                Control.NO);
    }

    @Override
    public MachineConnection open(DriverSettings settings, Transport transport, Host host) {
        return new GrblConnection(GrblSettings.of(settings), transport, host);
    }
}
