package org.stitchery.embroidery.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stitchery.embroidery.format.Formats;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.picture.PictureSettings;
import org.stitchery.embroidery.picture.ThreadPicture;

/** Prints how long pictures take, and writes them to be looked at: {@code FILE... PX_PER_MM FOLDER}. */
public final class PictureBench {

    private PictureBench() {}

    /** The last two arguments are the scale and the folder for the PNGs. */
    public static void main(String[] arguments) throws IOException {
        double pxPerMm = Double.parseDouble(arguments[arguments.length - 2]);
        Path folder = Files.createDirectories(Path.of(arguments[arguments.length - 1]));
        PictureSettings settings = PictureSettings.usual().withPxPerMm(pxPerMm);
        for (int i = 0; i < arguments.length - 2; i++) {
            Path file = Path.of(arguments[i]);
            StitchPattern pattern = Formats.read(Files.readAllBytes(file), file.toString(), ReadOptions.cooked())
                    .pattern();
            for (int round = 0; round < 4; round++) {
                long start = cpu();
                var picture = ThreadPicture.of(pattern, settings);
                long drawn = cpu();
                byte[] png = picture.toPng();
                long encoded = cpu();
                System.out.printf(
                        "%s: %d stitches, %d x %d px, drawn in %d ms of processor time, PNG of %d kB in %d ms%n",
                        file.getFileName(),
                        pattern.count(StitchCommand.STITCH),
                        picture.width(),
                        picture.height(),
                        (drawn - start) / 1_000_000,
                        png.length / 1024,
                        (encoded - drawn) / 1_000_000);
                Files.write(folder.resolve(file.getFileName() + "-" + arguments[arguments.length - 2] + ".png"), png);
            }
        }
    }

    /** A busy machine does not change it. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
