package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.List;

/** Draws text as the outlines of its letters: a shape for each element that has letters of its own. */
final class TextSetter {

    private final Drawing drawing;
    private final ShapeReader shapes;
    private final ShapePainter painter;

    TextSetter(Drawing drawing, ShapeReader shapes, ShapePainter painter) {
        this.drawing = drawing;
        this.shapes = shapes;
        this.painter = painter;
    }

    /** @param place of the text, its style and transform included */
    void set(SvgElement text, Place place, List<DrawnShape> out) {
        if (!TextReader.isInked(text)) {
            return;
        }
        List<Letter> letters = new TextReader(drawing, shapes).read(text, place);
        TextLayout layout = new TextLayout(drawing.fonts());
        List<TextLayout.Placed> placed;
        try {
            double length = place.lengths().length(text.attribute("textLength"), Lengths.Of.WIDTH, Double.NaN);
            boolean glyphsToo = text.attribute("lengthAdjust", "").equals("spacingAndGlyphs");
            placed = layout.set(letters, length, glyphsToo);
        } catch (FontException e) {
            drawing.findings()
                    .warn(
                            FindingCode.TEXT_NOT_SEWN,
                            text.displayName(),
                            "The font of this text is damaged (" + e.getMessage()
                                    + "), so it is not sewn. Convert it to paths in a drawing program.");
            return;
        }
        int from = 0;
        for (int i = 1; i <= placed.size(); i++) {
            if (i == placed.size()
                    || placed.get(i).letter().place != placed.get(from).letter().place) {
                paint(placed.subList(from, i), out);
                from = i;
            }
        }
        tell(text, layout);
    }

    private void paint(List<TextLayout.Placed> letters, List<DrawnShape> out) {
        Letter first = letters.get(0).letter();
        List<Outline> outlines = new ArrayList<>(letters.size());
        for (TextLayout.Placed one : letters) {
            Outline outline = one.glyph().outline();
            drawing.guard().count(outline);
            drawing.deadline().tick();
            outlines.add(outline.transformed(one.toText()));
        }
        Outline all = Outline.joined(outlines);
        drawing.findings().locate(first.owner.displayName(), all.hull(first.place.toPage()));
        painter.paint(first.owner, all, first.place, out);
    }

    private void tell(SvgElement text, TextLayout layout) {
        for (FontBook.Found font : layout.fonts()) {
            if (font.substituteFor() != null) {
                drawing.findings()
                        .note(
                                FindingCode.FONT_SUBSTITUTED,
                                text.displayName(),
                                substituted(font, font.substituteFor())
                                        + " Convert the text to paths in a drawing program to keep its own letters.");
            }
        }
        if (!layout.missing().isEmpty()) {
            List<String> some = layout.missing().stream().limit(20).toList();
            drawing.findings()
                    .warn(
                            FindingCode.LETTERS_MISSING,
                            text.displayName(),
                            "The font has no letters for " + String.join(" ", some)
                                    + ", so they are left out. Convert the text to paths in a drawing program.");
        }
        if (layout.isUnjoined()) {
            drawing.findings()
                    .warn(
                            FindingCode.LETTERS_NOT_JOINED,
                            text.displayName(),
                            "The letters of this text belong together, and its font cannot join them."
                                    + " Convert the text to paths in a drawing program.");
        }
        if (layout.isMarked()) {
            drawing.findings()
                    .warn(
                            FindingCode.MARKS_NOT_PLACED,
                            text.displayName(),
                            "The marks upon letters of this text may stand a little aside of where they belong."
                                    + " Convert the text to paths in a drawing program to be sure.");
        }
        if (layout.ranOffPath()) {
            drawing.findings()
                    .warn(
                            FindingCode.LETTERS_MISSING,
                            text.displayName(),
                            "This text is longer than the line it follows; what does not fit is left out.");
        }
    }

    private static String substituted(FontBook.Found font, String wanted) {
        if (wanted.isEmpty()) {
            return "This text names no font; it is set in " + font.house() + ".";
        }
        String why = font.problem() == null ? "it is not in the drawing" : String.valueOf(font.problem());
        return "The font \"" + wanted + "\" of this text cannot be used: " + why + ". It is set in " + font.house()
                + ".";
    }
}
