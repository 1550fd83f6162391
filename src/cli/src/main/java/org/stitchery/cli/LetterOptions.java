package org.stitchery.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.lettering.Baseline;
import org.stitchery.digitizer.lettering.Fit;
import org.stitchery.digitizer.lettering.Lettering;
import org.stitchery.digitizer.lettering.Monogram;
import org.stitchery.digitizer.lettering.Typeface;
import org.stitchery.digitizer.svg.IntakeException;
import org.stitchery.digitizer.svg.IntakeSettings;
import org.stitchery.digitizer.svg.SvgIntake;
import picocli.CommandLine.Option;

/** How text is set. */
final class LetterOptions {

    private static final Pattern FIELD = Pattern.compile("(\\d+(?:\\.\\d+)?)x(\\d+(?:\\.\\d+)?)");

    @Option(
            names = "--face",
            paramLabel = "NAME",
            defaultValue = "block",
            description = "The typeface, see --list; ${DEFAULT-VALUE} without it.")
    String face = "block";

    @Option(
            names = "--height",
            paramLabel = "MM",
            defaultValue = "12",
            description = "Height of a capital; of a monogram the height of the whole. ${DEFAULT-VALUE} without it.")
    double heightMm = 12;

    @Option(
            names = "--arc",
            paramLabel = "RADIUS",
            description =
                    "Around a circle of this radius in millimetres: over its top, or, when negative, along its bottom.")
    @Nullable
    Double arcMm;

    @Option(
            names = "--along",
            paramLabel = "LINE.svg",
            description = "Along the first line of this drawing, the middle of the text on its middle.")
    @Nullable
    Path along;

    @Option(names = "--letter-spacing", paramLabel = "MM", defaultValue = "0", description = "Added between letters.")
    double letterSpacingMm;

    @Option(
            names = "--word-spacing",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description = "Of the usual room between words.")
    double wordSpacing = 1;

    @Option(
            names = "--fit",
            paramLabel = "WxH",
            description =
                    "Millimetres it has to fit, for example 90x25: letters become smaller, down to half, then narrower,"
                            + " down to 88 %%; what still does not fit is told.")
    @Nullable
    String fit;

    @Option(
            names = "--monogram",
            paramLabel = "FRAME",
            description = "Three initials as a monogram: none, circle or diamond.")
    @Nullable
    String monogram;

    /** @throws Complaint when there is no such face */
    Typeface face() {
        return Typeface.named(face)
                .orElseThrow(() -> Complaint.usage("There is no face \"" + face + "\"; there are "
                        + String.join(
                                ", ",
                                Typeface.all().stream().map(Typeface::name).toList())
                        + "."));
    }

    /** @throws Complaint when a choice is none */
    Lettering lettering(String text, SewingOptions sewing) {
        try {
            Lettering lettering = Lettering.of(text)
                    .in(face())
                    .height(heightMm)
                    .letterSpacing(letterSpacingMm)
                    .wordSpacing(wordSpacing)
                    .with(sewing.weight())
                    .along(baseline());
            return fit == null ? lettering : lettering.within(field());
        } catch (IllegalArgumentException e) {
            throw Complaint.usage(e.getMessage() + ".");
        }
    }

    /** The frame of a monogram. */
    Monogram.Frame frame() {
        String wanted = monogram == null ? "none" : monogram;
        try {
            return Monogram.Frame.valueOf(wanted.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Complaint.usage("--monogram takes none, circle or diamond, found \"" + wanted + "\".");
        }
    }

    private Baseline baseline() {
        if (arcMm != null && along != null) {
            throw Complaint.usage("Text goes --arc or --along, not both.");
        }
        if (arcMm != null) {
            return Baseline.arc(arcMm);
        }
        return along == null ? Baseline.straight() : line(along);
    }

    private static Baseline line(Path drawing) {
        try {
            Artwork artwork = SvgIntake.read(InputFile.read(drawing).bytes(), IntakeSettings.asDrawn());
            if (artwork.shapes().isEmpty()) {
                throw Complaint.badFile(drawing, "has no line for text to follow.", null);
            }
            return Baseline.along(artwork.shapes().get(0).contours().get(0));
        } catch (IntakeException e) {
            throw Complaint.badFile(drawing, e.getMessage() + " (" + e.code() + ")", e);
        }
    }

    private Fit field() {
        Matcher match = FIELD.matcher(fit == null ? "" : fit);
        if (!match.matches()) {
            throw Complaint.usage("--fit takes width and height, for example 90x25, found \"" + fit + "\".");
        }
        return Fit.of(Double.parseDouble(match.group(1)), Double.parseDouble(match.group(2)));
    }
}
