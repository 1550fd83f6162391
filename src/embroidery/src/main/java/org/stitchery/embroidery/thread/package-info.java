/**
 * Thread charts and which thread comes nearest to a colour.
 *
 * <p>A {@link org.stitchery.embroidery.thread.ThreadPalette} is a maker's chart or a machine's needles;
 * {@link org.stitchery.embroidery.thread.Palettes} has those we bring along.
 */
@NullMarked
package org.stitchery.embroidery.thread;

import org.jspecify.annotations.NullMarked;
