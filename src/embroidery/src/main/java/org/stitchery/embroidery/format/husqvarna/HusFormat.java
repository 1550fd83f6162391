package org.stitchery.embroidery.format.husqvarna;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.ChartThreads;
import org.stitchery.embroidery.format.record.ThreadPlan;
import org.stitchery.embroidery.model.ThreadColor;

/** Husqvarna HUS. */
public final class HusFormat extends PackedFormat {

    /** The one instance. */
    public static final HusFormat HUS = new HusFormat();

    private static final ChartThreads CHART = ChartThreads.named("Husqvarna", 0);
    private static final long MARK = 0x00C8FC5DL;

    private HusFormat() {
        super("hus", "Husqvarna HUS", Threads.CHART, MARK);
    }

    @Override
    List<ThreadColor> threads(ByteSource file, long count) throws FormatException {
        List<ThreadColor> threads = new ArrayList<>();
        for (long i = 0; i < count && file.holds(COLORS + 2 * i, 2); i++) {
            threads.add(CHART.thread(file.u16(COLORS + 2 * i)));
        }
        return threads;
    }

    @Override
    int threadBytes(int count) {
        return 2 * count;
    }

    @Override
    void writeThreads(List<ThreadColor> threads, ByteSink out) throws IOException {
        for (int number : ThreadPlan.numbers(threads, CHART)) {
            out.u16(number);
        }
    }
}
