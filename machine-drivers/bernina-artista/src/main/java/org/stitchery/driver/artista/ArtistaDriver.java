package org.stitchery.driver.artista;

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
import org.stitchery.driver.api.Setting;
import org.stitchery.driver.api.Transport;

/**
 * Bernina artista 165 to 185 with its embroidery module, over its serial line at 8N1 without handshake.
 *
 * <p>The machine wakes up at 19,200 baud. It can be told another rate, but a driver cannot change that of its own line, so
 * the rate stays what the address says: {@code baud=19200}, or the rate another program has left the machine at. Since each
 * byte waits for its echo, keep port servers and long networks out of the way.
 */
public final class ArtistaDriver implements LineDriver {

    static final String FORMAT = "exp";

    /** Fits the module's working memory behind the block's address; what a machine takes at most is not known. */
    static final int LARGEST_BODY_BYTES = 0x10000;

    static final String MEMORY = "memory";
    static final String CARD = "card";
    private static final int LONGEST_NAME = 16;

    private static final List<Setting> SETTINGS = List.of(Setting.choice(
            MEMORY,
            "Store in",
            List.of("module", CARD),
            "Where the design is stored: in the embroidery module, or on the personal design card in its slot."));

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "bernina-artista",
                "Bernina artista, serial",
                List.of("Bernina artista 165, 170, 180, 185 with embroidery module"),
                ContractVersion.CURRENT,
                SETTINGS,
                List.of(FORMAT),
                new DriverDescription.FileNaming(LONGEST_NAME, true, ""),
                LARGEST_BODY_BYTES);
    }

    @Override
    public Capabilities capabilities(DriverSettings settings) {
        return new Capabilities(
                Capabilities.Delivery.PUSH_FILE,
                Capabilities.Flow.ECHO,
                1,
                Capabilities.Progress.DELIVERED,
                false,
                Set.of(),
                Control.NO,
                Control.NO,
                Control.BY_HOST,
                Control.NO);
    }

    @Override
    public MachineConnection open(DriverSettings settings, Transport transport, Host host) {
        return new ArtistaConnection(settings.text(MEMORY).equals(CARD), transport, host);
    }
}
