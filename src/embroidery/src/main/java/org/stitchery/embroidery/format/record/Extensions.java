package org.stitchery.embroidery.format.record;

import java.util.ArrayList;
import java.util.List;

/** File name endings that a format makes by counting. */
public final class Extensions {

    private Extensions() {}

    /**
     * A letter or two with a number of two digits: {@code u00} to {@code u99}.
     *
     * @param first the number written first, which leads the list
     */
    public static List<String> numbered(String letters, int from, int to, int first) {
        List<String> endings = new ArrayList<>(List.of(ending(letters, first)));
        for (int n = from; n <= to; n++) {
            if (n != first) {
                endings.add(ending(letters, n));
            }
        }
        return endings;
    }

    private static String ending(String letters, int number) {
        return letters + number / 10 + number % 10;
    }
}
