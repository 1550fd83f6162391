package org.stitchery.cli;

import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.svg.IntakeSettings;
import picocli.CommandLine.Option;

/** The options for making stitches of a drawing, wherever a command takes one. */
final class DrawingOptions extends SewingOptions {

    @Option(
            names = "--width",
            paramLabel = "MM",
            description = "Width of what is drawn, in millimetres. Without it the size the drawing gives.")
    @Nullable
    Double widthMm;

    /**
     * Tells what is wrong before any work begins, for many drawings once.
     *
     * @throws Complaint when something chosen does not exist
     */
    void check() {
        fabric();
        hoop();
        threads();
        circumstances();
        intake();
    }

    /** @throws Complaint when the width cannot be sewn */
    IntakeSettings intake() {
        if (widthMm == null) {
            return IntakeSettings.asDrawn();
        }
        try {
            return IntakeSettings.toWidth(widthMm);
        } catch (IllegalArgumentException e) {
            throw Complaint.usage("--width: " + e.getMessage());
        }
    }
}
