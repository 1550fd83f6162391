package org.stitchery.embroidery.format.dst;

import java.text.Normalizer;
import java.util.Locale;

/** A design's name as old machine panels can show it: {@code A-Z 0-9 _ -} and space. */
public final class DstLabel {

    private DstLabel() {}

    /**
     * The name in plain capitals, accents dropped, anything else an underscore, no longer than so many characters and
     * without spaces at either end.
     */
    public static String of(String name, int longest) {
        String plain = Normalizer.normalize(name.strip(), Normalizer.Form.NFD);
        StringBuilder label = new StringBuilder(longest);
        for (int i = 0; i < plain.length() && label.length() < longest; ) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                label.append(plain(c));
            }
        }
        label.setLength(Math.min(label.length(), longest));
        return label.toString().strip();
    }

    private static String plain(int c) {
        return switch (c) {
            case 'ß', 'ẞ' -> "SS";
            case 'æ', 'Æ' -> "AE";
            case 'œ', 'Œ' -> "OE";
            case 'ø', 'Ø' -> "O";
            case 'ł', 'Ł' -> "L";
            case 'đ', 'Đ', 'ð', 'Ð' -> "D";
            case 'þ', 'Þ' -> "TH";
            default -> {
                boolean kept = (c >= '0' && c <= '9')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= 'a' && c <= 'z')
                        || c == '_'
                        || c == '-'
                        || c == ' ';
                yield kept ? Character.toString(c).toUpperCase(Locale.ROOT) : "_";
            }
        };
    }
}
