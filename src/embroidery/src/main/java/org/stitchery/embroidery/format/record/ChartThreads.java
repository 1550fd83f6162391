package org.stitchery.embroidery.format.record;

import java.util.List;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.embroidery.thread.Palettes;
import org.stitchery.embroidery.thread.ThreadPalette;

/**
 * A maker's chart in which files number their threads.
 *
 * @param chart in the order of the numbers
 * @param first the number of the chart's first thread
 */
public record ChartThreads(ThreadPalette chart, int first) {

    /** The chart of that name; see {@link Palettes}. */
    public static ChartThreads named(String name, int first) {
        return new ChartThreads(
                Palettes.byName(name).orElseThrow(() -> new IllegalStateException("There is no chart " + name)), first);
    }

    /** How many threads there are. */
    public int size() {
        return chart.threads().size();
    }

    /** True when the chart has a thread of that number. */
    public boolean has(long number) {
        return number >= first && number < first + size();
    }

    /** The thread of a number; numbers the chart does not have begin anew, as machines do it. */
    public ThreadColor thread(long number) {
        return chart.threads().get((int) Math.floorMod(number - first, (long) size()));
    }

    /** The number of the thread itself, or of the one that looks most like it. */
    public int numberOf(ThreadColor thread) {
        int same = chart.threads().indexOf(thread);
        return first + (same >= 0 ? same : chart.threads().indexOf(chart.nearest(thread.rgb())));
    }

    /** The same, but never that number: the next best for machines that ignore a change to the colour that is on. */
    public int numberOtherThan(ThreadColor thread, int taken) {
        int number = numberOf(thread);
        if (number != taken) {
            return number;
        }
        ThreadColor own = thread(number);
        List<ThreadColor> others =
                chart.threads().stream().filter(other -> !other.equals(own)).toList();
        return numberOf(new ThreadPalette(chart.name(), others).nearest(thread.rgb()));
    }
}
