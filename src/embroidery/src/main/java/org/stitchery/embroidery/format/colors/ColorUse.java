package org.stitchery.embroidery.format.colors;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * What a machine sews with after one of its changes.
 *
 * @param thread what has to be on the needle
 * @param needle from 1; 0 when it is not known
 */
public record ColorUse(ThreadColor thread, int needle) {

    public ColorUse {
        if (needle < 0 || needle > 0xFFFF) {
            throw new IllegalArgumentException("A needle is 0 to 65535, found " + needle);
        }
    }

    /**
     * One use at the beginning and one after each colour change and each stop, because a DST file shows the machine both
     * as the same record and a machine counts them; after a stop the thread stays.
     *
     * @param needleOfBlock the needle of each colour block, both counted as at the machine, blocks from 1
     * @return empty when the design does not say its colours
     */
    public static List<ColorUse> of(StitchPattern pattern, IntUnaryOperator needleOfBlock) {
        List<ThreadColor> threads = pattern.threads();
        if (threads.isEmpty()) {
            return List.of();
        }
        List<ColorUse> uses = new ArrayList<>();
        int block = 1;
        uses.add(use(threads, block, needleOfBlock));
        for (int i = 0; i < pattern.size(); i++) {
            StitchCommand command = pattern.command(i);
            if (command == StitchCommand.COLOR_CHANGE) {
                block++;
            }
            if (command == StitchCommand.COLOR_CHANGE || command == StitchCommand.STOP) {
                uses.add(use(threads, block, needleOfBlock));
            }
        }
        return List.copyOf(uses);
    }

    /** The needle of each use, as {@link #of} counts them; 0 where the design names none. */
    public static List<Integer> needles(StitchPattern pattern) {
        List<Integer> ofBlocks = pattern.needles();
        List<Integer> needles = new ArrayList<>();
        int block = 0;
        needles.add(ofBlocks.isEmpty() ? 0 : ofBlocks.get(0));
        for (int i = 0; i < pattern.size(); i++) {
            StitchCommand command = pattern.command(i);
            block += command == StitchCommand.COLOR_CHANGE ? 1 : 0;
            if (command == StitchCommand.COLOR_CHANGE || command == StitchCommand.STOP) {
                needles.add(block < ofBlocks.size() ? ofBlocks.get(block) : 0);
            }
        }
        return List.copyOf(needles);
    }

    /**
     * The uses with which colour blocks begin.
     *
     * @param uses whatever there is one of for each use: of colour blocks and of stops, or only of colour blocks; which, their
     *     number tells
     */
    static <T> List<T> startsOfBlocks(StitchPattern pattern, List<T> uses) {
        int stops = pattern.count(StitchCommand.STOP);
        int blocks = pattern.count(StitchCommand.COLOR_CHANGE) + 1;
        if (stops == 0 || uses.size() != blocks + stops) {
            return uses.subList(0, Math.min(blocks, uses.size()));
        }
        List<T> starts = new ArrayList<>(List.of(uses.get(0)));
        int use = 0;
        for (int i = 0; i < pattern.size(); i++) {
            switch (pattern.command(i)) {
                case STOP -> use++;
                case COLOR_CHANGE -> starts.add(uses.get(++use));
                default -> {}
            }
        }
        return starts;
    }

    private static ColorUse use(List<ThreadColor> threads, int block, IntUnaryOperator needleOfBlock) {
        ThreadColor thread = block <= threads.size() ? threads.get(block - 1) : ThreadColor.ofRgb(0);
        return new ColorUse(thread, needleOfBlock.applyAsInt(block));
    }
}
