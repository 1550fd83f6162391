package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;

/**
 * Collects findings: each element once per code, and no more than {@value #EACH} of one code, the rest as a count, so
 * that a hostile file cannot drown a reader.
 */
final class FindingList {

    static final int EACH = 100;

    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Severity> surplus = new LinkedHashMap<>();
    private final Map<String, double[]> places = new HashMap<>();

    /** About one element. */
    void warn(String code, String element, String message) {
        add(Severity.WARNING, code, element, message);
    }

    /** About one element, without harm. */
    void note(String code, String element, String message) {
        add(Severity.INFO, code, element, message);
    }

    private void add(Severity severity, String code, String element, String message) {
        if (!seen.add(code + ' ' + element)) {
            return;
        }
        if (counts.merge(code, 1, Integer::sum) > EACH) {
            surplus.putIfAbsent(code, severity);
        } else {
            findings.add(Finding.of(severity, code, message, element));
        }
    }

    /** About the whole drawing; told once. */
    void about(Severity severity, String code, String message) {
        if (seen.add(code + ' ' + message)) {
            findings.add(Finding.of(severity, code, message));
        }
    }

    boolean has(String code) {
        return findings.stream().anyMatch(f -> f.code().equals(code));
    }

    /** True when this was found about this element, told or only counted. */
    boolean has(String code, String element) {
        return seen.contains(code + ' ' + element);
    }

    /** True when something was found about this element. */
    boolean concern(String element) {
        return findings.stream().anyMatch(f -> element.equals(f.element()));
    }

    /** Remembers where an element lies, in page millimetres as drawn; the first time it is drawn counts. */
    void locate(String element, Box box) {
        if (!box.isEmpty()) {
            places.putIfAbsent(element, new double[] {(box.minX() + box.maxX()) / 2, (box.minY() + box.maxY()) / 2});
        }
    }

    /**
     * All findings, in the order in which they were made.
     *
     * @param scale from page millimetres as drawn to final ones
     */
    List<Finding> toList(double scale) {
        List<Finding> all = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            String element = finding.element();
            double[] place = element == null ? null : places.get(element);
            all.add(
                    place == null
                            ? finding
                            : new Finding(
                                    finding.severity(),
                                    finding.code(),
                                    finding.message(),
                                    element,
                                    place[0] * scale,
                                    place[1] * scale));
        }
        surplus.forEach((code, severity) -> all.add(Finding.of(
                severity,
                code,
                "The same goes for " + (counts.getOrDefault(code, EACH) - EACH) + " more elements of this drawing.")));
        return all;
    }
}
