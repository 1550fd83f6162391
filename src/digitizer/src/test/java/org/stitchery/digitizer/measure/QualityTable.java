package org.stitchery.digitizer.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stitchery.embroidery.model.Finding;

/**
 * Digitizes every drawing of a folder and prints its measures: {@code QualityTable FOLDER [PAGE-MM]}. One line for each
 * drawing, parted by tabs, with CPU milliseconds from bytes to stitches and the codes of its findings at the end; then
 * medians, the worst files of every measure, the share of files within each target, and what was refused or failed. The
 * longer side of each page is {@value #PAGE_MM} mm unless another is given; 0 takes drawings as large as they say.
 *
 * <p>A drawing refused is not a failure; anything else that is thrown is a crash, and a drawing that takes longer than
 * the standard budget allows is a hang.
 */
public final class QualityTable {

    private static final double PAGE_MM = 80;
    private static final int WORST = 10;

    private final List<Measured> rows = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final boolean rendered = RenderedDrawing.isPossible();

    private QualityTable() {}

    /** See the class. */
    public static void main(String[] args) throws IOException {
        double pageMm = args.length > 1 ? Double.parseDouble(args[1]) : PAGE_MM;
        List<Path> files;
        try (Stream<Path> found = Files.list(Path.of(args[0]))) {
            files = found.filter(f -> f.toString().matches(".*\\.svgz?"))
                    .sorted()
                    .toList();
        }
        QualityTable table = new QualityTable();
        StringBuilder head = new StringBuilder("drawing");
        Measured.columns().forEach(c -> head.append('\t').append(c.title()));
        System.out.println(head.append("\tfindings"));
        for (Path file : files) {
            table.add(file, pageMm);
        }
        table.summary();
    }

    private void add(Path file, double pageMm) throws IOException {
        String name = String.valueOf(file.getFileName()).replaceAll("\\.svgz?$", "");
        try {
            Measured row = Measured.of(name, Files.readAllBytes(file), pageMm, rendered);
            rows.add(row);
            System.out.println(line(row) + "\t" + codes(row.findings()));
        } catch (RuntimeException | StackOverflowError e) {
            failures.add(name + "\t" + e);
            System.out.println(name + "\t" + e);
        }
    }

    private static String codes(List<Finding> findings) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        findings.forEach(f -> counts.merge(f.code(), 1, Integer::sum));
        return counts.toString();
    }

    private static String line(Measured row) {
        StringBuilder line = new StringBuilder(row.name());
        for (Measured.Column column : Measured.columns()) {
            line.append('\t').append(number(column.value().applyAsDouble(row), column.digits()));
        }
        return line.toString();
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private void summary() {
        System.out.println();
        Measured.columns().forEach(this::worst);
        System.out.println();
        for (Target target : Target.all()) {
            long within = rows.stream().filter(target.reached()).count();
            System.out.printf(
                    Locale.ROOT,
                    "%s\t%d of %d\t%.1f %%%n",
                    target.words(),
                    within,
                    rows.size(),
                    100.0 * within / Math.max(1, rows.size()));
        }
        System.out.println(rows.size() + " drawings sewn, " + failures.size() + " not:");
        failures.forEach(System.out::println);
    }

    private void worst(Measured.Column column) {
        Comparator<Measured> byValue = Comparator.comparingDouble(column.value());
        List<Measured> sorted = rows.stream()
                .sorted(column.title().equals("sewn%") ? byValue : byValue.reversed())
                .toList();
        double median = Quality.median(rows.stream().mapToDouble(column.value()).toArray());
        StringBuilder line = new StringBuilder(column.title())
                .append(": median ")
                .append(number(median, column.digits()))
                .append("; worst");
        for (Measured row : sorted.subList(0, Math.min(WORST, sorted.size()))) {
            line.append(' ')
                    .append(row.name())
                    .append(' ')
                    .append(number(column.value().applyAsDouble(row), column.digits()))
                    .append(',');
        }
        System.out.println(line);
    }
}
