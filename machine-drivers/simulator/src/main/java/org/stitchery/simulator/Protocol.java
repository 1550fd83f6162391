package org.stitchery.simulator;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.stitchery.simulator.artista.ArtistaController;
import org.stitchery.simulator.gcode.GrblController;
import org.stitchery.simulator.gcode.GrblHalController;
import org.stitchery.simulator.gcode.MarlinController;
import org.stitchery.simulator.gcode.NeedleDrive;
import org.stitchery.simulator.machine.Controller;
import org.stitchery.simulator.needlelink.NeedleLinkController;
import org.stitchery.simulator.tape.TapeController;

/** How machines can be spoken to. A new protocol is a package with a {@link Controller} and one line here. */
public enum Protocol {
    /** DST as from a paper tape, held with XON/XOFF. */
    TAPE("tape", (mechanism, address) -> new TapeController(mechanism)),
    /** grbl 1.1 whose Z axis turns the main shaft. */
    GRBL("grbl", (mechanism, address) -> new GrblController(mechanism, NeedleDrive.SHAFT)),
    /** grbl 1.1 with a servo on its spindle output. */
    GRBL_SERVO("grbl-servo", (mechanism, address) -> new GrblController(mechanism, NeedleDrive.SERVO)),
    /** grbl 1.1 that makes a stitch for each pulse on its coolant output. */
    GRBL_TRIGGER("grbl-trigger", (mechanism, address) -> new GrblController(mechanism, NeedleDrive.TRIGGER)),
    /** grblHAL with its embroidery plug-in, which runs designs from its card. */
    GRBL_CARD("grbl-card", (mechanism, address) -> new GrblHalController(mechanism)),
    /** Marlin whose Z axis turns the main shaft. */
    MARLIN("marlin", (mechanism, address) -> new MarlinController(mechanism, NeedleDrive.SHAFT, 0, 0)),
    /** Marlin with a servo. */
    MARLIN_SERVO("marlin-servo", (mechanism, address) -> new MarlinController(mechanism, NeedleDrive.SERVO, 0, 0)),
    /** Marlin on a bad line: of a thousand lines twenty arrive damaged, of a thousand oks two get lost. */
    MARLIN_NOISY("marlin-noisy", (mechanism, address) -> new MarlinController(mechanism, NeedleDrive.SHAFT, 20, 2)),
    /** Every byte echoed, designs written into memory: Bernina artista 165 to 185. */
    ARTISTA("artista", (mechanism, address) -> new ArtistaController(mechanism)),
    /** Announced, checked, read back, released, and told of stitch by stitch. */
    NEEDLE_LINK("needle-link", (mechanism, address) -> new NeedleLinkController(mechanism));

    private final String text;
    private final Controller.Maker maker;

    Protocol(String text, Controller.Maker maker) {
        this.text = text;
        this.maker = maker;
    }

    /** What people call it: {@code tape}, {@code needle-link}. */
    public String text() {
        return text;
    }

    /** Makes the controllers of such machines. */
    public Controller.Maker maker() {
        return maker;
    }

    /**
     * The protocol people call so.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static Protocol named(String text) {
        return Arrays.stream(values())
                .filter(p -> p.text.equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("No protocol \"" + text + "\"; machines speak " + names()));
    }

    /** All of them, for help texts: {@code tape, grbl}. */
    public static String names() {
        return Arrays.stream(values()).map(Protocol::text).collect(Collectors.joining(", "));
    }
}
