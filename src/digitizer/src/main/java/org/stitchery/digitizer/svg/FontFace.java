package org.stitchery.digitizer.svg;

/**
 * A font that the drawing brings along, as its style sheet declares it.
 *
 * @param family name in lower case
 * @param bold for bold text
 * @param italic for slanted text
 * @param source what {@code src} says, references and all
 */
record FontFace(String family, boolean bold, boolean italic, String source) {}
