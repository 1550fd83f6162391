package org.stitchery.service.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Code 39 barcode, which machines' scanners read by default (domain facts, section 5). Each character is five bars and
 * four gaps, three of the nine wide; characters are a narrow gap apart and {@code *} marks both ends. The table is the
 * symbology's own (ISO/IEC 16388), written as wide elements: {@code w} wide, {@code n} narrow, bar first.
 */
public final class Code39 {

    /**
     * One black bar, in modules of the narrow width from the left end.
     *
     * @param x where it begins
     * @param width 1 or {@value #WIDE}
     */
    public record Bar(int x, int width) {}

    private static final int WIDE = 3;

    private static final Map<Character, String> ELEMENTS = Map.ofEntries(
            Map.entry('0', "nnnwwnwnn"),
            Map.entry('1', "wnnwnnnnw"),
            Map.entry('2', "nnwwnnnnw"),
            Map.entry('3', "wnwwnnnnn"),
            Map.entry('4', "nnnwwnnnw"),
            Map.entry('5', "wnnwwnnnn"),
            Map.entry('6', "nnwwwnnnn"),
            Map.entry('7', "nnnwnnwnw"),
            Map.entry('8', "wnnwnnwnn"),
            Map.entry('9', "nnwwnnwnn"),
            Map.entry('A', "wnnnnwnnw"),
            Map.entry('B', "nnwnnwnnw"),
            Map.entry('C', "wnwnnwnnn"),
            Map.entry('D', "nnnnwwnnw"),
            Map.entry('E', "wnnnwwnnn"),
            Map.entry('F', "nnwnwwnnn"),
            Map.entry('G', "nnnnnwwnw"),
            Map.entry('H', "wnnnnwwnn"),
            Map.entry('I', "nnwnnwwnn"),
            Map.entry('J', "nnnnwwwnn"),
            Map.entry('K', "wnnnnnnww"),
            Map.entry('L', "nnwnnnnww"),
            Map.entry('M', "wnwnnnnwn"),
            Map.entry('N', "nnnnwnnww"),
            Map.entry('O', "wnnnwnnwn"),
            Map.entry('P', "nnwnwnnwn"),
            Map.entry('Q', "nnnnnnwww"),
            Map.entry('R', "wnnnnnwwn"),
            Map.entry('S', "nnwnnnwwn"),
            Map.entry('T', "nnnnwnwwn"),
            Map.entry('U', "wwnnnnnnw"),
            Map.entry('V', "nwwnnnnnw"),
            Map.entry('W', "wwwnnnnnn"),
            Map.entry('X', "nwnnwnnnw"),
            Map.entry('Y', "wwnnwnnnn"),
            Map.entry('Z', "nwwnwnnnn"),
            Map.entry('-', "nwnnnnwnw"),
            Map.entry('.', "wwnnnnwnn"),
            Map.entry(' ', "nwwnnnwnn"),
            Map.entry('*', "nwnnwnwnn"));

    private final String text;
    private final List<Bar> bars;
    private final int width;

    /**
     * @param text {@code A-Z 0-9 - .} and blank
     * @throws IllegalArgumentException for any other character
     */
    public Code39(String text) {
        this.text = text;
        List<Bar> black = new ArrayList<>();
        int x = 0;
        for (char c : ("*" + text + "*").toCharArray()) {
            String elements = ELEMENTS.get(c);
            if (elements == null || (c == '*' && text.indexOf('*') >= 0)) {
                throw new IllegalArgumentException("Code 39 has no sign for '" + c + "' in \"" + text + "\"");
            }
            for (int i = 0; i < elements.length(); i++) {
                int size = elements.charAt(i) == 'w' ? WIDE : 1;
                if (i % 2 == 0) {
                    black.add(new Bar(x, size));
                }
                x += size;
            }
            x += 1;
        }
        this.bars = List.copyOf(black);
        this.width = x - 1;
    }

    public String text() {
        return text;
    }

    public List<Bar> bars() {
        return bars;
    }

    /** Total width in modules, without the quiet zones. */
    public int width() {
        return width;
    }
}
