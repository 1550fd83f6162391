package org.stitchery.embroidery.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.stitchery.embroidery.format.FormatReader;
import org.stitchery.embroidery.format.FormatWriter;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.dst.DstFormat;
import org.stitchery.embroidery.model.StitchPattern;

/** Prints millions of DST records read and written per second of one processor: {@code [STITCHES] [ROUNDS]}. */
public final class DstBench {

    private DstBench() {}

    /** A wandering line with a cut every 200 stitches, as in lettering. */
    public static void main(String[] arguments) throws IOException {
        int stitches = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
        FormatReader reader = DstFormat.DST.reader().orElseThrow();
        FormatWriter writer = DstFormat.DST.writer().orElseThrow();
        StitchPattern pattern = wander(stitches);
        byte[] bytes = writer.write(pattern).file().bytes();
        double records = (bytes.length - 513) / 3.0;
        long checksum = 0;
        for (int round = 0; round < rounds; round++) {
            long start = cpu();
            checksum += writer.write(pattern).file().size();
            long written = cpu();
            checksum += reader.read(bytes, ReadOptions.raw()).pattern().size();
            long raw = cpu();
            checksum += reader.read(bytes, ReadOptions.cooked()).pattern().size();
            long cooked = cpu();
            System.out.printf(
                    "write %.0f M/s, read raw %.0f M/s, read cooked %.0f M/s%n",
                    records * 1000 / (written - start),
                    records * 1000 / (raw - written),
                    records * 1000 / (cooked - raw));
        }
        System.out.println("checksum " + checksum);
    }

    private static StitchPattern wander(int stitches) {
        Random random = new Random(1);
        StitchPattern.Builder builder = StitchPattern.builder("BENCH", stitches + stitches / 100);
        for (int i = 0; i < stitches; i++) {
            int x = builder.x() + random.nextInt(81) - 40 - Integer.signum(builder.x()) * 2;
            int y = builder.y() + random.nextInt(81) - 40 - Integer.signum(builder.y()) * 2;
            builder.stitchTo(x, y);
            if (i % 200 == 199) {
                builder.trim().jumpTo(x + 60, y).stitchTo(x + 60, y);
            }
        }
        return builder.build();
    }

    /** A busy machine does not change it much. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
