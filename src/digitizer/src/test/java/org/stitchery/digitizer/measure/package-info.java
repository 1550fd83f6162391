/**
 * How good stitches are, measured against the drawing they were made of: what is bare, what lies outside, how dense, how
 * even, how long it takes. {@link org.stitchery.digitizer.measure.QualityMeter} is the way in.
 *
 * <p>Drawing and thread are painted as pixels by Java2D and by a painter of our own, so that nothing here shares code
 * with what is measured; only the intake is trusted to have seen what the drawing shows.
 */
@NullMarked
package org.stitchery.digitizer.measure;

import org.jspecify.annotations.NullMarked;
