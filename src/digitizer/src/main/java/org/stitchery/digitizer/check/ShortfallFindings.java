package org.stitchery.digitizer.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;

/**
 * Tells shortfalls to a person: the large ones each, the many small ones together, and nothing at all about what is only
 * the roughness of any embroidery's edge.
 */
final class ShortfallFindings {

    /** Seen at arm's length: two millimetres long and as wide as a thread. */
    private static final double LARGE_MM2 = 0.8;

    /** Of an element that is all but complete, only this share counts as missing at all. */
    private static final double WORTH_SHARE = 0.02;

    /** A small element with more than this share missing looks different. */
    private static final double SMALL_SHARE = 0.1;

    /** What is told nowhere else is told in sum from this share of the whole drawing on. */
    private static final double SUM_SHARE = 0.005;

    /** Bare cloth along edges is told in sum from this share of the whole drawing on: that much every embroidery has. */
    private static final double EDGES_SHARE = 0.008;

    private static final int MOST = 20;

    private ShortfallFindings() {}

    /**
     * @param shortfalls of all elements that are seen, in drawing order
     * @param bare the same elements, with bare cloth however near to thread
     */
    static List<Finding> of(List<Shortfall> shortfalls, List<Shortfall> bare) {
        List<Shortfall> large = new ArrayList<>();
        List<Shortfall> small = new ArrayList<>();
        double seen = 0;
        double untold = 0;
        for (Shortfall s : shortfalls) {
            seen += s.seenMm2();
            if (s.missingMm2() >= LARGE_MM2 && s.missingShare() >= WORTH_SHARE) {
                large.add(s);
            } else if (s.missingShare() >= SMALL_SHARE) {
                small.add(s);
            } else {
                untold += s.missingMm2();
            }
        }
        Set<Shortfall> told = new HashSet<>(large.stream()
                .sorted(Comparator.comparingDouble(Shortfall::missingMm2).reversed())
                .limit(MOST)
                .toList());
        large.stream().filter(s -> !told.contains(s)).forEach(small::add);
        List<Finding> findings = new ArrayList<>();
        large.stream().filter(told::contains).forEach(s -> findings.add(one(s)));
        if (untold > SUM_SHARE * seen) {
            shortfalls.stream()
                    .filter(s -> s.missingMm2() > 0 && !told.contains(s) && !small.contains(s))
                    .forEach(small::add);
        }
        if (!small.isEmpty()) {
            findings.add(together(small));
        }
        List<Shortfall> edges = new ArrayList<>();
        for (int i = 0; i < shortfalls.size(); i++) {
            if (!told.contains(shortfalls.get(i)) && !small.contains(shortfalls.get(i))) {
                edges.add(bare.get(i));
            }
        }
        double rough = edges.stream().mapToDouble(Shortfall::missingMm2).sum();
        if (rough > EDGES_SHARE * seen) {
            findings.add(edges(edges, rough, seen));
        }
        return findings;
    }

    private static Finding one(Shortfall s) {
        boolean all = s.missingShare() > 0.9;
        String what = all
                ? "This part is not sewn"
                : String.format(Locale.ROOT, "%.0f %% of this part is not sewn", 100 * s.missingShare());
        return finding(
                Severity.WARNING,
                all ? "NOT_SEWN" : "PARTLY_SEWN",
                what + String.format(Locale.ROOT, " (%.1f mm²): ", s.missingMm2())
                        + "it is too thin for thread at this size. Make it thicker, or the design larger.",
                s);
    }

    private static Finding together(List<Shortfall> small) {
        double sum = small.stream().mapToDouble(Shortfall::missingMm2).sum();
        Shortfall largest = small.stream()
                .max(Comparator.comparingDouble(Shortfall::missingMm2))
                .orElseThrow();
        String what = small.size() == 1 ? "A small part is" : small.size() + " small parts are";
        return finding(
                Severity.INFO,
                "SMALL_PARTS_NOT_SEWN",
                String.format(
                        Locale.ROOT,
                        "%s finer than thread and not or not wholly sewn (%.2f mm² in all). Make the design larger if"
                                + " they matter.",
                        what,
                        sum),
                largest);
    }

    private static Finding edges(List<Shortfall> untold, double rough, double seen) {
        Shortfall most = untold.stream()
                .max(Comparator.comparingDouble(Shortfall::missingMm2))
                .orElseThrow();
        return finding(
                Severity.INFO,
                "EDGES_NOT_COVERED",
                String.format(
                        Locale.ROOT,
                        "Along fine lines and edges %.2f mm² of cloth show in all, %.1f %% of the drawing: their shape is"
                                + " finer than thread, most of it in this part. Make the design larger for cleaner lines.",
                        rough,
                        100 * rough / seen),
                most);
    }

    private static Finding finding(Severity severity, String code, String message, Shortfall at) {
        return new Finding(
                severity,
                code,
                message,
                at.element(),
                Math.round(at.xMm() * 10) / 10.0,
                Math.round(at.yMm() * 10) / 10.0);
    }
}
