package org.stitchery.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
import org.stitchery.embroidery.picture.StitchDrawing;
import org.stitchery.embroidery.picture.ThreadPicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@SuppressWarnings("NullAway.Init") // picocli fills the required ones before call()
@Command(
        name = "render",
        description = {
            "Takes a picture of a design as it will look sewn, as PNG; or draws its threads as SVG; or makes a sheet for the"
                    + " operator with picture, figures and colours, as PDF.",
            "",
            "A drawing is digitized first, with the same options as digitize has. Colours that the file does not store"
                    + " come from --colors, or are made up to be told apart."
        },
        footer = {
            "",
            "Examples:",
            "  stitchery render rose.dst -o rose.png --colors '#c81e2b,#2f7d32'",
            "  stitchery render rose.svg -o rose.png --width 80 --cloth '#1d2a44'",
            "  stitchery render rose.dst -o rose.pdf"
        })
final class RenderCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The design or drawing.")
    private Path in;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "The picture; its ending says what it will be: .png, .svg or .pdf.")
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
        String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.matches(".*\\.(png|svg|pdf)")) {
            throw Complaint.usage(
                    out + ": pictures are written as PNG, SVG or PDF, give the file one of these endings.");
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
        StitchPattern shown = colors.isEmpty() ? pattern : pattern.withThreads(threads());
        if (name.endsWith(".svg")) {
            picture.write(drawing(shown));
            surroundings.out().println(out + ": the threads as a drawing");
        } else {
            Picture taken = take(shown, settings);
            boolean sheet = name.endsWith(".pdf");
            picture.write(sheet ? Worksheet.of(shown, taken.toPng(), String.valueOf(in.getFileName())) : taken.toPng());
            surroundings
                    .out()
                    .println(out + ": "
                            + (sheet
                                    ? "a sheet for the operator"
                                    : taken.width() + " x " + taken.height() + " pixels"));
        }
        return Findings.exitCode(findings);
    }

    private static byte[] drawing(StitchPattern pattern) {
        StringBuilder text = new StringBuilder();
        try {
            StitchDrawing.write(pattern, text);
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory refuses nothing", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
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
