package org.stitchery.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stitchery.digitizer.DigitizeBudget;
import org.stitchery.digitizer.DigitizeSettings;
import org.stitchery.digitizer.Digitized;
import org.stitchery.digitizer.DigitizingException;
import org.stitchery.digitizer.advice.Adviser;
import org.stitchery.digitizer.advice.Request;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.svg.IntakeException;
import org.stitchery.digitizer.svg.IntakeSettings;
import org.stitchery.digitizer.svg.SvgIntake;
import org.stitchery.embroidery.model.Finding;

/** From a drawing's file to stitches, with progress and complaints for the person at the terminal. */
final class Drawings {

    /** Nobody waits longer for one drawing, least of all the others of its folder. */
    private static final Duration LONGEST = DigitizeBudget.STANDARD.time();

    /** Advice that repeats a finding of the digitizer itself. */
    private static final Set<String> TOLD_ALREADY = Set.of("HOOP_TOO_SMALL", "TEXT_TOO_SMALL");

    private Drawings() {}

    /** @throws Complaint when the drawing is refused */
    static Digitized digitize(InputFile drawing, DrawingOptions options, Surroundings surroundings) {
        DigitizeSettings settings = new DigitizeSettings(
                options.name == null ? drawing.baseName() : options.name,
                options.fabric().with(options.weight()),
                options.threads(),
                options.hoop());
        IntakeSettings intake = options.intake();
        try (ProgressLine line = new ProgressLine(surroundings)) {
            Artwork artwork = SvgIntake.read(
                    drawing.bytes(), intake.withProgress(fraction -> line.at("reading " + drawing.path(), fraction)));
            long began = System.nanoTime();
            Request request = new Request.OfDrawing(artwork, settings);
            Digitized digitized = request.digitize(fraction -> {
                if (System.nanoTime() - began > LONGEST.toNanos()) {
                    throw tooLong();
                }
                line.at("digitizing " + drawing.path(), fraction);
            });
            return advised(request, digitized, options);
        } catch (IntakeException e) {
            throw Complaint.badFile(drawing.path(), e.getMessage() + " (" + e.code() + ")", e);
        } catch (DigitizingException e) {
            throw Complaint.badFile(drawing.path(), e.getMessage() + " (" + e.code() + ")", e);
        }
    }

    /** With the advice on it among its findings. */
    static Digitized advised(Request request, Digitized digitized, SewingOptions options) {
        List<Finding> findings = new ArrayList<>(digitized.findings());
        for (Finding finding : Adviser.findings(Adviser.on(request, digitized, options.circumstances()))) {
            if (!TOLD_ALREADY.contains(finding.code())) {
                findings.add(finding);
            }
        }
        return new Digitized(digitized.pattern(), digitized.originXMm(), digitized.originYMm(), findings);
    }

    private static DigitizingException tooLong() {
        return new DigitizingException(
                DigitizingException.Code.E_TIME_BUDGET,
                "It takes longer than " + LONGEST.toSeconds() + " s to digitize. Simplify the drawing or split it up.");
    }
}
