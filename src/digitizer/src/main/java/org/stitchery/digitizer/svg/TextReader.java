package org.stitchery.digitizer.svg;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Reads the letters of one text in order, white space collapsed, with style and wanted place of each. */
final class TextReader {

    /** Written between letters of joined scripts that shall not join. */
    private static final int NON_JOINER = 0x200C;

    private final Drawing drawing;
    private final ShapeReader shapes;
    private final Flattener flattener;
    private final List<Letter> letters = new ArrayList<>();
    private boolean afterSpace = true;
    private boolean apart;

    TextReader(Drawing drawing, ShapeReader shapes) {
        this.drawing = drawing;
        this.shapes = shapes;
        this.flattener = new Flattener(drawing.budget().points(), drawing.deadline());
    }

    /** True when a text has a character that leaves ink. */
    static boolean isInked(SvgElement text) {
        for (SvgElement child : text.children()) {
            if (child.kind() == ElementKind.CHARACTERS
                    ? !child.attribute(SvgElement.CHARACTERS, "").isBlank()
                    : isInked(child)) {
                return true;
            }
        }
        return false;
    }

    /** @param place of the text itself, style included */
    List<Letter> read(SvgElement text, Place place) {
        element(text, place, null, false);
        while (!letters.isEmpty()
                && afterSpace
                && letters.get(letters.size() - 1).isSpace()) {
            letters.remove(letters.size() - 1);
        }
        return letters;
    }

    private void element(SvgElement element, Place place, @Nullable TextPath path, boolean preservedAbove) {
        int from = letters.size();
        boolean preserved = preserved(element, place.style(), preservedAbove);
        for (SvgElement child : element.children()) {
            switch (child.kind()) {
                case CHARACTERS -> characters(child, element, place, path, preserved);
                case TSPAN, A -> inner(child, place, path, preserved);
                case TEXT_PATH -> {
                    TextPath own = path(child, place);
                    if (own != null) {
                        inner(child, place, own, preserved);
                    }
                }
                default -> {
                    // Whatever else stands in a text is in the findings since it was read.
                }
            }
        }
        places(element, place.lengths(), from);
    }

    private void inner(SvgElement child, Place above, @Nullable TextPath path, boolean preserved) {
        drawing.guard().enter(child);
        Style style = drawing.cascade().style(child, above.style());
        if (!style.is(Property.DISPLAY, "none")) {
            Place place = above.with(style, above.opacity() * style.fraction(Property.OPACITY));
            element(child, place, path, preserved);
        }
        drawing.guard().leave(child);
    }

    private static boolean preserved(SvgElement element, Style style, boolean above) {
        String space = element.attribute("xml:space");
        if (style.get(Property.WHITE_SPACE).toLowerCase(Locale.ROOT).startsWith("pre")) {
            return !style.is(Property.WHITE_SPACE, "pre-line");
        }
        return space == null ? above : space.equals("preserve");
    }

    private void characters(
            SvgElement characters, SvgElement owner, Place place, @Nullable TextPath path, boolean preserved) {
        String text = Normalizer.normalize(characters.attribute(SvgElement.CHARACTERS, ""), Normalizer.Form.NFC);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
            if (space && afterSpace && !preserved) {
                continue;
            }
            if (!space && (Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.FORMAT)) {
                apart |= c == NON_JOINER;
                continue;
            }
            Letter letter = new Letter(space ? ' ' : c, owner, place, path);
            letter.apart = apart;
            apart = false;
            letters.add(letter);
            afterSpace = space && !preserved;
            drawing.deadline().tick();
        }
    }

    /** What the element says about its letters' places holds where no inner element has spoken. */
    private void places(SvgElement element, Lengths lengths, int from) {
        int count = letters.size() - from;
        double[] xs = list(element, "x", lengths, Lengths.Of.WIDTH, count);
        double[] ys = list(element, "y", lengths, Lengths.Of.HEIGHT, count);
        double[] dxs = list(element, "dx", lengths, Lengths.Of.WIDTH, count);
        double[] dys = list(element, "dy", lengths, Lengths.Of.HEIGHT, count);
        double[] turns = list(element, "rotate", lengths, Lengths.Of.WIDTH, count);
        for (int i = 0; i < count; i++) {
            Letter letter = letters.get(from + i);
            letter.x = unlessSet(letter.x, xs, i);
            letter.y = unlessSet(letter.y, ys, i);
            letter.dx = unlessSet(letter.dx, dxs, i);
            letter.dy = unlessSet(letter.dy, dys, i);
            letter.degrees = unlessSet(letter.degrees, turns, Math.min(i, turns.length - 1));
        }
    }

    private static double unlessSet(double value, double[] list, int i) {
        return Double.isNaN(value) && i >= 0 && i < list.length ? list[i] : value;
    }

    private static double[] list(SvgElement element, String name, Lengths lengths, Lengths.Of of, int most) {
        String text = element.attribute(name);
        if (text == null || (name.equals("x") || name.equals("y")) && element.kind() == ElementKind.TEXT_PATH) {
            return new double[0];
        }
        double[] found = new double[most];
        int n = 0;
        StringTokenizer words = new StringTokenizer(text, " ,\t\r\n\f");
        while (n < most && words.hasMoreTokens()) {
            found[n++] = lengths.length(words.nextToken(), of, 0);
        }
        return java.util.Arrays.copyOf(found, n);
    }

    private @Nullable TextPath path(SvgElement textPath, Place place) {
        String reference = textPath.attribute("href");
        if (reference == null || References.isExternal(reference) || References.isData(reference)) {
            return null;
        }
        SvgElement target = drawing.document().resolve(reference);
        if (target == null) {
            drawing.findings()
                    .warn(
                            FindingCode.DANGLING_REF,
                            textPath.displayName(),
                            "This refers to something that is not in the drawing; that part is left out.");
            return null;
        }
        if (!target.kind().isShape()) {
            drawing.findings()
                    .warn(
                            FindingCode.UNSUPPORTED_ELEMENT,
                            textPath.displayName(),
                            "This text follows something that is no line, so it is not sewn."
                                    + " Convert it to paths in a drawing program.");
            return null;
        }
        drawing.guard().follow(target);
        Style style = drawing.ownStyle(target);
        Outline outline = shapes.read(target, style, place.lengths());
        drawing.guard().count(outline);
        Matrix transform = drawing.transform(target, style, place.lengths());
        // A hundredth of the letters' size is less than any eye sees in their place.
        double tolerance = Math.max(1e-6, place.style().fontSize() / 100);
        List<Polyline> lines = flattener.flatten(outline, transform, tolerance);
        drawing.guard().followed();
        return new TextPath(lines, textPath.attribute("startOffset", "0"), place.lengths());
    }
}
