package org.stitchery.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    private static final Set<String> TOLD_ALREADY = Set.of("HOOP_TOO_SMALL", "TEXT_TOO_SMALL");

    private Drawings() {}

    /** @throws Complaint when the drawing is refused */
    static Digitized digitize(InputFile drawing, DrawingOptions options, Surroundings surroundings) {
        DigitizeSettings settings = new DigitizeSettings(
                options.name == null ? drawing.baseName() : options.name,
                options.fabric().with(options.weight()),
                options.threads(),
                options.hoop());
        IntakeSettings intake = intake(options);
        try (ProgressLine line = new ProgressLine(surroundings)) {
            Artwork artwork = SvgIntake.read(
                    drawing.bytes(), intake.withProgress(fraction -> line.at("reading " + drawing.path(), fraction)));
            Request request = new Request.OfDrawing(artwork, settings);
            Digitized digitized = request.digitize(fraction -> line.at("digitizing " + drawing.path(), fraction));
            return advised(request, digitized, options);
        } catch (IntakeException e) {
            throw Complaint.badFile(drawing.path(), e.getMessage() + " (" + e.code() + ")", e);
        } catch (DigitizingException e) {
            throw Complaint.badFile(drawing.path(), e.getMessage() + " (" + e.code() + ")", e);
        }
    }

    /** With the advice on it among its findings; what does not fit the hoop is told already. */
    static Digitized advised(Request request, Digitized digitized, SewingOptions options) {
        List<Finding> findings = new ArrayList<>(digitized.findings());
        for (Finding finding : Adviser.findings(Adviser.on(request, digitized, options.circumstances()))) {
            if (!TOLD_ALREADY.contains(finding.code())) {
                findings.add(finding);
            }
        }
        return new Digitized(digitized.pattern(), digitized.originXMm(), digitized.originYMm(), findings);
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
