package org.stitchery.digitizer.lettering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stitchery.digitizer.fabric.ThreadWeight;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;

/**
 * Three initials: the family's in the middle and larger, or all three bent to fill a circle or a diamond.
 *
 * <p>Bending moves the skeletons and leaves the pen as it is, so that columns keep their width wherever the frame squeezes
 * the letter.
 */
public final class Monogram {

    /** What surrounds the letters. */
    public enum Frame {
        /** Nothing; the outer letters are smaller. */
        NONE,
        CIRCLE,
        DIAMOND
    }

    private static final double SIDE_LETTERS = 0.64;

    /** Room between letters and between them and the frame, share of the whole height. */
    private static final double GAP = 0.042;

    private static final double LEAST_GAP_MM = 1.1;

    private final List<Integer> letters;
    private final Typeface face;
    private final Frame frame;
    private final double heightMm;
    private final ThreadWeight thread;

    private Monogram(List<Integer> letters, Typeface face, Frame frame, double heightMm, ThreadWeight thread) {
        this.letters = letters;
        this.face = face;
        this.frame = frame;
        this.heightMm = heightMm;
        this.thread = thread;
    }

    /**
     * @param initials three, in the order they are read; small ones become capitals
     * @param heightMm of the whole, frame included
     * @throws IllegalArgumentException when there are not three, or the height is not above zero
     */
    public static Monogram of(String initials, Typeface face, Frame frame, double heightMm, ThreadWeight thread) {
        List<Integer> letters = initials.strip()
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && c != '.')
                .boxed()
                .toList();
        if (letters.size() != 3) {
            throw new IllegalArgumentException("A monogram has three letters, found \"" + initials + "\"");
        }
        if (!(heightMm > 0 && heightMm <= 400)) {
            throw new IllegalArgumentException("A monogram can be up to 400 mm high, got " + heightMm);
        }
        return new Monogram(letters, face, frame, heightMm, thread);
    }

    /** Sets it, its middle at (0, 0). */
    public Lettered set() {
        List<Finding> findings = new ArrayList<>();
        List<SetLetter> set = new ArrayList<>();
        double letterMm = frame == Frame.NONE ? heightMm * SIDE_LETTERS : framed(findings, set);
        if (frame == Frame.NONE) {
            plain(findings, set);
        }
        double smallest = face.smallestMm("A", thread);
        if (letterMm < smallest - 0.05) {
            findings.add(Finding.of(
                    Severity.WARNING,
                    "TEXT_TOO_SMALL",
                    String.format(
                            Locale.ROOT,
                            "At %.0f mm the outer letters of the monogram are too small for the face %s. The smallest height"
                                    + " that works is %.1f mm.",
                            heightMm,
                            face.title(),
                            Math.ceil(heightMm * smallest / letterMm * 10) / 10)));
        }
        return new Lettered(set, face, letterMm, heightMm, thread, findings);
    }

    private void plain(List<Finding> findings, List<SetLetter> set) {
        double gap = Math.max(LEAST_GAP_MM, 1.6 * GAP * heightMm);
        List<LetterShape> shapes = new ArrayList<>();
        double total = 0;
        for (int i = 0; i < 3; i++) {
            double height = i == 1 ? heightMm : heightMm * SIDE_LETTERS;
            if (has(letters.get(i), findings)) {
                LetterShape shape = LetterDrawing.of(face, letters.get(i), height, Warp.NONE)
                        .measured(heightMm);
                shapes.add(shape);
                total += shape.maxX() - shape.minX() + gap;
            }
        }
        double x = -(total - gap) / 2;
        for (LetterShape shape : shapes) {
            double width = shape.maxX() - shape.minX();
            Baseline.Spot spot = new Baseline.Spot(x + width / 2, shape.height() / 2, 1, 0);
            set.add(SetLetter.placed(name(shape.codePoint()), shape, spot, (shape.minX() + shape.maxX()) / 2, 1));
            x += width + gap;
        }
    }

    private boolean has(int letter, List<Finding> findings) {
        if (face.strokes(letter).isEmpty()) {
            findings.add(Finding.of(
                    Severity.ERROR,
                    "CHARACTER_NOT_IN_FACE",
                    String.format(
                            "The face %s cannot write “%s” (U+%04X). As it is, it is left out.",
                            face.title(), Character.toString(letter), letter)));
            return false;
        }
        return true;
    }

    /** Letters that fill the frame, and the frame itself; gives the size of pen the letters are drawn with. */
    private double framed(List<Finding> findings, List<SetLetter> set) {
        double line = Math.max(1.2, Math.min(4, 0.035 * heightMm));
        double gap = Math.max(LEAST_GAP_MM, GAP * heightMm);
        double inner = heightMm / 2 - line - gap;
        double pen = (frame == Frame.CIRCLE ? 0.46 : 0.34) * heightMm;
        double middle = inner * (frame == Frame.CIRCLE ? 0.31 : 0.27);
        double outer = inner * (frame == Frame.CIRCLE ? 0.90 : 0.78);
        double[][] zones = {
            {-outer, -middle - gap / 2}, {-middle + gap / 2, middle - gap / 2}, {middle + gap / 2, outer}
        };
        for (int i = 0; i < 3; i++) {
            if (has(letters.get(i), findings)) {
                set.add(bent(letters.get(i), pen, zones[i], inner));
            }
        }
        set.add(new SetLetter("frame", List.of(outline(line)), true));
        return pen;
    }

    private SetLetter bent(int letter, double pen, double[] zone, double inner) {
        LetterShape plain = LetterDrawing.of(face, letter, pen, Warp.NONE).measured(pen);
        double stem = face.pen().thick() * pen;
        double level = face.pen().thin() * pen;
        double from = plain.minX() + stem / 2;
        double size = Math.max(1e-6, plain.maxX() - plain.minX() - stem);
        double to = zone[0] + stem / 2;
        double room = zone[1] - zone[0] - stem;
        Warp warp = (x, y) -> {
            // A letter that is nothing but a stem stands in the middle of its place.
            double share = size < stem ? 0.5 : (x - from) / size;
            double moved = to + share * room;
            double half = Math.max(1.2 * level, half(moved, inner) - level / 2);
            return new double[] {moved, ((y - level / 2) / (pen - level) * 2 - 1) * half};
        };
        LetterShape shape = LetterDrawing.of(face, letter, pen, warp);
        return SetLetter.placed(name(letter), shape, new Baseline.Spot(0, 0, 1, 0), 0, 1);
    }

    /** Half the height of the frame's inside at a distance from its middle. */
    private double half(double x, double inner) {
        double away = Math.min(Math.abs(x), inner);
        return frame == Frame.CIRCLE ? Math.sqrt(inner * inner - away * away) : inner - away;
    }

    private Column outline(double line) {
        String notation = frame == Frame.CIRCLE
                ? "M0 100 H-100 0 V0 -100 H100 0 V0 100 Z"
                : "M0 100 L-100 0 L0 -100 L100 0 L0 100 Z";
        // The tips of a diamond's corners lie further out than its line by the square root of two.
        double radius = heightMm / 2 - (frame == Frame.CIRCLE ? line / 2 : line * 0.71);
        PenPath path = SkeletonReader.read(notation).get(0);
        PenLine course = PenLine.of(
                path,
                0.5523,
                new PenLine.Place() {
                    @Override
                    public double x(double x, double y) {
                        return x / 100 * radius;
                    }

                    @Override
                    public double y(double x, double y) {
                        return y / 100 * radius;
                    }
                },
                false);
        Pen pen = new Pen(Pen.Kind.EVEN, line, line, 0);
        StrokeEnd end = StrokeEnd.plain(StrokeEnd.Kind.SQUARE);
        return new StrokeColumn(path, course, pen, 1, 0, end, end).column();
    }

    private static String name(int letter) {
        return "letter “" + Character.toString(letter) + "”";
    }
}
