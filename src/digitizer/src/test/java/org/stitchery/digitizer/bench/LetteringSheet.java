package org.stitchery.digitizer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stitchery.digitizer.Progress;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.digitizer.fabric.ThreadWeight;
import org.stitchery.digitizer.lettering.Baseline;
import org.stitchery.digitizer.lettering.LetterSewing;
import org.stitchery.digitizer.lettering.Lettered;
import org.stitchery.digitizer.lettering.Lettering;
import org.stitchery.digitizer.lettering.Monogram;
import org.stitchery.digitizer.lettering.Monogram.Frame;
import org.stitchery.digitizer.lettering.Typeface;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.embroidery.picture.PictureSettings;
import org.stitchery.embroidery.picture.ThreadPicture;
import org.stitchery.embroidery.thread.Palettes;

/** Sews a line in every typeface and takes a picture of all: {@code LetteringSheet OUT.png}. */
final class LetteringSheet {

    private record Line(String face, double heightMm, String thread, String text) {}

    private static final List<Line> LINES = List.of(
            new Line("block", 14, "1706", "Anna & Søren 1984"),
            new Line("condensed", 16, "1403", "Freiwillige Feuerwehr"),
            new Line("rounded", 14, "1905", "Bäckerei Müller"),
            new Line("slab", 13, "2004", "Oak & Ash Farm"),
            new Line("roman", 15, "1603", "Hôtel Beau Rivage"),
            new Line("chancery", 17, "1802", "Merry Christmas"),
            new Line("script", 19, "1401", "With love, Zoë"),
            new Line("varsity", 16, "1704", "Wildcats 07"),
            new Line("typewriter", 11, "1009", "Stitch no. 42"),
            new Line("hairline", 5, "1908", "washed at 40°, do not bleach"));

    private static final int GAP_TENTHS = 55;
    private static final int SIDE_TENTHS = 90;

    private final List<StitchPattern> sewn = new ArrayList<>();
    private final List<int[]> places = new ArrayList<>();

    private LetteringSheet() {}

    public static void main(String[] arguments) throws IOException {
        LetteringSheet sheet = new LetteringSheet();
        int y = 0;
        for (Line line : LINES) {
            Typeface face = Typeface.named(line.face()).orElseThrow();
            StitchPattern pattern = sewn(
                    Lettering.of(line.text()).in(face).height(line.heightMm()).set(), line.thread());
            int height = pattern.extents().maxY() - pattern.extents().minY();
            sheet.put(pattern, 0, y + height / 2);
            y += height + GAP_TENTHS;
        }
        sheet.row(
                y + 250,
                sewn(monogram("RBS", "block", Frame.CIRCLE, 40), "1403"),
                sewn(monogram("AME", "condensed", Frame.DIAMOND, 46), "1706"),
                sewn(monogram("GKO", "roman", Frame.NONE, 30), "1603"),
                sewn(
                        Lettering.of("TEAM 89")
                                .in(Typeface.named("varsity").orElseThrow())
                                .height(13)
                                .along(Baseline.arc(32))
                                .set(),
                        "1904"));
        Files.write(
                Path.of(arguments[0]),
                ThreadPicture.of(sheet.together(), PictureSettings.usual().withPxPerMm(4))
                        .toPng());
    }

    private static Lettered monogram(String letters, String face, Frame frame, double heightMm) {
        return Monogram.of(letters, Typeface.named(face).orElseThrow(), frame, heightMm, ThreadWeight.W40)
                .set();
    }

    private static StitchPattern sewn(Lettered text, String thread) {
        ThreadColor color = Palettes.STITCHERY_40.byCode(thread).orElseThrow();
        return new LetterSewing(FabricRecipes.standard(), color, Hoops.all().get(8))
                .sew(text, "sheet", Progress.NONE)
                .pattern();
    }

    private void row(int y, StitchPattern... patterns) {
        int total = -SIDE_TENTHS;
        for (StitchPattern pattern : patterns) {
            total += pattern.extents().maxX() - pattern.extents().minX() + SIDE_TENTHS;
        }
        int x = -total / 2;
        for (StitchPattern pattern : patterns) {
            int width = pattern.extents().maxX() - pattern.extents().minX();
            put(pattern, x + width / 2, y);
            x += width + SIDE_TENTHS;
        }
    }

    /** Its middle at a place. */
    private void put(StitchPattern pattern, int x, int y) {
        sewn.add(pattern);
        places.add(new int[] {x, y});
    }

    private StitchPattern together() {
        StitchPattern.Builder all = StitchPattern.builder("sheet");
        List<ThreadColor> threads = new ArrayList<>();
        for (int p = 0; p < sewn.size(); p++) {
            if (p > 0) {
                all.colorChange();
            }
            StitchPattern pattern = sewn.get(p);
            threads.addAll(pattern.threads());
            for (int i = 0; i < pattern.size(); i++) {
                if (pattern.command(i) != StitchCommand.END) {
                    all.add(pattern.command(i), pattern.x(i) + places.get(p)[0], pattern.y(i) + places.get(p)[1]);
                }
            }
        }
        return all.threads(threads).build();
    }
}
