package org.stitchery.embroidery.format.record;

import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * Which thread sews which colour block, for formats that hold colours. Blocks for which the pattern names none get colours
 * that can be told apart; threads beyond the blocks are kept.
 *
 * @param threads at least one per colour block
 * @param blocks how many colour blocks there are
 * @param invented how many of them had none
 */
public record ThreadPlan(List<ThreadColor> threads, int blocks, int invented) {

    /** Colours that nobody takes for one another, for designs that come without any. */
    private static final int[] TOLD_APART = {
        0xD00000, 0x0040C0, 0x008030, 0xF0C000, 0x702090, 0x00A0B0, 0xF07000, 0x603010, 0xE060A0, 0x202020, 0x80B000,
        0x8090A0
    };

    public ThreadPlan {
        threads = List.copyOf(threads);
    }

    /** For the pattern's colour blocks. */
    public static ThreadPlan of(StitchPattern pattern) {
        int blocks = pattern.count(StitchCommand.COLOR_CHANGE) + 1;
        List<ThreadColor> threads = new ArrayList<>(pattern.threads());
        int invented = Math.max(0, blocks - threads.size());
        while (threads.size() < blocks) {
            threads.add(ThreadColor.ofRgb(TOLD_APART[threads.size() % TOLD_APART.length]));
        }
        return new ThreadPlan(threads, blocks, invented);
    }

    /**
     * The threads event by event, for formats that say stop by taking the same thread again: one for the beginning, one for
     * each colour change and one, the same as before, for each stop. Threads beyond the blocks come last.
     */
    public List<ThreadColor> byEvent(StitchPattern pattern) {
        List<ThreadColor> byEvent = new ArrayList<>(List.of(threads.get(0)));
        int block = 0;
        for (int i = 0; i < pattern.size(); i++) {
            switch (pattern.command(i)) {
                case COLOR_CHANGE -> byEvent.add(threads.get(++block));
                case STOP -> byEvent.add(threads.get(block));
                default -> {}
            }
        }
        byEvent.addAll(threads.subList(block + 1, threads.size()));
        return byEvent;
    }

    /** Their numbers in a chart; different threads that follow each other never get the same. */
    public static int[] numbers(List<ThreadColor> inOrder, ChartThreads chart) {
        int[] numbers = new int[inOrder.size()];
        for (int i = 0; i < numbers.length; i++) {
            ThreadColor thread = inOrder.get(i);
            boolean changed = i > 0 && !thread.equals(inOrder.get(i - 1));
            numbers[i] = changed
                    ? chart.numberOtherThan(thread, numbers[i - 1])
                    : i > 0 ? numbers[i - 1] : chart.numberOf(thread);
        }
        return numbers;
    }

    /** For formats that say stop by taking the same thread again: changes that will be taken for stops. */
    public List<Finding> changesTakenForStops() {
        int changes = 0;
        for (int block = 1; block < blocks; block++) {
            changes += threads.get(block).equals(threads.get(block - 1)) ? 1 : 0;
        }
        return changes == 0
                ? List.of()
                : List.of(Finding.of(
                        Severity.INFO,
                        "CHANGES_READ_AS_STOPS",
                        changes + (changes == 1 ? " colour change takes" : " colour changes take")
                                + " the thread that is on already: machines take that for a stop."));
    }

    /** What a person must know. */
    public List<Finding> findings() {
        return invented == 0
                ? List.of()
                : List.of(Finding.of(
                        Severity.INFO,
                        "COLORS_INVENTED",
                        "The design names no thread for " + invented + " of its " + blocks
                                + " colour blocks; colours that can be told apart are written for them."));
    }
}
