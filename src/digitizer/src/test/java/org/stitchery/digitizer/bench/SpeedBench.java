package org.stitchery.digitizer.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.stitchery.digitizer.DigitizeSettings;
import org.stitchery.digitizer.Digitizer;
import org.stitchery.digitizer.Progress;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.digitizer.svg.IntakeSettings;
import org.stitchery.digitizer.svg.SvgIntake;
import org.stitchery.embroidery.format.dst.DstFormat;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.thread.Palettes;

/**
 * How fast: from the bytes of an SVG to those of a DST, in memory, what is drawn 80 mm wide.
 *
 * <p>{@code SpeedBench REPEATS FILE-OR-FOLDER...} prints for each drawing the stitches, the best CPU milliseconds of so
 * many repeats after all drawings have been digitized eight times, and stitches for each CPU second; then their median, how
 * time grows with the size of the median drawing, a filled square of 300 mm, and what a process needs that digitizes a
 * single drawing.
 * {@code SpeedBench once FILE} is that process.
 */
public final class SpeedBench {

    private static final double WIDTH_MM = 80;

    private static final byte[] SQUARE = """
            <svg xmlns='http://www.w3.org/2000/svg' width='300mm' height='300mm' viewBox='0 0 300 300'>
              <rect width='300' height='300' fill='#c81e2b'/>
            </svg>
            """.getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    /** One drawing's figures. */
    private record Speed(Path file, int stitches, double cpuMillis) {
        double perSecond() {
            return stitches / cpuMillis * 1000;
        }
    }

    private SpeedBench() {}

    /** See the class. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args[0].equals("once")) {
            digitized(Files.readAllBytes(Path.of(args[1])), WIDTH_MM);
            return;
        }
        int repeats = Integer.parseInt(args[0]);
        List<Speed> speeds = new ArrayList<>();
        List<Path> files = files(Arrays.asList(args).subList(1, args.length));
        warmUp(files);
        for (Path file : files) {
            try {
                Speed speed = measured(file, Files.readAllBytes(file), WIDTH_MM, repeats);
                speeds.add(speed);
                System.out.println(line(String.valueOf(file.getFileName()), speed));
            } catch (RuntimeException e) {
                System.out.println(file.getFileName() + "\t" + e.getMessage());
            }
        }
        speeds.sort(java.util.Comparator.comparingDouble(Speed::perSecond));
        Speed middle = speeds.get(speeds.size() / 2);
        System.out.println(line("median of " + speeds.size(), middle));
        for (double width : new double[] {WIDTH_MM / 2, WIDTH_MM, WIDTH_MM * 2, WIDTH_MM * 4}) {
            Speed speed = measured(middle.file(), Files.readAllBytes(middle.file()), width, repeats);
            System.out.println(line("  " + width + " mm wide", speed));
        }
        System.out.println(line("square of 300 mm", measured(Path.of("square"), SQUARE, 300, repeats)));
        cold(middle.file());
    }

    /** So that no drawing pays for what the compiler has not seen yet. */
    private static void warmUp(List<Path> files) throws IOException {
        for (int round = 0; round < 8; round++) {
            for (Path file : files) {
                try {
                    digitized(Files.readAllBytes(file), WIDTH_MM);
                } catch (RuntimeException refused) {
                    // Said when its turn comes.
                    continue;
                }
            }
        }
    }

    private static List<Path> files(List<String> names) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.list(path)) {
                    inside.filter(f -> f.toString().matches(".*\\.svgz?"))
                            .sorted()
                            .forEach(files::add);
                }
            } else {
                files.add(path);
            }
        }
        return files;
    }

    private static Speed measured(Path file, byte[] svg, double widthMm, int repeats) {
        int stitches = digitized(svg, widthMm);
        long best = Long.MAX_VALUE;
        for (int r = 0; r < repeats; r++) {
            long start = CLOCK.getCurrentThreadCpuTime();
            digitized(svg, widthMm);
            best = Math.min(best, CLOCK.getCurrentThreadCpuTime() - start);
        }
        return new Speed(file, stitches, best / 1e6);
    }

    private static int digitized(byte[] svg, double widthMm) {
        Artwork artwork = SvgIntake.read(svg, IntakeSettings.toWidth(widthMm));
        DigitizeSettings settings = new DigitizeSettings(
                "bench", FabricRecipes.standard(), Palettes.STITCHERY_40.threads(), Hoops.standard());
        StitchPattern pattern =
                new Digitizer().digitize(artwork, settings, Progress.NONE).pattern();
        byte[] dst = DstFormat.DST.writer().orElseThrow().write(pattern).file().bytes();
        if (dst.length == 0) {
            throw new IllegalStateException("Nothing was written");
        }
        return pattern.count(StitchCommand.STITCH);
    }

    private static void cold(Path file) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int exitCode = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SpeedBench.class.getName(),
                        "once",
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
        System.out.printf(
                Locale.ROOT,
                "a process of its own\t%d ms of wall time, exit code %d%n",
                (System.nanoTime() - start) / 1_000_000,
                exitCode);
    }

    private static String line(String name, Speed speed) {
        return String.format(
                Locale.ROOT,
                "%s\t%d stitches\t%.1f ms\t%.0f stitches a second",
                name,
                speed.stitches(),
                speed.cpuMillis(),
                speed.perSecond());
    }
}
