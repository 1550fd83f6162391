package org.stitchery.digitizer.measure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stitchery.embroidery.model.Finding;

/**
 * What became of a drawing's visible area, in percent of it.
 *
 * @param sewn lies under thread
 * @param named is bare, and a finding says so: of its element, of many small parts or edges together with their area, or, where
 *     our intake sees nothing at all, of elements left out
 * @param silent is bare, and nobody hears of it
 */
record SewnOrNamed(double sewn, double named, double silent) {

    /** Findings that tell that something of their element is not sewn, or not in its place. */
    private static final Set<String> MISSING = Set.of(
            "NOT_SEWN",
            "PARTLY_SEWN",
            "NO_AREA",
            "TOO_TRANSPARENT",
            "NOTHING_TO_SEW",
            "W_CLIPPED_AWAY",
            "W_DANGLING_REF",
            "W_DEGENERATE",
            "W_EMBEDDED_IMAGE",
            "W_EXTERNAL_REF",
            "W_LETTERS_MISSING",
            "W_NEARLY_INVISIBLE",
            "W_OUTSIDE_PAGE",
            "W_PATH_TRUNCATED",
            "W_SOFT_MASK",
            "W_TEXT_NOT_SEWN",
            "W_UNSUPPORTED_ELEMENT");

    /** Findings that say how much is missing of many parts together. */
    private static final Set<String> IN_SUM = Set.of("SMALL_PARTS_NOT_SEWN", "EDGES_NOT_COVERED");

    private static final Pattern AREA = Pattern.compile("([0-9.]+) mm²");

    static SewnOrNamed of(
            boolean[] shown, boolean[] thread, SeenArtwork seen, List<Finding> findings, PageRaster raster) {
        Set<String> elements = new HashSet<>();
        double together = 0;
        boolean leftOut = false;
        for (Finding finding : findings) {
            if (MISSING.contains(finding.code())) {
                elements.add(String.valueOf(finding.element()));
                leftOut |= !finding.code().endsWith("_SEWN") || finding.code().startsWith("W_");
            } else if (IN_SUM.contains(finding.code())) {
                Matcher area = AREA.matcher(finding.message());
                together += area.find() ? Double.parseDouble(area.group(1)) : 0;
            }
        }
        int all = 0;
        int bare = 0;
        int named = 0;
        for (int i = 0; i < shown.length; i++) {
            if (shown[i]) {
                all++;
                if (!thread[i]) {
                    bare++;
                    String element = seen.element(i);
                    if (element == null ? leftOut : elements.contains(element)) {
                        named++;
                    }
                }
            }
        }
        if (all == 0) {
            return new SewnOrNamed(100, 0, 0);
        }
        double smallPixels = together * raster.pxPerMm() * raster.pxPerMm();
        double told = Math.min(bare, named + smallPixels);
        return new SewnOrNamed(100.0 * (all - bare) / all, 100 * told / all, 100 * (bare - told) / all);
    }
}
