package org.stitchery.digitizer.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stitchery.digitizer.DigitizeSettings;
import org.stitchery.digitizer.Digitized;
import org.stitchery.digitizer.Digitizer;
import org.stitchery.digitizer.Progress;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.digitizer.svg.IntakeSettings;
import org.stitchery.digitizer.svg.SvgIntake;
import org.stitchery.embroidery.format.dst.DstFormat;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.embroidery.picture.PictureSettings;
import org.stitchery.embroidery.picture.ThreadPicture;
import org.stitchery.embroidery.thread.Palettes;

/**
 * Digitizes drawings and says what it cost: {@code DigitizeBench REPEATS OUT-FOLDER PX-PER-MM FILE.svg...}.
 *
 * <p>Prints one line per drawing, parted by tabs: name, page position of the pattern's (0, 0), stitches, best CPU
 * milliseconds of all repeats, stitches per CPU second, findings. Beside each drawing's DST lies a JSON with its thread
 * colours, a text with its findings and, unless PX-PER-MM is 0, a picture. SVG parsing is not in the time, writing
 * neither.
 */
public final class DigitizeBench {

    private DigitizeBench() {}

    /** See the class. */
    public static void main(String[] args) throws IOException {
        int repeats = Integer.parseInt(args[0]);
        Path folder = Files.createDirectories(Path.of(args[1]));
        double pxPerMm = Double.parseDouble(args[2]);
        List<Path> files = new ArrayList<>();
        for (String file : Arrays.asList(args).subList(3, args.length)) {
            files.add(Path.of(file));
        }
        for (Path file : files) {
            String name = file.getFileName().toString().replace(".svg", "");
            try {
                measure(file, name, repeats, folder, pxPerMm);
            } catch (RuntimeException e) {
                System.out.println(name + "\tFAIL\t" + e);
                e.printStackTrace();
            }
        }
    }

    private static void measure(Path file, String name, int repeats, Path folder, double pxPerMm) throws IOException {
        Artwork artwork = SvgIntake.read(Files.readAllBytes(file), IntakeSettings.asDrawn());
        DigitizeSettings settings =
                new DigitizeSettings(name, FabricRecipes.standard(), Palettes.STITCHERY_40.threads(), Hoops.standard());
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        Digitizer digitizer = new Digitizer();
        long best = Long.MAX_VALUE;
        Digitized digitized = digitizer.digitize(artwork, settings, Progress.NONE);
        for (int r = 0; r < repeats; r++) {
            long start = clock.getCurrentThreadCpuTime();
            digitized = digitizer.digitize(artwork, settings, Progress.NONE);
            best = Math.min(best, clock.getCurrentThreadCpuTime() - start);
        }
        StitchPattern pattern = digitized.pattern();
        Files.write(
                folder.resolve(name + ".dst"),
                DstFormat.DST.writer().orElseThrow().write(pattern).file().bytes());
        Files.writeString(
                folder.resolve(name + ".json"),
                pattern.threads().stream()
                        .map(ThreadColor::hex)
                        .collect(Collectors.joining("\",\"", "{\"colors\":[\"", "\"]}")));
        Files.writeString(
                folder.resolve(name + ".txt"),
                digitized.findings().stream().map(DigitizeBench::line).collect(Collectors.joining("\n")));
        if (pxPerMm > 0) {
            Files.write(
                    folder.resolve(name + ".thread.png"),
                    ThreadPicture.of(pattern, PictureSettings.usual().withPxPerMm(pxPerMm))
                            .toPng());
        }
        int stitches = pattern.count(StitchCommand.STITCH);
        System.out.printf(
                Locale.ROOT,
                "%s\t%.2f,%.2f\t%d\t%.1f\t%.0f\t%d%n",
                name,
                digitized.originXMm(),
                digitized.originYMm(),
                stitches,
                best / 1e6,
                stitches / (best / 1e9),
                digitized.findings().size());
    }

    private static String line(Finding finding) {
        return finding.severity() + " " + finding.code() + " " + finding.element() + " " + finding.xMm() + ","
                + finding.yMm() + " " + finding.message();
    }
}
