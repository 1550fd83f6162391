package org.stitchery.digitizer.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.stitchery.digitizer.DigitizeSettings;
import org.stitchery.digitizer.Digitized;
import org.stitchery.digitizer.Digitizer;
import org.stitchery.digitizer.Progress;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.embroidery.picture.PictureSettings;
import org.stitchery.embroidery.picture.ThreadPicture;
import org.stitchery.embroidery.thread.Palettes;

/**
 * Makes the pictures and the table of {@code docs/results.md}: {@code ResultPictures OUT-FOLDER FILE.svg...} writes a
 * picture of each drawing's stitches, its page 80 mm long, and prints its row.
 */
public final class ResultPictures {

    private static final double PAGE_MM = 80;
    private static final double PX_PER_MM = 4;

    private ResultPictures() {}

    /** See the class. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        System.out.println(
                "| Drawing | Stitches | Trims | Changes | Bare % | Edge mm | Density 99 % | Holes | Shorter than"
                        + " 0.5 mm % | Not sewn and not named % |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        for (String file : List.of(args).subList(1, args.length)) {
            Path svg = Path.of(file);
            String name = String.valueOf(svg.getFileName()).replace(".svg", "");
            Artwork artwork = PageSized.read(Files.readAllBytes(svg), PAGE_MM);
            DigitizeSettings settings = new DigitizeSettings(
                    name, FabricRecipes.standard(), Palettes.STITCHERY_40.threads(), Hoops.standard());
            Digitized digitized = new Digitizer().digitize(artwork, settings, Progress.NONE);
            Files.write(
                    folder.resolve(name + ".png"),
                    ThreadPicture.of(
                                    digitized.pattern(), PictureSettings.usual().withPxPerMm(PX_PER_MM))
                            .toPng());
            QualityMeter meter = new QualityMeter(artwork, digitized);
            Quality q = meter.quality();
            System.out.printf(
                    Locale.ROOT,
                    "| [%s](results/%s.png) | %d | %d | %d | %.2f | %.2f | %.1f | %d | %.2f | %.2f |%n",
                    name.replace('-', ' '),
                    name,
                    q.stitches(),
                    q.trims(),
                    q.colorChanges(),
                    q.bare(),
                    q.edge95(),
                    q.density99(),
                    q.mostHoles(),
                    q.below05(),
                    meter.sewnOrNamed(meter.drawing()).silent());
        }
    }
}
