package org.stitchery.embroidery.format.pfaff;

import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.ChartThreads;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * Pfaff PCM, of the programs for Macintosh: a PCS with the higher bytes first and, in the table of colours, a u16 with a
 * number of Pfaff's chart for each. Only read.
 */
public final class PcmFormat extends PfaffFormat {

    /** The chart by which it numbers colours. */
    static final ChartThreads CHART = ChartThreads.named("Pfaff PCM", 0);

    /** The one instance. */
    public static final PcmFormat PCM = new PcmFormat();

    private static final int COLOR_BYTES = 2;
    private static final int LAST_HOOP = 3;

    private PcmFormat() {
        super("pcm", "Pfaff PCM", Threads.CHART, true, COLOR_BYTES, 0, LAST_HOOP);
    }

    @Override
    protected ThreadColor color(ByteSource file, int at) throws FormatException {
        return CHART.thread(file.u16be(at));
    }
}
