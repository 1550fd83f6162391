package org.stitchery.digitizer.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.lettering.Lettered;
import org.stitchery.digitizer.lettering.Typeface;
import org.stitchery.embroidery.picture.PictureSettings;
import org.stitchery.embroidery.picture.ThreadPicture;

/**
 * Sews an alphabet in every typeface and prints its measures: {@code LetteringTable [TIMES [FOLDER]]}. Letters are as
 * small as the face goes, or so many times that; with a folder, a picture of each at 20 px/mm goes there.
 */
final class LetteringTable {

    private LetteringTable() {}

    /** See the class. */
    public static void main(String[] args) throws IOException {
        double times = args.length > 0 ? Double.parseDouble(args[0]) : 1;
        StringBuilder head = new StringBuilder("face\theight\tdens99 of halves");
        Quality.columns().forEach(c -> head.append('\t').append(c.title()));
        System.out.println(head);
        for (Typeface face : Typeface.all()) {
            double height = Math.ceil(SmallLetters.smallestMm(face) * times * 10) / 10;
            Lettered set = SmallLetters.set(face, height);
            SmallLetters.Sewn sewn = SmallLetters.sewn(set, FabricRecipes.standard());
            StringBuilder line = new StringBuilder(
                    String.format(Locale.ROOT, "%s\t%.1f\t%.1f", face.name(), height, sewn.density99()));
            for (Quality.Column column : Quality.columns()) {
                line.append('\t')
                        .append(String.format(
                                Locale.ROOT,
                                "%." + column.digits() + "f",
                                column.value().applyAsDouble(sewn.quality())));
            }
            System.out.println(line);
            if (args.length > 1) {
                Files.write(
                        Path.of(args[1], face.name() + ".png"),
                        ThreadPicture.of(
                                        sewn.digitized().pattern(),
                                        PictureSettings.usual().withPxPerMm(20))
                                .toPng());
            }
        }
    }
}
