package org.stitchery.service.artwork;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.stitchery.digitizer.Progress;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.digitizer.fabric.ThreadWeight;
import org.stitchery.digitizer.lettering.LetterSewing;
import org.stitchery.digitizer.lettering.Lettering;
import org.stitchery.digitizer.lettering.Typeface;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.embroidery.picture.Cloth;
import org.stitchery.embroidery.picture.PictureSettings;
import org.stitchery.embroidery.picture.ThreadPicture;

/** A word in every typeface, sewn; each picture is taken when first asked for and kept. */
@ApplicationScoped
class TypefaceSamples {

    private static final String WORD = "Anna";
    private static final double USUAL_MM = 14;

    /** A face of single runs is made for small letters and looks lost in large ones. */
    private static final double RUNS_MM = 6;

    private static final double PX_HIGH = 96;

    private static final ThreadColor THREAD = ThreadColor.ofRgb(0x1a2850);

    private final Map<String, byte[]> pictures = new ConcurrentHashMap<>();

    /**
     * A face to choose.
     *
     * @param name for programs
     * @param title for people
     * @param from smallest height with small letters
     */
    record Face(String name, String title, String from) {}

    static List<Face> faces() {
        return Typeface.all().stream()
                .map(face -> new Face(
                        face.name(),
                        face.title(),
                        String.format(
                                Locale.ROOT,
                                "from %.0f mm",
                                Math.ceil(face.smallestMm(WORD, ThreadWeight.W40) - 0.05))))
                .toList();
    }

    /** The picture as PNG, or empty when there is no such face. */
    Optional<byte[]> png(String name) {
        return Typeface.named(name).map(face -> pictures.computeIfAbsent(face.name(), any -> taken(face)));
    }

    private static byte[] taken(Typeface face) {
        double height = face.sewnAsRuns() ? RUNS_MM : Math.max(USUAL_MM, face.smallestMm(WORD, ThreadWeight.W40));
        StitchPattern sewn = new LetterSewing(
                        FabricRecipes.standard(),
                        THREAD,
                        Hoops.all().get(Hoops.all().size() - 1))
                .sew(Lettering.of(WORD).in(face).height(height).set(), WORD, Progress.NONE)
                .pattern();
        PictureSettings settings = PictureSettings.usual()
                .withCloth(Cloth.NONE)
                .withMarginMm(1)
                .withPxPerMm(PX_HIGH / (sewn.extents().heightMm() + 2));
        return ThreadPicture.of(sewn, settings).toPng();
    }
}
