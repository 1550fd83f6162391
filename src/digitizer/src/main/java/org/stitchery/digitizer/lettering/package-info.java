/**
 * Text as satin columns. A {@link org.stitchery.digitizer.lettering.Typeface} is a set of pen skeletons and the rules by
 * which a pen thickens them; {@link org.stitchery.digitizer.lettering.Lettering} sets text in it along a
 * {@link org.stitchery.digitizer.lettering.Baseline}; {@link org.stitchery.digitizer.lettering.LetterSewing} sews what
 * was set, letter by letter.
 */
@NullMarked
package org.stitchery.digitizer.lettering;

import org.jspecify.annotations.NullMarked;
