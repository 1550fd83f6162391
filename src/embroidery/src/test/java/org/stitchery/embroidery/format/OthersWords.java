package org.stitchery.embroidery.format;

import java.util.ArrayList;
import java.util.List;

/**
 * What another reader found, in our words: a needle that is set after the first stitch is a colour change, one set before
 * names the needle to begin with; a sequin is a move; speeds are not kept.
 *
 * @param lines as {@code x y COMMAND}
 * @param needles of the colour blocks, empty where none is named
 */
record OthersWords(List<String> lines, List<Integer> needles) {

    static OthersWords of(List<String> theirs) {
        List<String> lines = new ArrayList<>();
        List<Integer> needles = new ArrayList<>();
        boolean sewn = false;
        int block = 0;
        for (String line : theirs) {
            String[] words = line.split(" ");
            String where = words[0] + " " + words[1] + " ";
            switch (words[2]) {
                case "SLOW", "FAST", "SEQUIN_MODE" -> {}
                case "SEQUIN_EJECT" -> lines.add(where + "JUMP");
                case "NEEDLE_SET" -> {
                    if (sewn) {
                        lines.add(where + "COLOR_CHANGE");
                        block++;
                    }
                    while (needles.size() <= block) {
                        needles.add(0);
                    }
                    needles.set(block, Integer.parseInt(words[3]));
                }
                default -> {
                    sewn |= words[2].equals("STITCH");
                    block += words[2].equals("COLOR_CHANGE") ? 1 : 0;
                    lines.add(line);
                }
            }
        }
        return new OthersWords(lines, needles);
    }
}
