/**
 * The intake: a stranger's SVG becomes {@link org.stitchery.digitizer.artwork.Artwork} or is refused, within a budget.
 *
 * <p>{@link org.stitchery.digitizer.svg.SvgIntake} is the way in. A drawing passes these stations, each a class of its
 * own: size cap and one inflate, hardened SAX into a light tree of known elements, style cascade, walk over the tree
 * with references expanded and counted, paints and clips resolved, strokes dashed, curves flattened. Nothing is ever
 * fetched, opened or run. This is the only package that may see Batik or {@code java.awt}.
 */
@NullMarked
package org.stitchery.digitizer.svg;

import org.jspecify.annotations.NullMarked;
