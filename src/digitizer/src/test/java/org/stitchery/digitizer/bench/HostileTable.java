package org.stitchery.digitizer.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.stitchery.digitizer.DigitizeSettings;
import org.stitchery.digitizer.Digitizer;
import org.stitchery.digitizer.DigitizingException;
import org.stitchery.digitizer.Progress;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.digitizer.svg.IntakeException;
import org.stitchery.digitizer.svg.IntakeSettings;
import org.stitchery.digitizer.svg.SvgIntake;
import org.stitchery.embroidery.thread.Palettes;

/**
 * What hostile drawings cost: {@code HostileTable read|sewn CORPUS LARGE}, with the folder of the corpus and that of
 * the large drawings which its {@code GenerateLarge} writes; to be run as a worker is, with {@code -Xmx256m
 * -XX:+UseSerialGC}.
 *
 * <p>Prints a line for each drawing, parted by tabs: its name, what became of it, CPU milliseconds the first time, the
 * fewer of two more times, and the most megabytes of heap that were in use at any moment, what nobody needs any more
 * included; then the median and the worst. {@code sewn} digitizes what is not refused, 80 mm wide.
 */
public final class HostileTable {

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private record Cost(
            String name, boolean small, String outcome, double firstMillis, double warmMillis, double heapMb) {

        String line() {
            return String.format(
                    Locale.ROOT, "%s\t%s\t%.1f ms\t%.1f ms\t%.0f MB", name, outcome, firstMillis, warmMillis, heapMb);
        }
    }

    private HostileTable() {}

    /** See the class. */
    public static void main(String[] args) throws IOException {
        boolean sewn = args[0].equals("sewn");
        Path corpus = Path.of(args[1]);
        Path large = Path.of(args[2]);
        List<Cost> costs = new ArrayList<>();
        List<String> lines = Files.readAllLines(corpus.resolve("expected.csv"));
        for (String line : lines.subList(1, lines.size())) {
            if (!line.isBlank()) {
                String name = line.substring(0, line.indexOf(','));
                boolean small = Files.exists(corpus.resolve(name));
                Cost cost = cost(name, small, Files.readAllBytes((small ? corpus : large).resolve(name)), sewn);
                costs.add(cost);
                System.out.println(cost.line());
            }
        }
        double[] small = costs.stream()
                .filter(Cost::small)
                .mapToDouble(Cost::warmMillis)
                .sorted()
                .toArray();
        System.out.printf(Locale.ROOT, "median of %d small ones\t%.2f ms%n", small.length, small[small.length / 2]);
        System.out.println("most CPU\t" + worst(costs, Cost::firstMillis).line());
        System.out.println("most heap\t" + worst(costs, Cost::heapMb).line());
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .forEach(line -> System.out.println("whole process, most memory resident\t" + line));
        }
    }

    private static Cost worst(List<Cost> costs, ToDoubleFunction<Cost> figure) {
        return costs.stream().max(Comparator.comparingDouble(figure)).orElseThrow();
    }

    private static Cost cost(String name, boolean small, byte[] upload, boolean sewn) {
        System.gc();
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            pool.resetPeakUsage();
        }
        long start = CLOCK.getCurrentThreadCpuTime();
        String outcome = outcome(upload, sewn);
        double first = (CLOCK.getCurrentThreadCpuTime() - start) / 1e6;
        double warm = first;
        for (int i = 0; i < 2 && small; i++) {
            start = CLOCK.getCurrentThreadCpuTime();
            outcome(upload, sewn);
            warm = Math.min(warm, (CLOCK.getCurrentThreadCpuTime() - start) / 1e6);
        }
        double heap = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                heap += pool.getPeakUsage().getUsed() / 1e6;
            }
        }
        return new Cost(name, small, outcome, first, warm, heap);
    }

    private static String outcome(byte[] upload, boolean sewn) {
        try {
            Artwork artwork = SvgIntake.read(upload, sewn ? IntakeSettings.toWidth(80) : IntakeSettings.asDrawn());
            if (sewn) {
                DigitizeSettings settings = new DigitizeSettings(
                        "hostile", FabricRecipes.standard(), Palettes.STITCHERY_40.threads(), Hoops.standard());
                return new Digitizer()
                                .digitize(artwork, settings, Progress.NONE)
                                .pattern()
                                .size() + " records";
            }
            return "read";
        } catch (IntakeException e) {
            return String.valueOf(e.code());
        } catch (DigitizingException e) {
            return "stopped by the digitizer";
        }
    }
}
