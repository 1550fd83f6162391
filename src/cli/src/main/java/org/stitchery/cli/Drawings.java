package org.stitchery.cli;

import java.time.Duration;
import org.stitchery.digitizer.DigitizeBudget;
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

    /** Nobody waits longer for one drawing, least of all the others of its folder. */
    private static final Duration LONGEST = DigitizeBudget.STANDARD.time();

    private Drawings() {}

    /** @throws Complaint when the drawing is refused */
    static Digitized digitize(InputFile drawing, DrawingOptions options, Surroundings surroundings) {
        DigitizeSettings settings = new DigitizeSettings(
                options.name == null ? drawing.baseName() : options.name,
                options.fabric(),
                options.threads(),
                options.hoop());
        IntakeSettings intake = options.intake();
        try (ProgressLine line = new ProgressLine(surroundings)) {
            Artwork artwork = SvgIntake.read(
                    drawing.bytes(), intake.withProgress(fraction -> line.at("reading " + drawing.path(), fraction)));
            long began = System.nanoTime();
            return new Digitizer().digitize(artwork, settings, fraction -> {
                if (System.nanoTime() - began > LONGEST.toNanos()) {
                    throw tooLong();
                }
                line.at("digitizing " + drawing.path(), fraction);
            });
        } catch (IntakeException e) {
            throw Complaint.badFile(drawing.path(), e.getMessage() + " (" + e.code() + ")", e);
        } catch (DigitizingException e) {
            throw Complaint.badFile(drawing.path(), e.getMessage() + " (" + e.code() + ")", e);
        }
    }

    private static DigitizingException tooLong() {
        return new DigitizingException(
                DigitizingException.Code.E_TIME_BUDGET,
                "It takes longer than " + LONGEST.toSeconds() + " s to digitize. Simplify the drawing or split it up.");
    }
}
