package org.stitchery.cli;

import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.WriteOptions;
import picocli.CommandLine.Option;

/** How one machine wants its files. */
final class DialectOptions {

    @Option(
            names = "--jumps-per-trim",
            paramLabel = "N",
            defaultValue = "3",
            description =
                    "So many jumps in a row cut the thread where a format has no code for it, 2 to 8 as set on the"
                            + " machine; ${DEFAULT-VALUE} without it.")
    int jumpsPerTrim = ReadOptions.USUAL_JUMPS_PER_TRIM;

    @Option(names = "--no-trims", description = "Leave thread cuts out, for machines without a trimmer.")
    boolean noTrims;

    @Option(
            names = "--count-one-color",
            description = "Say 1 where a header counts no colour change: some home machines refuse 0.")
    boolean countsOneColor;

    @Option(
            names = "--threads-in-header",
            description = "Add thread colours where a format has a customary place that machines do not read.")
    boolean threadsInHeader;

    WriteOptions toWrite() {
        check();
        return new WriteOptions(!noTrims, jumpsPerTrim, countsOneColor, threadsInHeader, 0);
    }

    ReadOptions toRead() {
        check();
        return ReadOptions.cooked(jumpsPerTrim);
    }

    private void check() {
        if (jumpsPerTrim < 2 || jumpsPerTrim > 8) {
            throw Complaint.usage("--jumps-per-trim takes 2 to 8, found " + jumpsPerTrim + ".");
        }
    }
}
