package org.stitchery.embroidery.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatReader;
import org.stitchery.embroidery.format.FormatWriter;
import org.stitchery.embroidery.format.Formats;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * Prints millions of stitches read and written per second of one processor's time, the best of so many rounds, and how that
 * compares with a tight loop in C where there is a compiler, in Java where there is none: {@code [ROUNDS [FORMAT...]]}.
 *
 * <p>Processor time and the best round, so that a busy machine says nearly the same as an idle one; {@link FormatBench} asks
 * the same by the clock.
 */
public final class FormatSpeed {

    private static final int STITCHES = 1_000_000;

    /** Makes up for caches that others emptied. */
    private static final int LEAST_ROUNDS = 10;

    private FormatSpeed() {}

    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length > 0 ? Math.max(LEAST_ROUNDS, Integer.parseInt(arguments[0])) : 40;
        List<String> wanted = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        List<EmbroideryFormat> formats = wanted.isEmpty()
                ? Formats.all().stream().filter(f -> f.writer().isPresent()).toList()
                : wanted.stream().map(id -> Formats.byId(id).orElseThrow()).toList();
        TightLoop loop = TightLoop.measured();
        System.out.printf(
                "A tight loop in %s: reads %.0f M/s, writes %.0f M/s%n", loop.language(), loop.reads(), loop.writes());
        System.out.println("format      read M/s  of loop  write M/s  of loop");
        StitchPattern pattern = LongDesign.of(STITCHES);
        for (EmbroideryFormat format : formats) {
            Optional<FormatReader> reader = format.reader();
            FormatWriter writer = format.writer().orElseThrow();
            byte[] bytes = writer.write(pattern).file().bytes();
            long read = Long.MAX_VALUE;
            long written = Long.MAX_VALUE;
            long checksum = 0;
            for (int round = 0; round < rounds; round++) {
                long start = cpu();
                checksum += writer.write(pattern).file().size();
                long between = cpu();
                checksum += reader.orElseThrow()
                        .read(bytes, ReadOptions.cooked())
                        .pattern()
                        .size();
                written = Math.min(written, between - start);
                read = Math.min(read, cpu() - between);
            }
            double reads = STITCHES * 1e3 / read;
            double writes = STITCHES * 1e3 / written;
            System.out.printf(
                    "%-12s %7.1f  %7.2f  %9.1f  %7.2f%s%n",
                    format.id(),
                    reads,
                    reads / loop.reads(),
                    writes,
                    writes / loop.writes(),
                    checksum == 0 ? " nothing" : "");
        }
    }

    static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
