package org.stitchery.cli;

import org.stitchery.digitizer.DigitizeSettings;
import org.stitchery.digitizer.Digitized;
import org.stitchery.digitizer.Digitizer;
import org.stitchery.digitizer.DigitizingException;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.svg.IntakeException;
import org.stitchery.digitizer.svg.IntakeSettings;
import org.stitchery.digitizer.svg.SvgIntake;

/** From a drawing's file to stitches, with progress and complaints for the person at the terminal. */
final class Drawings {

    private Drawings() {}

    /** @throws Complaint when the drawing is refused */
    static Digitized digitize(InputFile drawing, DrawingOptions options, Surroundings surroundings) {
        DigitizeSettings settings = new DigitizeSettings(
                options.name == null ? drawing.baseName() : options.name,
                options.fabric(),
                options.threads(),
                options.hoop());
        IntakeSettings intake = intake(options);
        try (ProgressLine line = new ProgressLine(surroundings)) {
            Artwork artwork = SvgIntake.read(
                    drawing.bytes(), intake.withProgress(fraction -> line.at("reading " + drawing.path(), fraction)));
            return new Digitizer()
                    .digitize(artwork, settings, fraction -> line.at("digitizing " + drawing.path(), fraction));
        } catch (IntakeException e) {
            throw Complaint.badFile(drawing.path(), e.getMessage() + " (" + e.code() + ")", e);
        } catch (DigitizingException e) {
            throw Complaint.badFile(drawing.path(), e.getMessage() + " (" + e.code() + ")", e);
        }
    }

    private static IntakeSettings intake(DrawingOptions options) {
        if (options.widthMm == null) {
            return IntakeSettings.asDrawn();
        }
        try {
            return IntakeSettings.toWidth(options.widthMm);
        } catch (IllegalArgumentException e) {
            throw Complaint.usage("--width: " + e.getMessage());
        }
    }
}
