package org.stitchery.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.stitchery.digitizer.Digitized;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.embroidery.picture.Cloth;
import org.stitchery.embroidery.picture.Picture;
import org.stitchery.embroidery.picture.PictureSettings;
import org.stitchery.embroidery.picture.PictureTooLargeException;
import org.stitchery.embroidery.picture.ThreadPicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@SuppressWarnings("NullAway.Init") // picocli fills the required ones before call()
@Command(
        name = "render",
        description = {
            "Takes a picture of a design as it will look sewn, as PNG.",
            "",
            "A drawing is digitized first, with the same options as digitize has. Colours that the file does not store"
                    + " come from --colors, or are made up to be told apart."
        },
        footer = {
            "",
            "Examples:",
            "  stitchery render rose.dst -o rose.png --colors '#c81e2b,#2f7d32'",
            "  stitchery render rose.svg -o rose.png --width 80 --cloth '#1d2a44'"
        })
final class RenderCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The design or drawing.")
    private Path in;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT.png",
            description = "The picture.")
    private Path out;

    @Option(
            names = "--px-per-mm",
            paramLabel = "N",
            defaultValue = "10",
            description = "Pixels per millimetre, 4 to 40; ${DEFAULT-VALUE} without it.")
    private double pxPerMm;

    @Option(
            names = "--cloth",
            paramLabel = "#RRGGBB",
            description = "Colour of the cloth, or none for a transparent picture. Unbleached cotton without it.")
    private String cloth = "";

    @Option(
            names = "--colors",
            paramLabel = "#RRGGBB",
            split = ",",
            description = "Thread of each colour block in sewing order, instead of what the file says.")
    private List<String> colors = List.of();

    @Mixin
    private DrawingOptions drawing;

    private final Surroundings surroundings;

    RenderCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PictureSettings settings = settings();
        if (!String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw Complaint.usage(out + ": pictures are written as PNG, give the file this ending.");
        }
        OutputFile picture = OutputFile.at(out, in);
        InputFile input = InputFile.read(in);
        StitchPattern pattern;
        List<Finding> findings;
        if (input.isDrawing()) {
            Digitized digitized = Drawings.digitize(input, drawing, surroundings);
            pattern = digitized.pattern();
            findings = digitized.findings();
        } else {
            DesignFile design = DesignFile.read(input, ReadOptions.cooked());
            pattern = design.pattern();
            findings = design.findings();
        }
        Findings.tell(findings, surroundings.err());
        if (pattern.count(StitchCommand.STITCH) == 0) {
            throw Complaint.badFile(in, "has no stitch to be seen.", null);
        }
        Picture taken = take(colors.isEmpty() ? pattern : pattern.withThreads(threads()), settings);
        picture.write(taken.toPng());
        surroundings.out().println(out + ": " + taken.width() + " x " + taken.height() + " pixels");
        return Findings.exitCode(findings);
    }

    private Picture take(StitchPattern pattern, PictureSettings settings) {
        try (ProgressLine line = new ProgressLine(surroundings)) {
            line.show("taking the picture of " + in);
            return ThreadPicture.of(pattern, settings);
        } catch (PictureTooLargeException e) {
            throw Complaint.badFile(in, String.valueOf(e.getMessage()), e);
        }
    }

    private PictureSettings settings() {
        PictureSettings settings = PictureSettings.usual();
        try {
            settings = settings.withPxPerMm(pxPerMm);
        } catch (IllegalArgumentException e) {
            throw Complaint.usage("--px-per-mm: " + e.getMessage() + ".");
        }
        if (cloth.equalsIgnoreCase("none")) {
            return settings.withCloth(Cloth.NONE);
        }
        return cloth.isEmpty() ? settings : settings.withCloth(Cloth.woven(SewingOptions.rgb("--cloth", cloth)));
    }

    private List<ThreadColor> threads() {
        return colors.stream()
                .map(c -> ThreadColor.ofRgb(SewingOptions.rgb("--colors", c)))
                .toList();
    }
}
