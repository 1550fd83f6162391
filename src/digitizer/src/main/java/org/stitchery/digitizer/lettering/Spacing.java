package org.stitchery.digitizer.lettering;

/**
 * How far apart two letters stand, by what the eye sees between them.
 *
 * <p>Between two upright stems lies the face's own room. Where letters recede from each other, as A and V do, the room
 * that their shapes add is taken off again, up to the point where they would come closer than thread allows: the mean
 * over level bands, each counted only so deep, is how type has been fitted since lead was filed. So every pair is kerned,
 * without a table.
 */
final class Spacing {

    /** Room deeper than this share of the height does not count as between the letters. */
    private static final double DEEP = 0.2;

    /** How much of the added room is taken off. */
    private static final double EVENING = 0.82;

    /** Letters closer than this close up when the cloth gives; McGraphix asks 1.0 mm, compensation is in ours. */
    private static final double LEAST_MM = 0.8;

    private static final double LEAST_HEIGHTS = 0.055;

    private static final double WORD = 0.42;

    /** Words of tiny letters keep clearly further apart than the letters do. */
    private static final double LEAST_WORD_MM = 2.2;

    private Spacing() {}

    /** From the origin of a letter to that of the next, before extra spacing. */
    static double advance(LetterShape a, LetterShape b, Typeface face, double height) {
        if (joins(a, b)) {
            return a.joinX();
        }
        double typewriter = face.proportions().advance() * height;
        if (typewriter > 0) {
            return typewriter + middle(a) - middle(b);
        }
        double deep = DEEP * height;
        int low = band(0);
        int high = band(Math.min(top(a, face), top(b, face)));
        double end = Double.NEGATIVE_INFINITY;
        double begin = Double.POSITIVE_INFINITY;
        for (int k = low; k <= high; k++) {
            end = Math.max(end, a.right(k));
            begin = Math.min(begin, b.left(k));
        }
        // What only overhangs, as the head of an f, takes no room of its own.
        end = Double.isFinite(end) ? end : a.maxX();
        begin = Double.isFinite(begin) ? begin : b.minX();
        double sum = 0;
        for (int k = low; k <= high; k++) {
            sum += Math.min(1.5 * deep, room(end - a.right(k), deep) + room(b.left(k) - begin, deep));
        }
        double mean = sum / (high - low + 1);
        double gap = face.proportions().spacing() * height - EVENING * mean;
        double advance = end - begin + gap;
        double least = Math.max(LEAST_MM, LEAST_HEIGHTS * height);
        for (int k = 0; k < LetterShape.BANDS; k++) {
            for (int n = Math.max(0, k - 1); n <= Math.min(LetterShape.BANDS - 1, k + 1); n++) {
                double between = advance + b.left(n) - a.right(k);
                if (Double.isFinite(between) && between < least) {
                    advance += least - between;
                }
            }
        }
        return advance;
    }

    /** True when a stroke leads from one letter into the next. */
    static boolean joins(LetterShape a, LetterShape b) {
        return !Double.isNaN(a.joinX()) && b.entered();
    }

    /** From the origin of the last letter of a word to that of the first of the next. */
    static double wordAdvance(LetterShape a, LetterShape b, Typeface face, double height) {
        double typewriter = face.proportions().advance() * height;
        if (typewriter > 0) {
            return 2 * typewriter + middle(a) - middle(b);
        }
        double room = WORD * height * Math.max(0.75, face.proportions().width());
        return a.maxX() - b.minX() + Math.max(LEAST_WORD_MM, room);
    }

    private static double middle(LetterShape shape) {
        return (shape.minX() + shape.maxX()) / 2;
    }

    private static double room(double room, double deep) {
        return Double.isFinite(room) ? Math.min(deep, room) : deep;
    }

    /** Height at which letters face each other: that of small letters as soon as one of them is small. */
    private static double top(LetterShape shape, Typeface face) {
        if (face.small(shape.codePoint())) {
            return face.proportions().xHeight();
        }
        return face.sizeOf(shape.codePoint());
    }

    private static int band(double share) {
        return (int) ((share - LetterShape.LOWEST) / (LetterShape.HIGHEST - LetterShape.LOWEST) * LetterShape.BANDS);
    }
}
