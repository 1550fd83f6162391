package org.stitchery.embroidery.thread;

import java.util.List;
import java.util.Optional;
import org.stitchery.embroidery.model.ThreadColor;

/** A chart of threads to choose from: a maker's, or those on a machine. Immutable. */
public final class ThreadPalette {

    private final String name;
    private final List<ThreadColor> threads;
    private final List<Lab> labs;

    /** At least one thread, in the order of the chart. */
    public ThreadPalette(String name, List<ThreadColor> threads) {
        if (threads.isEmpty()) {
            throw new IllegalArgumentException("The palette " + name + " needs at least one thread");
        }
        this.name = name;
        this.threads = List.copyOf(threads);
        this.labs = this.threads.stream().map(thread -> Lab.ofRgb(thread.rgb())).toList();
    }

    /** What people call the chart. */
    public String name() {
        return name;
    }

    /** In the order of the chart. */
    public List<ThreadColor> threads() {
        return threads;
    }

    /** The thread that looks most like the screen colour 0xRRGGBB; of equal ones the first in the chart. */
    public ThreadColor nearest(int rgb) {
        Lab wanted = Lab.ofRgb(rgb);
        int best = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < labs.size(); i++) {
            double difference = Ciede2000.difference(wanted, labs.get(i));
            if (difference < smallest) {
                smallest = difference;
                best = i;
            }
        }
        return threads.get(best);
    }

    /** By the number on the cone. */
    public Optional<ThreadColor> byCode(String code) {
        return threads.stream().filter(thread -> thread.code().equals(code)).findFirst();
    }

    /**
     * The chart narrowed to some of its threads, those on a machine for example, in the order given.
     *
     * @param codes numbers on the cones
     * @throws IllegalArgumentException naming the number that the chart does not have
     */
    public ThreadPalette only(List<String> codes) {
        return new ThreadPalette(
                name,
                codes.stream()
                        .map(String::strip)
                        .distinct()
                        .map(code -> byCode(code)
                                .orElseThrow(() ->
                                        new IllegalArgumentException("There is no thread \"" + code + "\" in " + name)))
                        .toList());
    }

    /** Equal when name and threads are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ThreadPalette that && name.equals(that.name) && threads.equals(that.threads);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + threads.hashCode();
    }

    @Override
    public String toString() {
        return name + " (" + threads.size() + " threads)";
    }
}
