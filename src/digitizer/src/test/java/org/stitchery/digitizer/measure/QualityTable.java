package org.stitchery.digitizer.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stitchery.digitizer.DigitizeSettings;
import org.stitchery.digitizer.Digitized;
import org.stitchery.digitizer.Digitizer;
import org.stitchery.digitizer.Progress;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.thread.Palettes;

/**
 * Digitizes every drawing of a folder and prints its measures: {@code QualityTable FOLDER [PAGE-MM]}. One line for each
 * drawing, parted by tabs, with CPU milliseconds from bytes to stitches and the codes of its findings at the end; then
 * medians, the worst files of every measure, and what was refused or failed. The longer side of each page is
 * {@value #PAGE_MM} mm unless another is given; 0 takes drawings as large as they say.
 */
public final class QualityTable {

    private static final double PAGE_MM = 80;
    private static final int WORST = 10;

    private record Row(String name, Quality quality, double cpuMillis) {}

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final Digitizer digitizer = new Digitizer();
    private final List<Row> rows = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

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
        Quality.columns().forEach(c -> head.append('\t').append(c.title()));
        System.out.println(head.append("\tcpu ms\tfindings"));
        for (Path file : files) {
            table.add(file, pageMm);
        }
        table.summary();
    }

    private void add(Path file, double pageMm) throws IOException {
        String name = String.valueOf(file.getFileName()).replaceAll("\\.svgz?$", "");
        byte[] svg = Files.readAllBytes(file);
        try {
            Artwork artwork = PageSized.read(svg, pageMm);
            DigitizeSettings settings = new DigitizeSettings(
                    name, FabricRecipes.standard(), Palettes.STITCHERY_40.threads(), Hoops.standard());
            long start = clock.getCurrentThreadCpuTime();
            PageSized.read(svg, pageMm);
            Digitized digitized = digitizer.digitize(artwork, settings, Progress.NONE);
            double millis = (clock.getCurrentThreadCpuTime() - start) / 1e6;
            Row row = new Row(name, QualityMeter.measure(artwork, digitized), millis);
            rows.add(row);
            System.out.println(line(row) + "\t" + codes(digitized.findings()));
        } catch (RuntimeException e) {
            failures.add(name + "\t" + e);
            System.out.println(name + "\t" + e);
        }
    }

    private static String codes(List<Finding> findings) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        findings.forEach(f -> counts.merge(f.code(), 1, Integer::sum));
        return counts.toString();
    }

    private static String line(Row row) {
        StringBuilder line = new StringBuilder(row.name());
        for (Quality.Column column : Quality.columns()) {
            line.append('\t').append(number(column.value().applyAsDouble(row.quality()), column.digits()));
        }
        return line.append('\t').append(number(row.cpuMillis(), 0)).toString();
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private void summary() {
        System.out.println();
        for (Quality.Column column : Quality.columns()) {
            worst(column.title(), column.digits(), row -> column.value().applyAsDouble(row.quality()));
        }
        worst("cpu ms", 0, Row::cpuMillis);
        System.out.println(rows.size() + " drawings sewn, " + failures.size() + " not:");
        failures.forEach(System.out::println);
    }

    private void worst(String title, int digits, java.util.function.ToDoubleFunction<Row> value) {
        List<Row> sorted = rows.stream()
                .sorted(java.util.Comparator.comparingDouble(value).reversed())
                .toList();
        StringBuilder line = new StringBuilder(title)
                .append(": median ")
                .append(number(Quality.median(rows.stream().mapToDouble(value).toArray()), digits))
                .append("; worst");
        for (Row row : sorted.subList(0, Math.min(WORST, sorted.size()))) {
            line.append(' ')
                    .append(row.name())
                    .append(' ')
                    .append(number(value.applyAsDouble(row), digits))
                    .append(',');
        }
        System.out.println(line);
    }
}
