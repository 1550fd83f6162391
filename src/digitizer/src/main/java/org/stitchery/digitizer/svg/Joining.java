package org.stitchery.digitizer.svg;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Which of their four forms Arabic letters take: alone, first, middle or last of those that join. Most letters join on both
 * sides, some only the letter before, few none; marks upon letters do not count.
 *
 * <p>Source: the Unicode Standard, section 9.2, and the Joining_Type of its ArabicShaping data, for the Arabic block.
 */
final class Joining {

    /** The tag is the name of the font's feature. */
    enum Form {
        ALONE("isol"),
        LAST("fina"),
        FIRST("init"),
        MIDDLE("medi");

        private final String tag;

        Form(String tag) {
            this.tag = tag;
        }

        String tag() {
            return tag;
        }
    }

    private enum Kind {
        NONE,
        BEFORE,
        BOTH,
        MARK
    }

    private static final int FIRST_LETTER = 0x0620;
    private static final int LAST_LETTER = 0x06FF;
    private static final int STRETCH = 0x0640;

    /** Letters that join the one before and never the one after. */
    private static final String BEFORE_ONLY = "\u0622\u0623\u0624\u0625\u0627\u0629\u062f\u0630\u0631\u0632\u0648\u0671"
            + "\u0672\u0673\u0675\u0676\u0677\u06c0\u06c3\u06c4\u06c5\u06c6\u06c7\u06c8\u06c9\u06ca\u06cb\u06cd\u06cf"
            + "\u06d2\u06d3\u06d5\u06ee\u06ef";

    private static final String NEVER = "\u0621\u0674";

    /** Old fonts have a character for each form: by letter, those of the forms in the order of {@link Form}. */
    private static final Map<Integer, int[]> CHARACTERS = characters();

    private Joining() {}

    /** True when any of them joins its neighbours. */
    static boolean concerns(int codePoint) {
        return codePoint >= FIRST_LETTER
                && codePoint <= LAST_LETTER
                && codePoint != STRETCH
                && kind(codePoint) != Kind.MARK;
    }

    private static Kind kind(int c) {
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            return Kind.MARK;
        }
        if (c < FIRST_LETTER || c > LAST_LETTER || !Character.isLetter(c) || NEVER.indexOf(c) >= 0) {
            return Kind.NONE;
        }
        return BEFORE_ONLY.indexOf(c) >= 0 || (c >= 0x0688 && c <= 0x0699) ? Kind.BEFORE : Kind.BOTH;
    }

    /**
     * The form of each character in the order of reading; {@link Form#ALONE} for those that never join.
     *
     * @param apart true for those kept from joining the one before
     */
    static Form[] forms(int[] codePoints, boolean[] apart) {
        Form[] forms = new Form[codePoints.length];
        int before = -1;
        for (int i = 0; i < forms.length; i++) {
            forms[i] = Form.ALONE;
            Kind kind = kind(codePoints[i]);
            if (kind == Kind.MARK) {
                continue;
            }
            if (before >= 0 && kind != Kind.NONE && !apart[i]) {
                forms[i] = Form.LAST;
                forms[before] = forms[before] == Form.LAST ? Form.MIDDLE : Form.FIRST;
            }
            before = kind == Kind.BOTH ? i : -1;
        }
        return forms;
    }

    /** The character that old fonts have for a form of a letter, the letter itself where there is none. */
    static int character(int codePoint, Form form) {
        int[] forms = CHARACTERS.get(codePoint);
        int found = forms == null ? 0 : forms[form.ordinal()];
        return found == 0 ? codePoint : found;
    }

    /** Of each letter the standard lists alone, last, first and middle one after another. */
    private static Map<Integer, int[]> characters() {
        Map<Integer, int[]> all = new HashMap<>();
        for (int c = 0xFE80; c <= 0xFEF4; c++) {
            String letter = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
            if (letter.codePointCount(0, letter.length()) == 1 && letter.codePointAt(0) != STRETCH) {
                int[] forms = all.computeIfAbsent(letter.codePointAt(0), key -> new int[4]);
                int n = 0;
                while (n < 3 && forms[n] != 0) {
                    n++;
                }
                forms[n] = c;
            }
        }
        return all;
    }
}
