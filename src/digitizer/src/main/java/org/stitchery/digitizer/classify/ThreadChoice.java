package org.stitchery.digitizer.classify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.embroidery.thread.Ciede2000;
import org.stitchery.embroidery.thread.Lab;

/** Gives each colour of the drawing the nearest of the threads at hand, by CIEDE2000. */
public final class ThreadChoice {

    private final List<ThreadColor> threads;
    private final List<Lab> labs;
    private final Map<Integer, Integer> known = new LinkedHashMap<>();

    public ThreadChoice(List<ThreadColor> threads) {
        this.threads = List.copyOf(threads);
        labs = threads.stream().map(thread -> Lab.ofRgb(thread.rgb())).toList();
    }

    /** Index of the nearest thread; the first among equals. */
    public int nearest(int rgb) {
        return known.computeIfAbsent(rgb, colour -> {
            Lab wanted = Lab.ofRgb(colour);
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < labs.size(); i++) {
                double distance = Ciede2000.difference(wanted, labs.get(i));
                if (distance < least) {
                    least = distance;
                    best = i;
                }
            }
            return best;
        });
    }

    /** CIEDE2000 between a colour and a thread. */
    public double distance(int rgb, int thread) {
        return Ciede2000.difference(Lab.ofRgb(rgb), labs.get(thread));
    }

    /** The first index of a thread, -1 for one that is not among them. */
    public int indexOf(ThreadColor thread) {
        return threads.indexOf(thread);
    }

    public ThreadColor thread(int index) {
        return threads.get(index);
    }
}
