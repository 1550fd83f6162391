package org.stitchery.digitizer.svg;

/** Where a font keeps the outlines of its glyphs. Confined to one thread. */
interface GlyphSource {

    /**
     * Draws one glyph; one that the font does not have draws nothing.
     *
     * @param m from the font's units, y upwards
     * @throws FontException when it is damaged or costs too much
     */
    void draw(int index, Matrix m, Outline.Builder out);
}
